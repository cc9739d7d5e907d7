// What should be looked at, in the order of `gainsay query review`: what is likelier wrong, what stands in a dispute, what
// many articles tell and who says much come first.
import { edgeName, edgeOfName } from "../part/statement.js";

// Items: {edge} of a statement, {node, percent, first, second, reason} of a merge.
export function reviewQueue(store) {
  return store.review;
}

// What names an item in an address, as its number changes with the graph.
export function itemName(store, item) {
  if (item.edge !== undefined) return `statement:${edgeName(store, item.edge)}`;
  return `merge:${store.id(item.node)} | ${item.first} | ${item.second}`;
}

// Its place in the list; a statement that is not in it is put before (`list` grows). -1: nothing of that name.
export function placeOfItem(store, list, name) {
  const at = list.findIndex((item) => itemName(store, item) === name);
  if (at >= 0 || !name.startsWith("statement:")) return at;
  const edge = edgeOfName(store, name.slice("statement:".length));
  if (edge < 0) return -1;
  list.unshift({ edge });
  return 0;
}

// Sentences that show the two ends of a merge, as pieces: of a claim the statements that stand there, of a name the first
// sentence of its article that has it.
export function piecesOfMerge(store, { node, first, second }) {
  return [first, second].map((end) => {
    if (store.kind(node) === "Claim") return store.pieceAt(end);
    const at = end.lastIndexOf("@");
    const name = end.slice(0, at);
    const number = store.findDocument(end.slice(at + 1));
    for (const edge of [...store.out(node), ...store.into(node)]) {
      for (let piece = store.firstPiece(edge); piece < store.endPiece(edge); piece += 1) {
        if (store.documentOf(piece) === number && store.words(piece).includes(name)) return piece;
      }
    }
    return -1;
  });
}
