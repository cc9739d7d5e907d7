// What should be looked at, the most doubtful first: statements that the program is unsure of, those of disputes before
// others.
import { doubt } from "../data/store.js";

let made_for = null;
let made = null;

export function reviewQueue(store) {
  if (made_for === store) return made;
  const list = [];
  for (let edge = 0; edge < store.edgeCount; edge += 1) {
    if (store.isStatement(edge) && doubt(store, edge) > 0) list.push(edge);
  }
  const isDisputed = new Map(list.map((edge) => [edge, store.disputeOf(store.target(edge)) >= 0 ? 0 : 1]));
  list.sort((a, b) => isDisputed.get(a) - isDisputed.get(b) || store.sure(a) - store.sure(b) || a - b);
  made_for = store;
  made = list;
  return list;
}
