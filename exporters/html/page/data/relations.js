// Actors by what joins them: one denies what the other says, one does something to the other, one speaks of the other.
import { remembered } from "./counts.js";

export const relation_types = [
  { name: "denies", word: "denies what the other says", look: "against" },
  { name: "did", word: "did something to", look: "did" },
  { name: "speaks", word: "speaks of", look: "speaks" },
];

// One relation for an ordered pair and type: {from, to, type, edges}. `speaks` asks for the third type, too.
export function relationsOf(store, filter, speaks) {
  return remembered(filter, speaks ? "relations and speech" : "relations", () => relationsAnew(store, filter, speaks));
}

function relationsAnew(store, filter, speaks) {
  const found = new Map();
  const put = (from, to, type, edge) => {
    if (from === to || !store.isActor(from) || !store.isActor(to)) return;
    const key = (from * store.nodeCount + to) * 3 + type;
    if (!found.has(key)) found.set(key, { from, to, type, edges: new Set() });
    found.get(key).edges.add(edge);
  };
  for (const { holding, opposing } of store.disputes) {
    for (const denial of opposing) {
      if (!filter.keeps(denial)) continue;
      for (const edge of holding) if (filter.keeps(edge)) put(store.source(denial), store.source(edge), 0, denial);
    }
  }
  for (let edge = 0; edge < store.edgeCount; edge += 1) {
    if (!filter.keeps(edge)) continue;
    if (store.isAction(edge)) put(store.source(edge), store.target(edge), 1, edge);
    else if (speaks && store.isStatement(edge)) {
      for (const about of store.out(store.target(edge))) {
        if (store.edgeKind(about) === "about") put(store.source(edge), store.target(about), 2, edge);
      }
    }
  }
  return [...found.values()].map((relation) => ({ ...relation, edges: [...relation.edges] }));
}

// What a relation says in a word: "denies", "suspended, sanctioned".
export function relationWord(store, { type, edges }) {
  if (type === 0) return "denies";
  if (type === 2) return "speaks of";
  const words = [...new Set(edges.map((edge) => store.edgeLabel(edge)))];
  return words.length > 2 ? `${words.slice(0, 2).join(", ")} …` : words.join(", ");
}

// Neighbours of each name, with how many sentences join them.
export function neighboursOf(relations) {
  const near = new Map();
  const put = (a, b, count) => {
    if (!near.has(a)) near.set(a, new Map());
    near.get(a).set(b, (near.get(a).get(b) || 0) + count);
  };
  for (const { from, to, edges } of relations) {
    put(from, to, edges.length);
    put(to, from, edges.length);
  }
  return near;
}

// A connected beginning: the best connected name (or the given ones), then, along lines, who adds most.
export function growNames(near, start, most) {
  const strength = new Map([...near].map(([node, others]) => [node, [...others.values()].reduce((sum, count) => sum + count, 0)]));
  // The one with the most; among equals the best connected, then the first.
  const best = (entries) => {
    let found;
    let gain = 0;
    for (const [node, count] of entries) {
      const more = count - gain || (found === undefined ? 1 : strength.get(node) - strength.get(found)) || found - node;
      if (found === undefined || more > 0) [found, gain] = [node, count];
    }
    return found;
  };
  const chosen = new Set(start.filter((node) => near.has(node) || start.length === 1));
  if (!chosen.size) {
    const first = best(strength);
    if (first === undefined) return [];
    chosen.add(first);
  }
  const gain = new Map();
  const reach = (node) => {
    gain.delete(node);
    for (const [other, count] of near.get(node) || []) {
      if (!chosen.has(other)) gain.set(other, (gain.get(other) || 0) + count);
    }
  };
  chosen.forEach(reach);
  while (chosen.size < most && gain.size) {
    const next = best(gain);
    chosen.add(next);
    reach(next);
  }
  return [...chosen];
}
