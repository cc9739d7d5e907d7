// A claim or an event: its sides beside each other, when it was said, which outlet tells which side and which leaves it out.
import { bdi, h } from "../base/dom.js";
import { plural } from "../base/words.js";
import { documentsTelling, sidesOf, topicsOf } from "../data/counts.js";
import { chips } from "../part/chips.js";
import { copy } from "../part/cite.js";
import { describeNode } from "../part/context.js";
import { pagedList } from "../part/list.js";
import { saveButtons, statementRows, statement_columns } from "../part/save.js";
import { sides } from "../part/side.js";
import { jointly, statement, wordsAround } from "../part/statement.js";
import { marksOf, timeline } from "../picture/timeline.js";

// Outlets that have an article on the same affair, and what each tells of the claim: [[outlet, [for, against, neither]]].
export function outletsOn(context, all) {
  const { store, filter } = context;
  const counts = new Map();
  const stories = new Set(documentsTelling(store, filter, all.flat()).map((number) => store.story(number)));
  for (let number = 0; number < store.documentCount; number += 1) {
    if (store.story(number) >= 0 && stories.has(store.story(number))) counts.set(store.outlet(number), [0, 0, 0]);
  }
  all.forEach((edges, side) => {
    for (const edge of edges) {
      for (const piece of filter.pieces(edge)) {
        const outlet = store.outlet(store.documentOf(piece));
        if (!counts.has(outlet)) counts.set(outlet, [0, 0, 0]);
        counts.get(outlet)[side] += 1;
      }
    }
  });
  return [...counts].sort(([a, x], [b, y]) => Number(y.some(Boolean)) - Number(x.some(Boolean)) || (a < b ? -1 : 1));
}

function reportTable(context, rows) {
  const silent = rows.filter(([, counts]) => !counts.some(Boolean)).map(([outlet]) => outlet);
  const cell = (count, side) => h("td", { class: count ? sides[side].name : "none" }, count ? `${sides[side].sign} ${count}` : "–");
  return h("section", null, h("h2", null, "Which outlet tells which side"),
    silent.length > 0 && h("p", null, h("strong", null, "Left out by: "), silent.map((outlet, at) => [at ? ", " : "",
      h("a", { href: context.link("outlets", "", "", { of: outlet, show: "left" }) }, bdi(outlet))]),
      h("span", { class: "quiet" }, " (each has an article on the same affair)")),
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Outlets and sides" }, h("table", null,
      h("thead", null, h("tr", null, h("th", { scope: "col" }, "Outlet"), sides.map(({ word, sign }) => h("th", { scope: "col" }, `${sign} ${word}`)))),
      h("tbody", null, rows.map(([outlet, counts]) => h("tr", null, h("th", { scope: "row" }, bdi(outlet)), counts.map(cell)))))));
}

// Who takes part in an event: by role.
function partsOf(context, content) {
  const { store } = context;
  const edges = [...store.into(content), ...store.out(content)].filter((edge) => store.family(edge) === "structure" && store.edgeKind(edge) !== "about");
  if (!edges.length) return null;
  return h("ul", { class: "parts" }, edges.map((edge) => {
    const other = store.source(edge) === content ? store.target(edge) : store.source(edge);
    return h("li", null, context.nodeLink(other), " ", h("span", { class: "quiet" }, store.edgeLabel(edge)));
  }));
}

function sideColumn(context, edges, side, wording) {
  if (!edges.length) return null;
  return h("section", { class: `side-column ${sides[side].name}` },
    h("h2", null, `${sides[side].sign} ${wording || sides[side].word} `, h("span", { class: "count-badge" }, edges.length)),
    pagedList(jointly(context, edges), (joint) => statement(context, joint, { what: false, sentences: 2 }), { noun: "statement", size: 12 }));
}

export function claim(context, go) {
  const { store, filter, address } = context;
  const content = store.find(address.id);
  if (content < 0 || !store.isContent(content)) return null;
  const number = store.disputeOf(content);
  const dispute = number >= 0 ? store.disputes[number] : null;
  const opposite = dispute && dispute.opposite !== undefined ? (dispute.claim === content ? dispute.opposite : dispute.claim) : null;
  const shown = dispute ? dispute.claim : content;
  const all = sidesOf(store, filter, shown);
  const edges = all.flat();
  const actors = [...new Set(edges.map((edge) => store.source(edge)))];
  const lanes = actors.slice(0, 14).map((node) => ({ name: store.label(node), href: context.targetOf(node),
    marks: marksOf(context, edges.filter((edge) => store.source(edge) === node)) }));
  const topics = topicsOf(store, content);
  const related = [...store.out(content), ...store.into(content)].filter((edge) => store.family(edge) === "comparison");
  const { status } = store.attributes(content);
  const what = store.kind(content) === "Event" ? describeNode(store, content) : null;
  return [
    h("h1", { class: "claim" }, bdi(store.label(shown))),
    wordsAround(store, shown),
    opposite !== null && h("p", { class: "against-it" }, h("span", { class: "badge against" }, "✕ against it"), " ",
      bdi(store.label(dispute.opposite), { class: "claim-text" })),
    h("p", { class: "quiet" }, status && h("span", { class: `badge ${status}` }, status), " ", what,
      topics.length > 0 && ["About ", topics.slice(0, 5).map((node, at) => [at ? ", " : "", context.nodeLink(node)]),
        topics.length > 5 && ` and ${topics.length - 5} more`],
      h("span", { class: "tools" }, h("button", { type: "button", class: "quiet-button", onclick: () => window.print() }, "Print"),
        h("button", { type: "button", class: "quiet-button", onclick: () => copy(location.href, "the link") }, "Copy link"),
        saveButtons("claim", statement_columns, () => statementRows(context, edges)))),
    chips(context, go),
    partsOf(context, content),
    edges.length > 1 && timeline(lanes, "Who said it when"),
    actors.length > 14 && h("p", { class: "quiet" }, `${plural(actors.length - 14, "more source")} not in the picture.`),
    h("div", { class: "sides" }, all.map((each, side) => sideColumn(context, each, side,
      side === 1 && opposite !== null ? "Denies, or says otherwise" : ""))),
    !edges.length && h("p", { class: "quiet" }, "Nobody speaks of it under these filters."),
    edges.length > 0 && reportTable(context, outletsOn(context, all)),
    related.length > 0 && h("section", null, h("h2", null, "Related claims"), h("ul", null, related.slice(0, 20).map((edge) => {
      const other = store.source(edge) === content ? store.target(edge) : store.source(edge);
      return h("li", null, h("span", { class: "quiet" }, `${store.edgeLabel(edge)}: `), h("a", { href: context.targetOf(other) }, bdi(store.label(other))));
    }))),
  ];
}
