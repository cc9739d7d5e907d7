// Actors by what joins them: one denies what the other says, one does something to the other, one speaks of the other.

export const relation_types = [
  { name: "denies", word: "denies what the other says", look: "against" },
  { name: "did", word: "did something to", look: "did" },
  { name: "speaks", word: "speaks of", look: "speaks" },
];

// One relation for an ordered pair and type: {from, to, type, edges}. `speaks` asks for the third type, too.
export function relationsOf(store, filter, speaks) {
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
  const strength = (node) => [...(near.get(node) || new Map()).values()].reduce((sum, count) => sum + count, 0);
  const chosen = start.filter((node) => near.has(node) || start.length === 1);
  if (!chosen.length) {
    const first = [...near.keys()].sort((a, b) => strength(b) - strength(a) || a - b)[0];
    if (first === undefined) return [];
    chosen.push(first);
  }
  const gain = new Map();
  const reach = (node) => {
    gain.delete(node);
    for (const [other, count] of near.get(node) || []) {
      if (!chosen.includes(other)) gain.set(other, (gain.get(other) || 0) + count);
    }
  };
  chosen.forEach(reach);
  while (chosen.length < most && gain.size) {
    const [next] = [...gain].sort((a, b) => b[1] - a[1] || strength(b[0]) - strength(a[0]) || a[0] - b[0])[0];
    chosen.push(next);
    reach(next);
  }
  return chosen;
}
