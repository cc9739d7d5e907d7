// The lists: people, disputes, statements, articles.
import { bdi, h } from "../base/dom.js";
import { byName, dayName, plural } from "../base/words.js";
import { countSaid, documentsTelling, keptDisputes, rankedActors, remembered, sidesOf } from "../data/counts.js";
import { chips } from "../part/chips.js";
import { describeNode } from "../part/context.js";
import { pagedList } from "../part/list.js";
import { saveButtons, statementRows, statement_columns } from "../part/save.js";
import { jointly, statement } from "../part/statement.js";
import { actorRow, disputeCard } from "./overview.js";

function tabs(context, name, values, wanted) {
  return h("p", { class: "choices" }, values.map(([value, text]) =>
    h("a", { href: context.here({ [name]: value }), "aria-current": value === wanted ? "true" : null }, text)));
}

export function people(context, go) {
  const { store, filter, address } = context;
  const kinds = [["", "All"], ["Person", "People"], ["Organization", "Organizations"], ["Country", "Countries"], ["Group", "Groups"], ["Outlet", "Media"]];
  const kind = address.query.kind || "";
  const counts = countSaid(store, filter);
  const list = rankedActors(store, counts, (node) => !kind || store.kind(node) === kind);
  if (address.query.sort === "name") list.sort((a, b) => byName(store.label(a), store.label(b)));
  const most = list.reduce((sum, node) => Math.max(sum, counts.said(node)), 0);
  const columns = ["id", "name", "kind", "position", "says_so", "denies", "neither", "articles"];
  const rows = () => list.map((node) => [store.id(node), store.label(node), store.kind(node), store.attributes(node).position || "",
    ...counts.sides(node), store.documentsNaming(node).length]);
  return [
    h("h1", null, "People and bodies"), chips(context, go), tabs(context, "kind", kinds, kind),
    tabs(context, "sort", [["", "Most quoted first"], ["name", "By name"]], address.query.sort || ""),
    h("p", { class: "tools-line" }, plural(list.length, "name"), " ", saveButtons("people", columns, rows)),
    pagedList(list, (node) => h("div", null, actorRow(context, counts, node, most),
      h("p", { class: "quiet under" }, bdi(describeNode(store, node)))), { noun: "name", size: 40 }),
  ];
}

export function disputes(context, go) {
  const { store, filter } = context;
  const list = keptDisputes(store, filter);
  const columns = ["claim_id", "claim", "opposite", "says_so", "denies", "neither", "articles", "outlets"];
  const rows = () => list.map((dispute) => {
    const all = sidesOf(store, filter, dispute.claim);
    const names = (edges) => [...new Set(edges.map((edge) => store.label(store.source(edge))))].join("; ");
    const documents = documentsTelling(store, filter, all.flat());
    return [store.id(dispute.claim), store.label(dispute.claim), dispute.opposite === undefined ? "" : store.label(dispute.opposite),
      ...all.map(names), documents.length, [...new Set(documents.map((number) => store.outlet(number)))].join("; ")];
  });
  return [
    h("h1", null, "Disputes"), h("p", { class: "quiet" }, "One side says it, another says it is not so."), chips(context, go),
    h("p", { class: "tools-line" }, plural(list.length, "dispute"), " ", saveButtons("disputes", columns, rows)),
    pagedList(list, (dispute) => disputeCard(context, dispute, "h2"), { noun: "dispute", size: 15 }),
  ];
}

const orders = [["", "Told most first"], ["date", "By date"], ["unsure", "Least sure first"]];

const undated = "9999";
const dayOf = (store, filter, edge) => store.when(filter.pieces(edge)[0]) || undated;

function orderedStatements(store, filter, order) {
  const list = [];
  for (let edge = 0; edge < store.edgeCount; edge += 1) if (store.isStatement(edge) && filter.keeps(edge)) list.push(edge);
  if (order === "date") {
    const days = new Map(list.map((edge) => [edge, dayOf(store, filter, edge)]));
    return list.sort((a, b) => (days.get(a) < days.get(b) ? -1 : days.get(a) > days.get(b) ? 1 : a - b));
  }
  return list.sort(order === "unsure" ? (a, b) => store.sure(a) - store.sure(b) || a - b : (a, b) => store.told(b) - store.told(a) || a - b);
}

export function statements(context, go) {
  const { store, filter, address } = context;
  const order = address.query.sort || "";
  const list = remembered(filter, `statements ${order}`, () => orderedStatements(store, filter, order));
  const day = (edge) => dayOf(store, filter, edge);
  return [
    h("h1", null, "Statements"), chips(context, go), tabs(context, "sort", orders, order),
    h("p", { class: "tools-line" }, plural(list.length, "statement"), " ",
      saveButtons("statements", statement_columns, () => statementRows(context, list))),
    pagedList(list, (edge) => statement(context, edge), { noun: "statement",
      group: order === "date" ? (edge) => dayName(day(edge) === undated ? "" : day(edge)) : null }),
  ];
}

export function articles(context, go) {
  const { store, filter } = context;
  const counts = new Int32Array(store.documentCount);
  for (let edge = 0; edge < store.edgeCount; edge += 1) {
    if (!store.isStatement(edge)) continue;
    for (const piece of filter.pieces(edge)) counts[store.documentOf(piece)] += 1;
  }
  const list = Array.from({ length: store.documentCount }, (_, number) => number).filter((number) => filter.isOpen || counts[number] > 0);
  list.sort((a, b) => (store.published(a) < store.published(b) ? -1 : store.published(a) > store.published(b) ? 1 : a - b));
  const columns = ["document", "title", "outlet", "author", "published", "url", "sentences"];
  const rows = () => list.map((number) => [store.documentId(number), store.headline(number), store.outlet(number), store.author(number),
    store.published(number), store.url(number), counts[number]]);
  return [
    h("h1", null, "Articles"), chips(context, go),
    h("p", { class: "tools-line" }, plural(list.length, "article"), " ", saveButtons("articles", columns, rows)),
    pagedList(list, (number) => h("div", { class: "article-row" },
      h("a", { href: context.link("article", store.documentId(number)) }, bdi(store.headline(number))),
      h("p", { class: "quiet under" }, bdi(store.outlet(number)), ` · ${dayName(store.published(number))} · ${plural(counts[number], "sentence")}`)),
    { noun: "article", size: 40 }),
  ];
}

// One article: what is said in it, in its order.
// Outlets with an article on the same affair.
function outletsOnStory(store, number) {
  const found = new Set();
  for (let other = 0; other < store.documentCount; other += 1) if (store.story(other) === store.story(number)) found.add(store.outlet(other));
  return found.size;
}

export function article(context, go) {
  const { store, filter, address } = context;
  const number = store.findDocument(address.id);
  if (number < 0) return null;
  const found = [];
  for (let edge = 0; edge < store.edgeCount; edge += 1) {
    if (!store.isStatement(edge) && !store.isAction(edge)) continue;
    const piece = filter.pieces(edge).find((each) => store.documentOf(each) === number);
    if (piece !== undefined) found.push([edge, piece]);
  }
  const place = (piece) => store.passageByte(store.passageOf(piece)) + store.begin(piece);
  found.sort((a, b) => place(a[1]) - place(b[1]) || a[0] - b[0]);
  const only = { ...context, filter: { ...filter, pieces: (edge) => filter.pieces(edge).filter((piece) => store.documentOf(piece) === number) } };
  const url = store.url(number);
  const original = store.original(number);
  return [
    h("h1", null, bdi(store.headline(number))),
    h("p", { class: "quiet" }, h("a", { href: context.link("statements", "", "", { outlet: store.outlet(number) }) }, bdi(store.outlet(number))),
      ` · ${dayName(store.published(number))}`, store.author(number) && [" · ", bdi(store.author(number))],
      url && [" · ", h("a", { href: url, rel: "noreferrer external", target: "_blank" }, "Open the article", h("span", { class: "unseen" }, " (opens a new tab)"))],
      store.story(number) >= 0 && outletsOnStory(store, number) > 1 && [" · ", h("a", { href: context.link("outlets", "", "", { affair: store.documentId(number) }) }, "What other outlets tell of it")],
      original !== number && [" · a reprint of ", h("a", { href: context.link("article", store.documentId(original)) }, bdi(store.outlet(original)))]),
    chips(context, go),
    h("p", { class: "tools-line" }, plural(found.length, "statement or action", "statements and actions"), " ",
      saveButtons(`article-${store.documentId(number)}`, statement_columns, () => statementRows(only, found.map(([edge]) => edge)))),
    pagedList(jointly(only, found.map(([edge]) => edge)), (joint) => statement(only, joint), { noun: "statement" }),
  ];
}
