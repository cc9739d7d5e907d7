// A person or body: what it said, what is said about it, what it did, with whom it is connected, how articles name it.
import { bdi, h } from "../base/dom.js";
import { dayName, plural } from "../base/words.js";
import { actionsOf, countSaid, opponentsOf, saidAbout, sameNames, statementsOf } from "../data/counts.js";
import { chips } from "../part/chips.js";
import { copy } from "../part/cite.js";
import { describeNode } from "../part/context.js";
import { pagedList } from "../part/list.js";
import { saveButtons, statementRows, statement_columns } from "../part/save.js";
import { sideBar, sides } from "../part/side.js";
import { jointly, statement } from "../part/statement.js";
import { marksOf, timeline } from "../picture/timeline.js";
import { namesView } from "../review/names.js";
import { connectedView } from "./network.js";

function byDay(context, edges) {
  const { store, filter } = context;
  const days = new Map(edges.map((edge) => [edge, store.when(filter.pieces(edge)[0]) || "9999"]));
  return { sorted: [...edges].sort((a, b) => (days.get(a) < days.get(b) ? -1 : days.get(a) > days.get(b) ? 1 : a - b)),
    group: (edge) => dayName(days.get(edge) === "9999" ? "" : days.get(edge)) };
}

function contradictions(context, actor, name) {
  const { store, filter } = context;
  const opponents = opponentsOf(store, filter, actor);
  if (!opponents.length) return null;
  return h("section", { class: "card" }, h("h2", null, "Who contradicts ", bdi(name)),
    h("ul", { class: "plain" }, opponents.slice(0, 8).map(([other, claims]) => h("li", null, context.nodeLink(other), ": ",
      claims.slice(0, 3).map((node, at) => [at ? "; " : "", h("a", { href: context.targetOf(node), class: "claim-link" }, bdi(store.label(node)))]),
      claims.length > 3 && ` and ${claims.length - 3} more`))),
    opponents.length > 8 && h("p", { class: "quiet" }, `and ${plural(opponents.length - 8, "other", "others")}`));
}

function said(context, actor, name) {
  const { store } = context;
  const edges = statementsOf(store, context.filter, actor);
  const { sorted, group } = byDay(context, edges);
  const lanes = [0, 1, 2].map((side) => ({ name: sides[side].word, href: "",
    marks: marksOf(context, edges.filter((edge) => store.side(edge) === side)) })).filter(({ marks }) => marks.length);
  return [
    contradictions(context, actor, name),
    edges.length > 3 && timeline(lanes, `What ${name} said when`),
    h("p", { class: "tools-line" }, plural(edges.length, "statement"), " ",
      saveButtons("said", statement_columns, () => statementRows(context, sorted))),
    pagedList(sorted, (edge) => statement(context, edge, { who: false }), { noun: "statement", group }),
  ];
}

function about(context, actor) {
  const edges = saidAbout(context.store, context.filter, actor);
  const { sorted, group } = byDay(context, edges);
  return [
    h("p", { class: "tools-line" }, plural(edges.length, "statement"), " ",
      saveButtons("said-about", statement_columns, () => statementRows(context, sorted))),
    pagedList(jointly(context, sorted), (joint) => statement(context, joint), { noun: "statement", group: ([edge]) => group(edge) }),
  ];
}

function did(context, actor) {
  const edges = actionsOf(context.store, context.filter, actor);
  return [
    h("p", { class: "tools-line" }, plural(edges.length, "action"), " ",
      saveButtons("did", statement_columns, () => statementRows(context, edges))),
    pagedList(edges, (edge) => statement(context, edge), { noun: "action" }),
  ];
}

export function who(context, go) {
  const { store, filter, address } = context;
  const actor = store.find(address.id);
  if (actor < 0 || store.isContent(actor)) return null;
  const name = store.label(actor);
  const counts = countSaid(store, filter);
  const aliases = store.aliases(actor);
  const same = (sameNames(store).get(name.toLowerCase()) || []).filter((node) => node !== actor);
  const parts = [
    ["said", `Said ${counts.said(actor)}`, () => said(context, actor, name)],
    ["about", `Said about ${saidAbout(store, filter, actor).length}`, () => about(context, actor)],
    ["did", `Did ${actionsOf(store, filter, actor).length}`, () => did(context, actor)],
    ["connected", "Connected", () => connectedView(context, actor, go)],
    ["names", `Names ${store.documentsNaming(actor).length ? `in ${plural(store.documentsNaming(actor).length, "article")}` : ""}`,
      () => namesView(context, actor)],
  ];
  // Who says nothing is shown by what is said of it.
  const usual = counts.said(actor) > 0 ? "said" : parts.slice(1, 3).find(([, text]) => !text.endsWith(" 0"))?.[0] || "names";
  const tab = parts.some(([key]) => key === address.tab) ? address.tab : usual;
  return [
    h("h1", null, bdi(name)),
    h("p", { class: "quiet" }, bdi(describeNode(store, actor)), aliases.length > 0 && [" · also: ", bdi(aliases.slice(0, 6).join(", ")),
      aliases.length > 6 && ` and ${aliases.length - 6} more`],
      same.length > 0 && [" · ", h("a", { href: context.link("review", `names:${store.id(actor)}`) }, `${plural(same.length, "other")} of this name: the same?`)],
      h("span", { class: "tools" }, h("button", { type: "button", class: "quiet-button", onclick: () => copy(location.href, "the link") }, "Copy link"))),
    h("p", null, sideBar(counts.sides(actor), 0)),
    chips(context, go),
    h("nav", { class: "tabs", "aria-label": "About this name" }, parts.map(([key, text]) =>
      h("a", { href: context.link("who", address.id, key), "aria-current": key === tab ? "page" : null }, text))),
    parts.find(([key]) => key === tab)[2](),
  ];
}
