// Citations of a sentence, and the address of the article at the sentence.
import { toast } from "../base/dom.js";
import { dayName } from "../base/words.js";

// The article's address; browsers scroll to the sentence and light it.
export function articleAddress(store, piece) {
  const url = store.url(store.documentOf(piece));
  if (!url) return "";
  const words = store.words(piece).split(/\s+/).filter(Boolean);
  const encode = (list) => encodeURIComponent(list.join(" ")).replace(/-/g, "%2D");
  const part = words.length > 10 ? `${encode(words.slice(0, 5))},${encode(words.slice(-5))}` : encode(words);
  return `${url.split("#")[0]}#:~:text=${part}`;
}

export function citation(store, piece) {
  const number = store.documentOf(piece);
  const author = store.author(number);
  const from = [author, `“${store.headline(number)}”`, store.outlet(number), store.published(number) && dayName(store.published(number)),
    store.url(number)].filter(Boolean).join(", ");
  return `“${store.words(piece).trim()}” (${from})`;
}

export function bibtex(store, piece) {
  const number = store.documentOf(piece);
  const safe = (text) => text.replace(/[\\{}%&$#_^~]/g, (sign) => ({ "\\": "\\textbackslash{}", "^": "\\^{}", "~": "\\~{}" })[sign] || `\\${sign}`);
  const fields = [["title", store.headline(number)], ["author", store.author(number)], ["journal", store.outlet(number)],
    ["date", store.published(number)], ["url", store.url(number)], ["note", store.words(piece).trim()]];
  const lines = fields.filter(([, value]) => value)
    .map(([name, value]) => `  ${name} = {${name === "url" ? value.replace(/[{}]/g, encodeURIComponent) : safe(value)}}`);
  return `@article{${store.documentId(number).replace(/[^\w-]+/g, "-")},\n${lines.join(",\n")}\n}`;
}

export function cslJson(store, piece) {
  const number = store.documentOf(piece);
  const date = store.published(number).split("-").map(Number).filter(Boolean);
  return JSON.stringify([{
    type: "article-newspaper", id: store.documentId(number), title: store.headline(number),
    "container-title": store.outlet(number), URL: store.url(number) || undefined,
    author: store.author(number) ? [{ literal: store.author(number) }] : undefined,
    issued: date.length ? { "date-parts": [date] } : undefined, note: store.words(piece).trim(),
  }], null, 1);
}

// Into the clipboard; where a browser refuses (a file that is no secure place), by a selection.
export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  toast(`Copied: ${what}.`);
}
