// The graph as the page keeps it: columns of numbers, names by number. Nodes, edges, pieces (sentences that prove an
// edge), documents are numbers from 0; nothing here makes an object for each of them.

const nothing = Object.freeze({});
const no_list = Object.freeze([]);

// Which edges start (or end) at each node: `first[node]` to `first[node + 1]` in `list`.
function adjacency(ends, nodes) {
  const first = new Int32Array(nodes + 1);
  for (const end of ends) first[end + 1] += 1;
  for (let node = 0; node < nodes; node += 1) first[node + 1] += first[node];
  const next = first.slice();
  const list = new Int32Array(ends.length);
  ends.forEach((end, edge) => { list[next[end]++] = edge; });
  return (node) => list.subarray(first[node], first[node + 1]);
}

// Rows of [number, value, …] by their number.
function sparse(rows, value) {
  const map = new Map();
  for (const row of rows) map.set(row[0], value(row));
  return map;
}

export function makeStore(data) {
  const { nodes, edges, evidence, passages, documents, texts } = data;
  const nodeKinds = data.nodeKinds.name;
  const actorKinds = data.nodeKinds.actor;
  const { name: edgeNames, family: edgeFamilies } = data.edgeKinds;
  const aliases = sparse(nodes.aliases, (row) => row.slice(1));
  const attributes = sparse(nodes.attributes, (row) => row[1]);
  const relays = sparse(edges.relays, (row) => row.slice(1));
  const marks = sparse(evidence.marks, (row) => row.slice(1));
  const nameRows = sparse(data.names, (row) => row);
  const out = adjacency(edges.source, nodes.id.length);
  const into = adjacency(edges.target, nodes.id.length);
  const firstPiece = new Int32Array(edges.source.length + 1);
  evidence.count.forEach((count, edge) => { firstPiece[edge + 1] = firstPiece[edge] + count; });
  const pieceEdge = new Int32Array(evidence.passage.length);
  evidence.count.forEach((count, edge) => pieceEdge.fill(edge, firstPiece[edge], firstPiece[edge + 1]));
  let byId = null;
  let documentById = null;
  let pieceByPlace = null;
  const disputeByClaim = new Map();
  data.disputes.forEach((dispute, number) => {
    disputeByClaim.set(dispute.claim, number);
    if (dispute.opposite !== undefined && !disputeByClaim.has(dispute.opposite)) {
      disputeByClaim.set(dispute.opposite, number);
    }
  });
  const told = new Int32Array(edges.source.length).fill(-1);

  const store = {
    title: data.title || "Who says what",
    nodeCount: nodes.id.length,
    edgeCount: edges.source.length,
    pieceCount: evidence.passage.length,
    documentCount: documents.id.length,

    kind: (node) => nodeKinds[nodes.kind[node]],
    isActor: (node) => actorKinds[nodes.kind[node]] === 1,
    isContent: (node) => nodeKinds[nodes.kind[node]] === "Claim" || nodeKinds[nodes.kind[node]] === "Event",
    id: (node) => nodes.id[node],
    label: (node) => nodes.label[node],
    aliases: (node) => aliases.get(node) || no_list,
    attributes: (node) => attributes.get(node) || nothing,
    find(id) {
      if (!byId) byId = new Map(nodes.id.map((each, node) => [each, node]));
      return byId.has(id) ? byId.get(id) : -1;
    },
    out,
    into,

    source: (edge) => edges.source[edge],
    target: (edge) => edges.target[edge],
    edgeKind: (edge) => edgeNames[edges.kind[edge]],
    family: (edge) => edgeFamilies[edges.kind[edge]],
    edgeLabel: (edge) => texts[edges.label[edge]],
    // 0 says so, 1 denies, 2 neither.
    side: (edge) => edges.side[edge],
    sure: (edge) => edges.sure[edge],
    date: (edge) => texts[edges.date[edge]],
    office: (edge) => texts[edges.title[edge]],
    relays: (edge) => relays.get(edge) || no_list,

    firstPiece: (edge) => firstPiece[edge],
    endPiece: (edge) => firstPiece[edge + 1],
    edgeOf: (piece) => pieceEdge[piece],
    passageOf: (piece) => evidence.passage[piece],
    begin: (piece) => evidence.begin[piece],
    length: (piece) => evidence.length[piece],
    marks: (piece) => marks.get(piece) || no_list,
    // "rt:310-402": how a line of corrections names the statement; "" where the graph keeps no content.
    place(piece) {
      const length = evidence.contentLength[piece];
      const begin = evidence.contentBegin[piece];
      return length ? `${documents.id[store.documentOf(piece)]}:${begin}-${begin + length}` : "";
    },
    pieceAt(place) {
      if (!pieceByPlace) {
        pieceByPlace = new Map();
        for (let piece = 0; piece < store.pieceCount; piece += 1) if (evidence.contentLength[piece]) pieceByPlace.set(store.place(piece), piece);
      }
      return pieceByPlace.has(place) ? pieceByPlace.get(place) : -1;
    },
    when: (piece) => texts[evidence.date[piece]],
    documentOf: (piece) => passages.document[evidence.passage[piece]],
    passageText: (passage) => passages.text[passage],
    passageByte: (passage) => passages.byte[passage],
    words(piece) {
      const begin = evidence.begin[piece];
      return passages.text[evidence.passage[piece]].slice(begin, begin + evidence.length[piece]);
    },
    // Bytes of the article, as the program counts them.
    bytes(piece) {
      const text = passages.text[evidence.passage[piece]];
      const size = (part) => new TextEncoder().encode(part).length;
      const begin = passages.byte[evidence.passage[piece]] + size(text.slice(0, evidence.begin[piece]));
      return [begin, begin + size(store.words(piece))];
    },

    documentId: (number) => documents.id[number],
    findDocument(id) {
      if (!documentById) documentById = new Map(documents.id.map((each, number) => [each, number]));
      return documentById.has(id) ? documentById.get(id) : -1;
    },
    headline: (number) => documents.title[number] || documents.id[number],
    outlet: (number) => documents.outlet[number] || documents.id[number],
    author: (number) => documents.author[number],
    published: (number) => documents.published[number],
    url: (number) => (/^https?:\/\//.test(documents.url[number]) ? documents.url[number] : ""),
    original: (number) => (documents.original[number] >= 0 ? documents.original[number] : number),
    story: (number) => documents.story[number],

    disputes: data.disputes,
    // What should be checked, in order: {edge}, or {node, percent, first, second, reason} of a merge.
    review: data.review.map((row) => (row.length === 1 ? { edge: row[0] } : { node: row[0], percent: row[1], first: row[2], second: row[3], reason: row[4] })),
    // What a source can do with a claim, as corrections name it.
    stances: data.edgeKinds.name.filter((name, kind) => data.edgeKinds.family[kind] === "statement"),
    // The number of the claim's dispute; -1: nobody disputes it.
    disputeOf: (claim) => (disputeByClaim.has(claim) ? disputeByClaim.get(claim) : -1),

    // [[document, [[form, times], …]], …]: how articles write the actor.
    namesOf(node) {
      const row = nameRows.get(node) || [node];
      const found = [];
      for (let at = 1; at < row.length; at += 3) {
        if (!found.length || found[found.length - 1][0] !== row[at]) found.push([row[at], []]);
        found[found.length - 1][1].push([texts[row[at + 1]], row[at + 2]]);
      }
      return found;
    },
    documentsNaming(node) {
      return store.namesOf(node).map(([number]) => number);
    },

    isStatement: (edge) => edgeFamilies[edges.kind[edge]] === "statement",
    isAction: (edge) => edgeFamilies[edges.kind[edge]] === "action" || edgeFamilies[edges.kind[edge]] === "derived",
    // Articles that tell it on their own: reprints count once.
    told(edge) {
      if (told[edge] < 0) {
        const originals = new Set();
        for (let piece = firstPiece[edge]; piece < firstPiece[edge + 1]; piece += 1) {
          originals.add(store.original(store.documentOf(piece)));
        }
        told[edge] = originals.size;
      }
      return told[edge];
    },
  };
  return store;
}

// What the program is not sure of: 0 sure, 1 unsure, 2 very unsure.
export function doubt(store, edge) {
  const sure = store.sure(edge);
  return sure >= 80 ? 0 : sure >= 50 ? 1 : 2;
}
