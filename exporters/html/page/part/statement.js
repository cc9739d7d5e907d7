// One statement (or action): who, what the source does, what is said; its first sentence, the others on demand.
import { bdi, button, h } from "../base/dom.js";
import { plural } from "../base/words.js";
import { doubt } from "../data/store.js";
import { sentence } from "./sentence.js";
import { stanceBadge } from "./side.js";

const doubt_words = ["", "unsure", "very unsure"];

// A mark on what the program is not sure of: it leads to the review.
export function doubtMark(context, edge) {
  const level = context.store.isStatement(edge) ? doubt(context.store, edge) : 0;
  if (!level) return null;
  return h("a", {
    class: "doubt", href: context.link("review", `statement:${edgeName(context.store, edge)}`),
    title: `The program is ${doubt_words[level]} of this reading. Check it.`,
  }, "?".repeat(level), h("span", { class: "unseen" }, ` ${doubt_words[level]}: check this`));
}

// What names an edge in an address: its ends, its kind and its words, as its number changes with the graph.
export function edgeName(store, edge) {
  return [store.id(store.source(edge)), store.edgeKind(edge), store.id(store.target(edge)), store.edgeLabel(edge)].join(" ");
}

export function edgeOfName(store, name) {
  const node = store.find(name.split(" ")[0]);
  const found = node < 0 ? undefined : [...store.out(node)].find((edge) => edgeName(store, edge) === name);
  return found === undefined ? -1 : found;
}

// What stands around the claim's words in the article, where they do not say what "it" or "the move" is.
export function wordsAround(store, content) {
  const words = store.attributes(content).context;
  return words ? h("p", { class: "quiet" }, "Around it: ", bdi(`\u201c${words}\u201d`)) : null;
}

// Who says the same in the same sentences ("Germany and France said") stands together: lists of such edges.
export function jointly(context, edges) {
  const { store, filter } = context;
  const found = new Map();
  for (const edge of edges) {
    const pieces = filter.pieces(edge);
    const key = [store.edgeLabel(edge), store.target(edge), ...pieces.map((piece) => `${store.passageOf(piece)}:${store.begin(piece)}-${store.length(piece)}`)].join(" ");
    if (pieces.length && found.has(key)) found.get(key).push(edge);
    else found.set(pieces.length ? key : `${key} ${edge}`, [edge]);
  }
  return [...found.values()];
}

const names_shown = 6;

// `edge`: one, or several of jointly(). Which of who, what (claim) stand in the line; `sentences`: how many at first.
export function statement(context, joint, { who = true, what = true, sentences = 1 } = {}) {
  const edges = Array.isArray(joint) ? joint : [joint];
  const [edge] = edges;
  const { store, filter } = context;
  const pieces = filter.pieces(edge);
  const relays = store.relays(edge).filter((node) => node >= 0);
  const isDisputed = what && store.isStatement(edge) && store.disputeOf(store.target(edge)) >= 0;
  const line = h("p", { class: "line" },
    who && [edges.slice(0, names_shown).map((each, at) => [at ? ", " : "", context.nodeLink(store.source(each))]),
      edges.length > names_shown && ` and ${edges.length - names_shown} more`, " "], stanceBadge(store, edge), " ",
    what && [h("a", { href: context.targetOf(store.target(edge)), class: store.isContent(store.target(edge)) ? "claim-link" : "name" },
      bdi(store.label(store.target(edge)))), " "],
    relays.length > 0 && h("span", { class: "quiet" }, "via ", relays.map((node, at) => [at ? ", " : "", context.nodeLink(node)]), " "),
    isDisputed && h("span", { class: "badge disputed" }, "disputed"), " ",
    doubtMark(context, edge));
  const around = what && store.isContent(store.target(edge)) ? wordsAround(store, store.target(edge)) : null;
  // The sentence that the address names is shown, with its paragraph.
  const named = Number(context.address.query.s);
  const first = Math.max(sentences, pieces.indexOf(named) + 1);
  const place = h("div", { class: "sentences" }, pieces.slice(0, first).map((piece) => sentence(context, piece, { paragraph: piece === named })));
  const left = pieces.length - first;
  const more = left > 0 && button(`${plural(left, "more sentence", "more sentences")}`, () => {
    more.replaceWith(...pieces.slice(first).map((piece) => sentence(context, piece)));
  }, { class: "quiet-button" });
  if (more) place.append(more);
  return h("div", { class: "statement" }, line, around, place);
}
