// Who deals with whom: the picture, a panel that tells what was chosen, the same as a table.
import { bdi, button, h } from "../base/dom.js";
import { listed, plural } from "../base/words.js";
import { growNames, neighboursOf, relationWord, relation_types, relationsOf } from "../data/relations.js";
import { chips } from "../part/chips.js";
import { describeNode } from "../part/context.js";
import { pagedList } from "../part/list.js";
import { saveButtons } from "../part/save.js";
import { statement } from "../part/statement.js";
import { writeAddress } from "../data/address.js";
import { keepPng, keepSvg } from "../picture/keep.js";
import { networkPicture } from "../picture/network.js";

const most_names = 150;
const names_added = 8;

// The names that the address draws, else a beginning from `start`.
function namesToDraw(context, near, start) {
  const { store, address } = context;
  const narrow = document.documentElement.clientWidth < 640;
  const listedNames = (address.query.n || "").split(",").map((id) => store.find(id)).filter((node) => node >= 0);
  return listedNames.length ? [...new Set(listedNames)].slice(0, most_names) : growNames(near, start, narrow ? 8 : 13);
}

export function networkStage(context, start, go) {
  const { store, filter, address } = context;
  const withSpeech = address.query.speaks === "1";
  const relations = relationsOf(store, filter, withSpeech);
  const near = neighboursOf(relations);
  const names = namesToDraw(context, near, start);
  if (!names.length || !near.size) return [h("p", { class: "quiet" }, "Nobody here denies another's words or does something to another, under these filters.")];
  const set = new Set(names);
  const hiddenOf = (node) => [...(near.get(node) || new Map()).keys()].filter((other) => !set.has(other));
  const withNames = (list) => context.here({ n: list.map((node) => store.id(node)).join(","), sel: address.query.sel });
  const expand = (node) => {
    const strong = hiddenOf(node).sort((a, b) => near.get(node).get(b) - near.get(node).get(a) || a - b).slice(0, names_added);
    if (strong.length) go(context.here({ n: [...names, ...strong].slice(0, most_names).map((each) => store.id(each)).join(","), sel: store.id(node) }));
  };
  const takeOut = (node) => {
    if (names.length > 1) go(context.here({ n: names.filter((each) => each !== node).map((each) => store.id(each)).join(","), sel: "" }));
  };
  const page = document.documentElement.clientWidth;
  const isNarrow = page < 900;
  const width = Math.max(340, isNarrow ? page - 24 : Math.min(860, page - 470));
  const height = Math.max(isNarrow ? 420 : 560, Math.min(1600, names.length * (isNarrow ? 52 : 36)));
  const panel = h("aside", { class: "panel", "aria-label": "What was chosen", "aria-live": "polite" });
  const hint = () => h("p", { class: "quiet" }, "Choose a name or a line: the sentences behind it appear here. A number such as +5 tells how many neighbours are not drawn.");
  let drawing = null;
  const remember = (sel) => {
    const query = { ...address.query, sel };
    context.address.query.sel = sel;
    history.replaceState(history.state, "", writeAddress({ ...address, query }));
  };
  const choose = (selection) => {
    drawing.light(selection);
    stage.classList.toggle("with-panel", Boolean(selection));
    if (!selection) {
      panel.replaceChildren(hint());
      remember("");
      return;
    }
    const close = button("×", () => choose(null), { class: "close", "aria-label": "Close" });
    if (selection.relation) {
      const { relation } = selection;
      panel.replaceChildren(close, h("h2", null, context.nodeLink(relation.from), " ", h("span", { class: `badge ${relation_types[relation.type].look}` },
        relation_types[relation.type].word), " ", context.nodeLink(relation.to)), pagedList(relation.edges, (edge) => statement(context, edge), { noun: "statement", size: 8 }));
      return;
    }
    const { node } = selection;
    const hidden = hiddenOf(node);
    const edges = [...new Set(drawing.drawn.filter(({ from, to }) => from === node || to === node).flatMap((relation) => relation.edges))];
    panel.replaceChildren(close, h("h2", null, context.nodeLink(node)), h("p", { class: "quiet" }, bdi(describeNode(store, node))),
      h("p", { class: "buttons" },
        hidden.length > 0 && names.length < most_names && button(hidden.length > names_added ? `Add ${names_added} of ${hidden.length}` : `Add ${hidden.length}`, () => expand(node), { "data-key": "expand" }),
        names.length > 1 && button("Take out", () => takeOut(node))),
      pagedList(edges, (edge) => statement(context, edge), { noun: "statement", size: 6, empty: "Nothing between the names in the picture." }));
    remember(store.id(node));
    // On a phone the panel covers the lower part: what was chosen moves above it.
    if (isNarrow) stage.scrollIntoView({ block: "start" });
  };
  drawing = networkPicture({ store, names, relations, hidden: (node) => hiddenOf(node).length, choose, width, height, expand, takeOut });
  const note = `${listed([filter.inWords()].filter(Boolean), 1)}${filter.isOpen ? "" : ". "}${names.length} of ${near.size} connected names.`;
  const title = store.title;
  const speech = h("input", { type: "checkbox", checked: withSpeech, onchange: () => go(context.here({ speaks: speech.checked ? "1" : "" })) });
  const stage = h("div", { class: "stage" },
    h("figure", { class: "picture" },
      h("div", { class: "zoom" }, button("+", () => drawing.zoom.zoom(0.8), { "aria-label": "Closer" }), button("−", () => drawing.zoom.zoom(1.25), { "aria-label": "Farther" }),
        button("Fit", () => drawing.zoom.fit()), h("span", { class: "arrows" }, [["←", -1, 0], ["→", 1, 0], ["↑", 0, -1], ["↓", 0, 1]].map(([sign, dx, dy]) =>
          button(sign, () => drawing.zoom.pan(dx * width / 8, dy * height / 8), { "aria-label": `Move ${["left", "right", "up", "down"]["←→↑↓".indexOf(sign)]}` })))),
      drawing.picture,
      h("figcaption", null, relation_types.slice(0, 2).map(({ look, word }) => h("span", { class: `key ${look}` }, word)),
        h("label", { class: "key speaks" }, speech, " speaks of"), h("span", { class: "quiet" }, ` ${names.length} of ${plural(near.size, "connected name")}, ${plural(drawing.drawn.length, "line")}. `),
        h("span", { class: "tools" }, button("SVG", () => keepSvg(drawing.picture, "network", title, note), { class: "quiet-button" }),
          button("PNG", () => keepPng(drawing.picture, "network", title, note), { class: "quiet-button" })))),
    panel);
  panel.append(hint());
  const chosen = address.query.sel ? store.find(address.query.sel) : -1;
  if (set.has(chosen)) setTimeout(() => choose({ node: chosen }));
  const rows = () => drawing.drawn.map((relation) => [store.id(relation.from), store.label(relation.from), relation_types[relation.type].word, relationWord(store, relation),
    store.id(relation.to), store.label(relation.to), relation.edges.length, relation.edges.map((edge) => store.date(edge)).filter(Boolean).sort()[0] || ""]);
  return [
    stage,
    h("section", null, h("h2", null, "The same as a table"),
      h("p", { class: "tools-line" }, saveButtons("network", ["from_id", "from", "type", "relation", "to_id", "to", "statements", "first_date"], rows)),
      pagedList(drawing.drawn, (relation) => h("p", null, context.nodeLink(relation.from), " ",
        button(relationWord(store, relation), () => choose({ relation: drawing.drawn.find((each) => each === relation) }), { class: `badge ${relation_types[relation.type].look}` }),
        " ", context.nodeLink(relation.to), " ", h("span", { class: "quiet" }, plural(relation.edges.length, "statement"))), { noun: "line", size: 20 })),
    names.length > 1 && h("p", null, h("a", { href: withNames(names) }, "A link to exactly these names")),
  ];
}

export function network(context, go) {
  return [h("h1", null, "Who deals with whom"), chips(context, go), networkStage(context, [], go)];
}

// On a name's page: the name with its neighbours, and its offices and memberships.
export function connectedView(context, actor, go) {
  const { store } = context;
  const ties = [...store.out(actor), ...store.into(actor)].filter((edge) => store.family(edge) === "structure" &&
    !["about", "participates_in"].includes(store.edgeKind(edge)));
  return [
    ties.length > 0 && h("ul", { class: "plain" }, ties.slice(0, 30).map((edge) => h("li", null, context.nodeLink(store.source(edge)), " ",
      h("span", { class: "quiet" }, [store.office(edge), store.edgeLabel(edge)].filter(Boolean).join(", ")), " ", context.nodeLink(store.target(edge))))),
    networkStage(context, [actor], go),
  ];
}
