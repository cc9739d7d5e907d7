// Which sentences the chips keep. Everything shown is counted anew from them.
import { keptFilters } from "./address.js";

export const stances = [["for", "says so"], ["against", "denies"], ["neither", "neither"]];

export function makeFilter(store, query) {
  const wanted = keptFilters(query);
  const isOpen = Object.keys(wanted).length === 0;
  const side = stances.findIndex(([name]) => name === wanted.stance);
  const told = Number(wanted.told) || 1;
  const pieces = new Uint8Array(store.pieceCount);
  const edges = new Uint8Array(store.edgeCount);
  let statements = 0;
  let kept = 0;
  const fitsDate = (date) => {
    if (!wanted.from && !wanted.to) return true;
    if (!date) return false;
    const [first, last] = date.includes("/") ? date.split("/") : [date, date];
    // "2014-10" is in every stretch that has a day of it.
    return (!wanted.from || last >= wanted.from.slice(0, last.length)) &&
      (!wanted.to || first <= wanted.to.slice(0, first.length));
  };
  for (let edge = 0; edge < store.edgeCount; edge += 1) {
    const isStatement = store.isStatement(edge);
    if (isStatement) statements += 1;
    const first = store.firstPiece(edge);
    const end = store.endPiece(edge);
    if (isOpen || first === end) {
      edges[edge] = 1;
      pieces.fill(1, first, end);
    } else if (!(side >= 0 && (!isStatement || store.side(edge) !== side)) &&
        !(wanted.sure === "sure" && store.sure(edge) < 80) && !(wanted.sure === "unsure" && store.sure(edge) >= 80) &&
        !(told > 1 && store.told(edge) < told)) {
      for (let piece = first; piece < end; piece += 1) {
        if ((!wanted.outlet || store.outlet(store.documentOf(piece)) === wanted.outlet) && fitsDate(store.when(piece))) {
          pieces[piece] = 1;
          edges[edge] = 1;
        }
      }
    }
    if (isStatement && edges[edge]) kept += 1;
  }
  return {
    isOpen,
    wanted,
    statements,
    kept,
    keeps: (edge) => edges[edge] === 1,
    keepsPiece: (piece) => pieces[piece] === 1,
    pieces(edge) {
      const list = [];
      for (let piece = store.firstPiece(edge); piece < store.endPiece(edge); piece += 1) {
        if (pieces[piece]) list.push(piece);
      }
      return list;
    },
    // In words, for what is printed or taken away.
    inWords() {
      const words = [];
      if (wanted.from || wanted.to) words.push(`${wanted.from || "…"} to ${wanted.to || "…"}`);
      if (wanted.outlet) words.push(`told by ${wanted.outlet}`);
      if (side >= 0) words.push(stances[side][1]);
      if (wanted.sure) words.push(wanted.sure);
      if (told > 1) words.push(`told by ${told} or more articles`);
      return words.join(", ");
    },
  };
}
