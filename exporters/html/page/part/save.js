// What is seen, taken away: CSV for spreadsheets (a text that one would run as a formula has an apostrophe before it),
// JSON for programs, as files that the browser saves.
import { h, toast } from "../base/dom.js";

export function csvCell(value) {
  let text = value === null || value === undefined ? "" : String(value);
  if (typeof value === "string" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

export function csvOf(columns, rows) {
  return [columns, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
}

export function save(name, content, type) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = h("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
  toast(`Saved ${name}.`);
}

// Links "CSV" and "JSON" for a table; `rows` is called when one of them is chosen.
export function saveButtons(name, columns, rows) {
  const asJson = () => JSON.stringify(rows().map((row) =>
    Object.fromEntries(columns.map((column, at) => [column, row[at]]))), null, 1) + "\n";
  return h("span", { class: "tools" },
    h("button", { type: "button", class: "quiet-button", onclick: () => save(`${name}.csv`, "\ufeff" + csvOf(columns, rows()), "text/csv;charset=utf-8") }, "CSV"),
    h("button", { type: "button", class: "quiet-button", onclick: () => save(`${name}.json`, asJson(), "application/json") }, "JSON"));
}

export const statement_columns = ["date", "outlet", "document", "title", "url", "speaker", "speaker_kind", "stance", "side", "claim_id",
  "claim", "sentence", "begin", "end", "sureness"];

// A row for each sentence of the statements.
export function statementRows(context, edges) {
  const { store, filter } = context;
  return edges.flatMap((edge) => filter.pieces(edge).map((piece) => {
    const number = store.documentOf(piece);
    const [begin, end] = store.bytes(piece);
    const side = store.isStatement(edge) ? ["for", "against", "neither"][store.side(edge)] : "";
    return [store.when(piece), store.outlet(number), store.documentId(number), store.headline(number), store.url(number),
      store.label(store.source(edge)), store.kind(store.source(edge)), store.edgeLabel(edge), side, store.id(store.target(edge)),
      store.label(store.target(edge)), store.words(piece), begin, end, store.sure(edge) / 100];
  }));
}
