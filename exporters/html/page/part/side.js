// The three sides: a word, a sign and a look each, never colour alone.
import { h } from "../base/dom.js";

export const sides = [
  { name: "for", word: "Says so", sign: "✓" },
  { name: "against", word: "Denies", sign: "✕" },
  { name: "neither", word: "Neither", sign: "◦" },
];

// "✓ says so", "✕ denies", "◦ promises": what the source does, in the program's words.
export function stanceBadge(store, edge) {
  if (!store.isStatement(edge)) {
    return h("span", { class: "badge did" }, `→ ${store.edgeLabel(edge)}`);
  }
  const side = sides[store.side(edge)];
  const label = store.edgeLabel(edge).replace(/^asserts\b/, "says so");
  return h("span", { class: `badge ${side.name}` }, `${side.sign} ${label}`);
}

// A bar of three parts; `most` is the longest bar's number.
export function sideBar(counts, most) {
  const total = counts[0] + counts[1] + counts[2];
  const words = sides.map(({ word }, side) => `${word.toLowerCase()}: ${counts[side]}`).join(", ");
  const bar = h("span", { class: "bar", role: "img", "aria-label": words, title: words });
  for (const side of [0, 1, 2]) {
    if (!counts[side]) continue;
    const part = h("span", { class: `part ${sides[side].name}` });
    part.style.width = `${(100 * counts[side]) / Math.max(most, total, 1)}%`;
    bar.append(part);
  }
  return bar;
}
