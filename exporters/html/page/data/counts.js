// Who says how much, who contradicts whom: what several views ask of the store under the filter of the moment.

const answers = new WeakMap();

// What `make` gives under a filter, made once: a view that comes back need not ask again. Not to be changed.
export function remembered(filter, name, make) {
  if (!answers.has(filter)) answers.set(filter, new Map());
  const known = answers.get(filter);
  if (!known.has(name)) known.set(name, make());
  return known.get(name);
}

// Statements of each actor, by side: said(node) and sides(node) -> [says so, denies, neither].
export function countSaid(store, filter) {
  return remembered(filter, "said", () => countSaidAnew(store, filter));
}

function countSaidAnew(store, filter) {
  const counts = new Int32Array(store.nodeCount * 3);
  for (let edge = 0; edge < store.edgeCount; edge += 1) {
    if (store.isStatement(edge) && filter.keeps(edge)) counts[store.source(edge) * 3 + store.side(edge)] += 1;
  }
  const sides = (node) => [counts[node * 3], counts[node * 3 + 1], counts[node * 3 + 2]];
  return { sides, said: (node) => counts[node * 3] + counts[node * 3 + 1] + counts[node * 3 + 2] };
}

// Actors that say something, most first.
export function rankedActors(store, counts, takes) {
  const list = [];
  for (let node = 0; node < store.nodeCount; node += 1) {
    if (store.isActor(node) && (!takes || takes(node))) list.push(node);
  }
  const rank = (node) => counts.said(node) * 1000 + Math.min(999, store.documentsNaming(node).length);
  const ranks = new Map(list.map((node) => [node, rank(node)]));
  return list.sort((a, b) => ranks.get(b) - ranks.get(a) || a - b);
}

export function statementsOf(store, filter, actor) {
  return [...store.out(actor)].filter((edge) => store.isStatement(edge) && filter.keeps(edge));
}

export function statementsOn(store, filter, content) {
  return [...store.into(content)].filter((edge) => store.isStatement(edge) && filter.keeps(edge));
}

// What others say of the actor: statements on claims that are about it.
export function saidAbout(store, filter, actor) {
  const found = [];
  for (const edge of store.into(actor)) {
    if (store.edgeKind(edge) !== "about") continue;
    for (const statement of statementsOn(store, filter, store.source(edge))) {
      if (store.source(statement) !== actor) found.push(statement);
    }
  }
  return [...new Set(found)].sort((a, b) => a - b);
}

// Whom or what a claim is about.
export function topicsOf(store, claim) {
  return [...store.out(claim)].filter((edge) => store.edgeKind(edge) === "about").map((edge) => store.target(edge));
}

export function actionsOf(store, filter, actor) {
  const all = [...store.out(actor), ...store.into(actor)];
  return [...new Set(all)].filter((edge) => store.isAction(edge) && filter.keeps(edge)).sort((a, b) => a - b);
}

// The sides of a dispute, or of any claim: statements that hold it true, untrue, and the others.
export function sidesOf(store, filter, content) {
  const number = store.disputeOf(content);
  const keep = (edges) => edges.filter((edge) => filter.keeps(edge));
  if (number >= 0) {
    const dispute = store.disputes[number];
    return [keep(dispute.holding), keep(dispute.opposing), keep(dispute.others)];
  }
  const sides = [[], [], []];
  for (const edge of statementsOn(store, filter, content)) sides[store.side(edge)].push(edge);
  return sides;
}

// Disputes in which each side still has a sentence under the filter; all of them where there is none.
export function keptDisputes(store, filter) {
  return store.disputes.filter(({ holding, opposing }) => filter.isOpen || filter.wanted.stance ||
    [...holding, ...opposing].some((edge) => filter.keeps(edge)));
}

// Who stands against the actor in a dispute: [[other, [claim, …]], …], most first.
export function opponentsOf(store, filter, actor) {
  const found = new Map();
  for (const dispute of keptDisputes(store, filter)) {
    for (const [mine, theirs] of [[dispute.holding, dispute.opposing], [dispute.opposing, dispute.holding]]) {
      if (!mine.some((edge) => store.source(edge) === actor && filter.keeps(edge))) continue;
      for (const edge of theirs) {
        const other = store.source(edge);
        if (other === actor || !filter.keeps(edge)) continue;
        if (!found.has(other)) found.set(other, new Set());
        found.get(other).add(dispute.claim);
      }
    }
  }
  return [...found].map(([other, claims]) => [other, [...claims]])
    .sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
}

// The articles that tell a statement, as numbers of documents.
export function documentsTelling(store, filter, edges) {
  const found = new Set();
  for (const edge of edges) for (const piece of filter.pieces(edge)) found.add(store.documentOf(piece));
  return [...found].sort((a, b) => a - b);
}

// A name shared by several actors.
export function sameNames(store) {
  const found = new Map();
  for (let node = 0; node < store.nodeCount; node += 1) {
    if (!store.isActor(node)) continue;
    const name = store.label(node).toLowerCase();
    if (!found.has(name)) found.set(name, []);
    found.get(name).push(node);
  }
  return found;
}
