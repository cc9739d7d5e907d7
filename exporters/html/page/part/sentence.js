// A sentence: what the article has there, the cue lit, the outlet, the date, its paragraph, its address, a citation.
import { bdi, button, h } from "../base/dom.js";
import { dayName } from "../base/words.js";
import { articleAddress, bibtex, citation, copy, cslJson } from "./cite.js";

// The words with the cue (or trigger) marked.
function litWords(store, piece, from, to) {
  const text = store.passageText(store.passageOf(piece));
  const marks = store.marks(piece);
  const parts = [];
  let at = from;
  for (let each = 0; each < marks.length; each += 2) {
    const begin = marks[each];
    const end = begin + marks[each + 1];
    if (begin < at || end > to) continue;
    parts.push(text.slice(at, begin), h("mark", null, text.slice(begin, end)));
    at = end;
  }
  parts.push(text.slice(at, to));
  return parts;
}

export function sentence(context, piece, { paragraph = false } = {}) {
  const { store } = context;
  const number = store.documentOf(piece);
  const whole = store.passageText(store.passageOf(piece));
  const begin = store.begin(piece);
  const end = begin + store.length(piece);
  const hasMore = whole.length > store.length(piece) + 2;
  const words = h("p", { class: "words" });
  const show = (all) => {
    words.replaceChildren();
    const lit = bdi("");
    lit.append(...litWords(store, piece, begin, end));
    if (all) words.append(h("span", { class: "around" }, bdi(whole.slice(0, begin))), lit, h("span", { class: "around" }, bdi(whole.slice(end))));
    else words.append(lit);
  };
  let open = paragraph;
  show(open && hasMore);
  const url = articleAddress(store, piece);
  const cite = h("span", { class: "cite", hidden: true },
    button("as text", () => copy(citation(store, piece), "the citation")), " ",
    button("BibTeX", () => copy(bibtex(store, piece), "BibTeX")), " ",
    button("CSL-JSON", () => copy(cslJson(store, piece), "CSL-JSON")));
  const toggle = hasMore && button(open ? "Only the sentence" : "Show what is around it", () => {
    open = !open;
    show(open);
    toggle.textContent = open ? "Only the sentence" : "Show what is around it";
    toggle.setAttribute("aria-expanded", String(open));
  }, { class: "quiet-button", "aria-expanded": String(open) });
  const citeButton = button("Cite", () => {
    cite.hidden = !cite.hidden;
    citeButton.setAttribute("aria-expanded", String(!cite.hidden));
  }, { class: "quiet-button", "aria-expanded": "false" });
  const form = h("div", { hidden: true });
  const correctButton = context.correct && store.place(piece) && button("Correct", () => {
    form.hidden = !form.hidden;
    form.replaceChildren(...(form.hidden ? [] : [context.correct(store.edgeOf(piece), [piece])]));
    correctButton.setAttribute("aria-expanded", String(!form.hidden));
  }, { class: "quiet-button", "aria-expanded": "false" });
  return h("div", { class: "sentence", id: `s${piece}` }, words,
    h("p", { class: "source" },
      h("a", { href: context.link("article", store.documentId(number)), class: "outlet" }, bdi(store.outlet(number))),
      store.headline(number) !== store.documentId(number) && [" · ", bdi(store.headline(number))],
      ` · ${dayName(store.published(number) || store.when(piece))}`, store.author(number) && [" · ", bdi(store.author(number))],
      h("span", { class: "tools" }, toggle,
        url && h("a", { href: url, rel: "noreferrer external", target: "_blank" }, "Article", h("span", { class: "unseen" }, " (opens a new tab)")),
        citeButton, cite, correctButton)), form);
}
