// graphology reads our GraphML and GEXF, Cytoscape.js our GraphML (through its extension) and its own JSON.
"use strict";
const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const { JSDOM } = require("jsdom");
const { MultiDirectedGraph, MultiGraph } = require("graphology");
const graphml = require("graphology-graphml");
const gexf = require("graphology-gexf");
const cytoscape = require("cytoscape");
cytoscape.warnings(false);

const folder = process.argv[2];
const read = (name) => fs.readFileSync(path.join(folder, name), "utf8");
// As exporters/text.h.
const printable = (text) =>
  // eslint-disable-next-line no-control-regex
  text.replace(/\r\n?/g, "\n").replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]/g, "\ufffd");
const sorted = (list) => list.map((item) => JSON.stringify(item)).sort();

const window = new JSDOM("").window;
global.window = window;
global.document = window.document;
// It finds the window that stands in the globals.
const jquery = require("jquery");
require("cytoscape-graphml")(cytoscape, jquery);


for (const sample of ["empty", "harbour", "every_kind", "hostile"]) {
  const expected = JSON.parse(read(`${sample}.json`));
  const nodes = sorted(expected.nodes.map((node) => [node.kind, printable(node.label)]));
  const edges = sorted(expected.edges.map((edge) => [edge.kind, edge.label, edge.weight]));

  const fromGraphml = graphml.parse(MultiDirectedGraph, read(`${sample}.graphml`));
  assert.strictEqual(fromGraphml.order, expected.nodes.length, `${sample}: graphology's nodes`);
  assert.strictEqual(fromGraphml.size, expected.edges.length, `${sample}: graphology's edges`);
  assert.deepStrictEqual(sorted(fromGraphml.mapNodes((id, data) => [data.kind, data.full_label])), nodes);
  assert.deepStrictEqual(
    sorted(fromGraphml.mapEdges((id, data) => [data.interaction, data.label, data.weight])), edges);

  const fromGexf = gexf.parse(MultiGraph, read(`${sample}.gexf`));
  assert.strictEqual(fromGexf.order, expected.nodes.length, `${sample}: graphology's nodes from GEXF`);
  assert.strictEqual(fromGexf.size, expected.edges.length, `${sample}: graphology's edges from GEXF`);

  const imported = cytoscape({ headless: true });
  imported.graphml(read(`${sample}.graphml`));
  assert.strictEqual(imported.nodes().length, expected.nodes.length, `${sample}: Cytoscape.js' nodes from GraphML`);
  assert.strictEqual(imported.edges().length, expected.edges.length, `${sample}: Cytoscape.js' edges from GraphML`);

  const own = cytoscape({ headless: true, elements: JSON.parse(read(`${sample}.cytoscape`)).elements });
  assert.deepStrictEqual(sorted(own.nodes().map((node) => [node.data("kind"), node.data("full_label")])), nodes);
  assert.deepStrictEqual(
    sorted(own.edges().map((edge) => [edge.data("interaction"), edge.data("label"), edge.data("weight")])), edges);
}
console.log("graphology and Cytoscape.js read all samples");
