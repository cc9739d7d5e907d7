// Readings to check, one after the other, and the corrections made so far.
import { bdi, button, h, toast } from "../base/dom.js";
import { plural, shorten } from "../base/words.js";
import { doubt } from "../data/store.js";
import { save } from "../part/save.js";
import { sentence } from "../part/sentence.js";
import { stanceBadge } from "../part/side.js";
import { namedPlaces } from "../review/corrections.js";
import { namesView } from "../review/names.js";
import { itemName, piecesOfMerge, placeOfItem, reviewQueue } from "../review/queue.js";
import { mergeForm, placesOf, verdictForm } from "../review/verdicts.js";

const doubt_names = ["sure", "unsure", "very unsure"];

function piecesOf(store, edge) {
  const pieces = [];
  for (let piece = store.firstPiece(edge); piece < store.endPiece(edge); piece += 1) pieces.push(piece);
  return pieces;
}

// Items of which the reader has said something.
function checkedTest(store, lines) {
  const places = new Set(lines.flatMap(namedPlaces));
  const pairs = new Set(lines.filter((line) => /^(same|different) /.test(line)).map((line) => line.replace(/^\S+ \| /, "")));
  return (item) => (item.edge !== undefined ? placesOf(store, piecesOf(store, item.edge)).some((place) => places.has(place)) :
    pairs.has(`${item.first} | ${item.second}`));
}

function correctionsCard(context) {
  const { corrections } = context;
  const lines = corrections.lines();
  return h("section", { class: "card" }, h("h2", null, "Your corrections ", h("span", { class: "count-badge" }, lines.length)),
    lines.length === 0 ? h("p", { class: "quiet" }, "None yet. Nothing is changed until the graph is built again with your file.") :
      h("ul", { class: "plain" }, lines.slice(-30).map((line) => h("li", null, h("code", null, bdi(line)), " ",
        button("Take back", () => { corrections.remove(line); }, { "aria-label": `Take back: ${line}` })))),
    lines.length > 30 && h("p", { class: "quiet" }, `and ${plural(lines.length - 30, "earlier line")}`),
    corrections.isSaved() && h("p", null, "They are saved in the file that gainsay serve was told."),
    h("p", null, button("Download corrections.txt", () => {
      save("corrections.txt", corrections.asFile(), "text/plain");
      corrections.downloaded();
    }, { disabled: lines.length === 0 })),
    lines.length > 0 && h("p", { class: "quiet" }, "Then: ", h("code", null, "gainsay build ARTICLES --overrides corrections.txt -o graph.json")));
}

// The item's question, in a line.
function titleOf(store, item) {
  if (item.edge !== undefined) {
    return `${store.label(store.source(item.edge))} ${store.edgeLabel(item.edge)}: ${store.label(store.target(item.edge))}`;
  }
  return store.kind(item.node) === "Claim" ? `Do two statements say the same? ${store.label(item.node)}` :
    `${item.first.replace(/@[^@]*$/, "")} = ${item.second.replace(/@[^@]*$/, "")}?`;
}

function statementCard(context, item, options) {
  const { store } = context;
  const { edge } = item;
  const pieces = piecesOf(store, edge);
  return [
    h("h2", null, context.nodeLink(store.source(edge)), " ", stanceBadge(store, edge), " ",
      h("a", { href: context.targetOf(store.target(edge)), class: "claim-link" }, bdi(store.label(store.target(edge))))),
    pieces.slice(0, 6).map((piece) => sentence(context, piece, { paragraph: true })),
    pieces.length > 6 && h("p", { class: "quiet" }, `and ${plural(pieces.length - 6, "more sentence")}`),
    verdictForm(context, edge, pieces, options),
  ];
}

function mergeCard(context, item, options) {
  const { store } = context;
  const isClaim = store.kind(item.node) === "Claim";
  const [one, other] = piecesOfMerge(store, item);
  const end = (text, piece) => {
    const at = text.lastIndexOf("@");
    return h("div", null, !isClaim && h("p", null, "“", bdi(text.slice(0, at)), "” in ", h("a", { href: context.link("article", text.slice(at + 1)) }, bdi(text.slice(at + 1)))),
      piece >= 0 ? [isClaim && h("p", { class: "line" }, context.nodeLink(store.source(store.edgeOf(piece))), " ", stanceBadge(store, store.edgeOf(piece))),
        sentence(context, piece, { paragraph: true })] : h("p", { class: "quiet" }, "The graph keeps no sentence of it."));
  };
  return [
    h("h2", null, isClaim ? "Do both say the same? " : "Is it one and the same? ",
      h("a", { href: context.targetOf(item.node), class: isClaim ? "claim-link" : "name" }, bdi(store.label(item.node)))),
    h("p", { class: "quiet" }, `They were taken for one because: ${item.reason}.`),
    end(item.first, one), end(item.second, other), mergeForm(context, item, options),
  ];
}

function card(context, go, list, at, isChecked) {
  const { store } = context;
  const item = list[at];
  const to = (next) => context.link("review", itemName(store, list[next]));
  let following = at + 1;
  while (following < list.length && isChecked(list[following])) following += 1;
  const done = () => { if (following < list.length) go(to(following)); };
  const level = item.edge !== undefined ? doubt(store, item.edge) : item.percent < 50 ? 2 : 1;
  const sure = item.edge !== undefined ? store.sure(item.edge) : item.percent;
  return h("section", { class: "card", "data-key": "card" },
    h("p", { class: "quiet" }, `${at + 1} of ${list.length} · `, h("strong", null, doubt_names[level]),
      level > 0 && ` · of a hundred such readings about ${sure} are right`, isChecked(item) && " · ✓ checked"),
    item.edge !== undefined ? statementCard(context, item, { done, keys: true }) : mergeCard(context, item, { done, keys: true }),
    h("p", { class: "buttons" },
      item.edge !== undefined && h("a", { class: "button", href: context.link("who", store.id(store.source(item.edge)), "names") }, "Who is this? Names"),
      at > 0 && h("a", { class: "button", href: to(at - 1), "data-key": "before", "data-shortcut": "p" }, "← Before"),
      at + 1 < list.length && h("a", { class: "button", href: to(at + 1), "data-key": "next", "data-shortcut": "n" }, "Next →")));
}

function keysNote(context) {
  const { keys } = context;
  const box = h("input", { type: "checkbox", checked: keys.areOn(), onchange: () => keys.set(box.checked) });
  return h("p", { class: "quiet keys" }, h("label", { class: "tick" }, box, " Keys: "), h("kbd", null, "a"), " right, ", h("kbd", null, "w"), " wrong, ",
    h("kbd", null, "m"), " a claim of its own, ", h("kbd", null, "t"), " stance, ", h("kbd", null, "n"), " next, ", h("kbd", null, "p"), " before");
}

export function review(context, go) {
  const { store, address } = context;
  const [what, ...rest] = address.id.split(":");
  if (what === "names") {
    const node = store.find(rest.join(":"));
    if (node < 0) return null;
    return [h("h1", null, "Is this one and the same?"), h("p", null, context.nodeLink(node)), namesView(context, node)];
  }
  const list = [...reviewQueue(store)];
  const isChecked = checkedTest(store, context.corrections.lines());
  let at = address.id ? placeOfItem(store, list, address.id) : -1;
  if (address.id && at < 0) toast("This reading is not in the graph any more.");
  if (at < 0) at = Math.max(0, list.findIndex((item) => !isChecked(item)));
  const checked = list.filter(isChecked).length;
  const next = list.slice(at + 1).filter((item) => !isChecked(item)).slice(0, 8);
  return [
    h("h1", null, "Check the doubtful readings"),
    h("p", { class: "quiet" }, "What the program was not sure of. First what is likeliest wrong and matters most: disputes, what many articles tell, who says much.",
      checked > 0 && ` You have checked ${checked} of ${list.length}.`),
    h("div", { class: "columns" },
      h("div", null, list.length ? [card(context, go, list, at, isChecked), keysNote(context)] :
        h("p", { class: "quiet" }, "Nothing: the program is sure of all of it."),
        next.length > 0 && h("section", null, h("h2", null, "Next"), h("ol", { class: "plain" }, next.map((item) => h("li", null,
          h("a", { href: context.link("review", itemName(store, item)) }, bdi(shorten(titleOf(store, item), 160)))))))),
      correctionsCard(context)),
  ];
}
