// Outlets compared: claims by outlets, what each tells and leaves out.
import { bdi, h } from "../base/dom.js";
import { plural, shorten } from "../base/words.js";
import { remembered } from "../data/counts.js";
import { chips } from "../part/chips.js";
import { saveButtons } from "../part/save.js";

const most_columns = 12;
const rows_added = 25;
// A list of more is slow to open and of no use.
const most_affairs = 120;

// Affairs by number: the outlets and headlines of their articles, the affair of most articles first.
function affairs(store) {
  const found = new Map();
  for (let number = 0; number < store.documentCount; number += 1) {
    const story = store.story(number);
    if (story < 0) continue;
    if (!found.has(story)) found.set(story, { story, articles: 0, first: number });
    const affair = found.get(story);
    affair.articles += 1;
    if (store.published(number) && (!store.published(affair.first) || store.published(number) < store.published(affair.first))) affair.first = number;
  }
  return [...found.values()].sort((a, b) => b.articles - a.articles || a.story - b.story);
}

// Of each claim: outlets that tell it (with its sides as bits) and outlets with an article on the same affair. An affair
// that is given leaves out what is told elsewhere alone.
function compare(store, filter, affair) {
  const ofStory = new Map();
  for (let number = 0; number < store.documentCount; number += 1) {
    const story = store.story(number);
    if (story < 0) continue;
    if (!ofStory.has(story)) ofStory.set(story, new Set());
    ofStory.get(story).add(store.outlet(number));
  }
  const rows = new Map();
  for (let edge = 0; edge < store.edgeCount; edge += 1) {
    if (!store.isStatement(edge) || !filter.keeps(edge)) continue;
    const node = store.target(edge);
    if (!rows.has(node)) rows.set(node, { node, told: new Map(), near: new Set() });
    const row = rows.get(node);
    for (const piece of filter.pieces(edge)) {
      const number = store.documentOf(piece);
      if (affair >= 0 && store.story(number) !== affair) continue;
      const outlet = store.outlet(number);
      row.told.set(outlet, (row.told.get(outlet) || 0) | (1 << store.side(edge)));
      for (const other of ofStory.get(store.story(number)) || []) row.near.add(other);
    }
  }
  return [...rows.values()].filter(({ told }) => told.size);
}

const cell_words = ["–", "✓ says so", "✕ denies", "✓✕ both sides", "◦ other", "✓◦ says so, other", "✕◦ denies, other", "✓✕◦ all"];

export function outlets(context, go) {
  const { store, filter, address } = context;
  const { of = "", show = "", at = "" } = address.query;
  const stories = remembered(filter, "affairs", () => affairs(store).filter(({ articles }) => articles > 1));
  // An address names an affair by an article of it. At first: the affair of most articles.
  const named = address.query.affair ? store.findDocument(address.query.affair) : -1;
  const affair = named >= 0 ? store.story(named) : of || address.query.affair === "all" || stories.length < 2 ? -1 : stories[0].story;
  const all = remembered(filter, `outlets ${affair}`, () => compare(store, filter, affair));
  const counts = new Map();
  for (const { told } of all) for (const outlet of told.keys()) counts.set(outlet, (counts.get(outlet) || 0) + 1);
  const names = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
  const tests = {
    "": () => true,
    told: ({ told }) => told.has(of),
    left: ({ told, near }) => !told.has(of) && near.has(of),
    only: ({ told }) => told.has(of) && told.size === 1,
  };
  const chosen = of && tests[show] ? show : "";
  const rows = all.filter(tests[chosen]).sort((a, b) => Number(store.disputeOf(b.node) >= 0) - Number(store.disputeOf(a.node) >= 0) ||
    b.told.size - a.told.size || a.node - b.node);
  const shown = rows.slice(0, rows_added + (Number(at) || 0));
  // The outlets of the rows in view, the chosen one first.
  const present = new Map();
  for (const { told, near } of shown) {
    for (const outlet of told.keys()) present.set(outlet, (present.get(outlet) || 0) + 1);
    for (const outlet of near) if (!present.has(outlet)) present.set(outlet, 0.5);
  }
  const columns = [...present.keys()].sort((a, b) => Number(b === of) - Number(a === of) || present.get(b) - present.get(a) || (a < b ? -1 : 1))
    .slice(0, most_columns);
  const select = h("select", { "aria-label": "Outlet to compare", onchange: () => go(context.here({ of: select.value, show: select.value ? show || "left" : "", at: "" })) },
    [["", "all outlets"], ...names.map((name) => [name, name])].map(([value, text]) => h("option", { value, selected: value === of }, text)));
  const affairSelect = stories.length > 1 && h("select", { "aria-label": "Affair", onchange: () => go(context.here({ affair: affairSelect.value, at: "" })) },
    h("option", { value: "all", selected: affair < 0 }, "all affairs"), stories.filter(({ story }, place) => place < most_affairs || story === affair).map(({ story, first, articles }) =>
      h("option", { value: store.documentId(first), selected: story === affair }, `${shorten(store.headline(first), 70)} (${articles})`)),
    stories.length > most_affairs && h("option", { disabled: true }, `${stories.length - most_affairs} smaller ones: from an article's page`));
  const choices = [["left", "Left out"], ["only", "Told alone"], ["told", "Told"]];
  const mark = (row, outlet) => {
    const bits = row.told.get(outlet) || 0;
    const isLeftOut = !bits && row.near.has(outlet);
    return h("td", { class: bits === 1 ? "for" : bits & 2 ? "against" : bits ? "neither" : "none" },
      bits ? cell_words[bits] : isLeftOut ? "– left out" : "");
  };
  return [
    h("h1", null, "What the outlets tell and leave out"),
    h("p", { class: "quiet" }, "An outlet leaves a claim out when it has an article on the same affair and does not tell the claim."),
    chips(context, go),
    h("p", { class: "choices" }, affairSelect && h("label", null, "Affair ", affairSelect), " ", h("label", null, "Compare ", select), " ", of && choices.map(([value, text]) =>
      h("a", { href: context.here({ show: value, at: "" }), "aria-current": chosen === value ? "true" : null }, `${text} by ${of}`))),
    h("p", { class: "tools-line" }, plural(rows.length, "claim"), " ", saveButtons("outlets", ["claim_id", "claim", "disputed", ...names],
      () => rows.map((row) => [store.id(row.node), store.label(row.node), store.disputeOf(row.node) >= 0 ? "yes" : "no",
        ...names.map((name) => (row.told.has(name) ? cell_words[row.told.get(name)].replace(/^\S+ /, "") : row.near.has(name) ? "left out" : ""))]))),
    rows.length === 0 ? h("p", { class: "quiet" }, "Nothing under these filters.") :
      h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Claims by outlet" }, h("table", { class: "matrix" },
        h("thead", null, h("tr", null, h("th", { scope: "col" }, "Claim"), columns.map((name) => h("th", { scope: "col" },
          h("a", { href: context.here({ of: name, show: show || "left", at: "" }) }, bdi(name)))))),
        h("tbody", null, shown.map((row) => h("tr", null, h("th", { scope: "row" },
          store.disputeOf(row.node) >= 0 && h("span", { class: "badge disputed" }, "disputed"), " ",
          h("a", { href: context.targetOf(row.node) }, bdi(shorten(store.label(row.node), 120)))), columns.map((name) => mark(row, name))))))),
    shown.length < rows.length && h("p", { class: "more" }, h("a", { class: "button", href: context.here({ at: String((Number(at) || 0) + rows_added) }) },
      `Show ${Math.min(rows_added, rows.length - shown.length)} more of ${plural(rows.length, "claim")}`)),
    present.size > columns.length && h("p", { class: "quiet" }, `${plural(present.size - columns.length, "more outlet")}: in the CSV, or choose one above.`),
  ];
}
