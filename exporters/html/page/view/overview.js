// The first view: what is disputed, who is quoted most, what should be checked.
import { bdi, h } from "../base/dom.js";
import { listed, numbered, plural } from "../base/words.js";
import { countSaid, documentsTelling, keptDisputes, rankedActors, sidesOf } from "../data/counts.js";
import { chips } from "../part/chips.js";
import { sideBar, sides } from "../part/side.js";
import { reviewQueue } from "../review/queue.js";

// A dispute as a card: the claim, who stands where, in how many articles.
export function disputeCard(context, dispute, heading = "h3") {
  const { store, filter } = context;
  const all = sidesOf(store, filter, dispute.claim);
  const names = (edges) => [...new Set(edges.map((edge) => store.source(edge)))];
  const column = (side) => {
    const actors = names(all[side]);
    return h("div", { class: `side ${sides[side].name}` }, h("p", { class: "side-name" }, `${sides[side].sign} ${sides[side].word}`),
      h("p", null, actors.slice(0, 4).map((node, at) => [at ? ", " : "", context.nodeLink(node)]),
        actors.length > 4 && ` and ${actors.length - 4} more`, !actors.length && h("span", { class: "quiet" }, "nobody here")));
  };
  const documents = documentsTelling(store, filter, all.flat());
  const outlets = [...new Set(documents.map((number) => store.outlet(number)))];
  return h("article", { class: "card dispute" },
    h(heading, null, h("a", { href: context.targetOf(dispute.claim), class: "claim-link" }, bdi(store.label(dispute.claim)))),
    h("div", { class: "two" }, column(0), column(1)),
    h("p", { class: "quiet" }, sideBar(all.map((edges) => edges.length), 0), " ",
      plural(documents.length, "article"), " · ", listed(outlets, 4)));
}

// An actor as a row: name, what it is, a bar of its statements.
export function actorRow(context, counts, node, most) {
  return h("div", { class: "actor" }, context.nodeLink(node), sideBar(counts.sides(node), most),
    h("span", { class: "number" }, numbered(counts.said(node))));
}

export function overview(context, go) {
  const { store, filter } = context;
  const counts = countSaid(store, filter);
  const actors = rankedActors(store, counts, (node) => counts.said(node) > 0);
  const disputes = keptDisputes(store, filter);
  const outlets = new Set();
  for (let number = 0; number < store.documentCount; number += 1) outlets.add(store.outlet(number));
  const queue = reviewQueue(store);
  return [
    h("h1", null, bdi(store.title)),
    h("p", { class: "quiet" }, [plural(store.documentCount, "article"), plural(outlets.size, "outlet"),
      plural(filter.statements, "statement"), plural(store.disputes.length, "dispute")].join(" · ")),
    chips(context, go),
    h("div", { class: "columns" },
      h("section", null, h("h2", null, "Where they disagree"),
        disputes.slice(0, 6).map((dispute) => disputeCard(context, dispute)),
        !disputes.length && h("p", { class: "quiet" }, "Nobody denies what another says, under these filters."),
        disputes.length > 6 && h("p", null, h("a", { href: context.link("disputes") }, `All ${disputes.length} disputes`))),
      h("section", null, h("h2", null, "Who is quoted most"),
        actors.slice(0, 12).map((node) => actorRow(context, counts, node, counts.said(actors[0]))),
        h("p", { class: "legend" }, sides.map(({ name, word, sign }) => h("span", { class: `badge ${name}` }, `${sign} ${word.toLowerCase()}`))),
        h("p", null, h("a", { href: context.link("people") }, `All ${actors.length} who say something`)),
        queue.length > 0 && h("div", { class: "card warn" },
          h("h3", null, h("a", { href: context.link("review") }, `${plural(queue.length, "reading")} to check`)),
          h("p", null, "The program was not sure of these. Look at them before you publish.")))),
  ];
}
