"""networkx reads our GraphML, node-link JSON and (under the namespace that it knows) GEXF."""

import collections
import csv
import json
import re
import unittest
import sys

from expected import SAMPLES, edge_kinds, folder, load, node_labels, skip

try:
    import networkx
except ImportError:
    skip("python3-networkx is not installed")


def found_nodes(graph):
    return collections.Counter((data["kind"], data["full_label"]) for _, data in graph.nodes(data=True))


def found_edges(graph):
    return collections.Counter(
        (data["interaction"], data["label"], data["polarity"], float(data["weight"]))
        for _, _, data in graph.edges(data=True))


class Networkx(unittest.TestCase):
    maxDiff = 2000

    def check(self, sample, graph):
        expected = load(sample)
        self.assertTrue(graph.is_directed())
        self.assertEqual(graph.number_of_nodes(), len(expected["nodes"]))
        self.assertEqual(graph.number_of_edges(), len(expected["edges"]))
        self.assertEqual(found_nodes(graph), node_labels(expected))
        self.assertEqual(found_edges(graph), edge_kinds(expected))

    def test_graphml(self):
        for sample in SAMPLES:
            with self.subTest(sample=sample):
                # The empty graph would come back as a plain one.
                graph = networkx.read_graphml(folder() / f"{sample}.graphml", force_multigraph=True)
                self.check(sample, graph)

    def test_graphml_values(self):
        graph = networkx.read_graphml(folder() / "harbour.graphml", force_multigraph=True)
        tolland = graph.nodes["person:mira-tolland"]
        self.assertEqual(json.loads(tolland["aliases"]), ["Minister Tolland", "Tolland"])
        self.assertEqual(tolland["mention_count"], 2)
        suspended = [data for _, _, data in graph.edges(data=True) if data["interaction"] == "suspended"]
        self.assertEqual([data["weight"] for data in suspended], [5.0])
        self.assertEqual([data["confidence"] for data in suspended], [0.875])
        evidence = json.loads(suspended[0]["evidence"])
        self.assertEqual(evidence[0]["text"], "Orsk suspended the Joint Harbour Commission on Friday.")

    def test_node_link(self):
        for sample in SAMPLES:
            with self.subTest(sample=sample):
                with open(folder() / f"{sample}.node-link", encoding="utf-8") as file:
                    data = json.load(file)
                self.check(sample, networkx.node_link_graph(data))
                # As networkx 3.6 and later read it.
                del data["links"]
                names = {"source": "source", "target": "target", "name": "id", "key": "key", "link": "edges"}
                self.check(sample, networkx.node_link_graph(data, attrs=names))

    def test_centralities(self):
        graph = networkx.read_graphml(folder() / "harbour.graphml", force_multigraph=True)
        plain = networkx.Graph(graph.to_undirected())
        betweenness = networkx.betweenness_centrality(plain)
        # PageRank by its definition, so that the test needs no SciPy.
        rank = {node: 1 / len(plain) for node in plain}
        for _ in range(200):
            rank = {node: 0.15 / len(plain) + 0.85 * sum(rank[other] / len(plain[other]) for other in plain[node])
                    for node in plain}
        total = sum(rank.values())
        for node, data in graph.nodes(data=True):
            self.assertEqual(data["degree"], graph.degree(node))
            self.assertEqual((data["in_degree"], data["out_degree"]), (graph.in_degree(node), graph.out_degree(node)))
            self.assertAlmostEqual(data["betweenness"], betweenness[node], places=6)
            self.assertAlmostEqual(data["pagerank"], rank[node] / total, places=6)

    def test_gexf(self):
        # networkx 2.8 knows the namespace of 1.2 only: the flavor gexf12. The hostile sample goes too.
        for sample in SAMPLES:
            with self.subTest(sample=sample):
                graph = networkx.read_gexf(folder() / f"{sample}.gexf12", version="1.2draft")
                expected = load(sample)
                self.assertEqual(graph.number_of_nodes(), len(expected["nodes"]))
                self.assertEqual(graph.number_of_edges(), len(expected["edges"]))
                # White space in an XML attribute is a blank to every reader.
                labels = collections.Counter((kind, re.sub(r"[\t\n]", " ", text))
                                             for (kind, text), count in node_labels(expected).items() for _ in range(count))
                self.assertEqual(collections.Counter((data["kind"], data["full_label"])
                                                     for _, data in graph.nodes(data=True)), labels)

    def test_discourse_networks(self):
        graph = networkx.read_graphml(folder() / "harbour.network.graphml")
        self.assertFalse(graph.is_directed())
        with open(folder() / "harbour.network.csv", newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))
        names = rows[0][1:]
        self.assertEqual([row[0] for row in rows[1:]], names)
        labels = networkx.get_node_attributes(graph, "label")
        found = {frozenset((labels[a], labels[b])): data["value"] for a, b, data in graph.edges(data=True)}
        expected = {frozenset((names[i], names[j])): float(rows[i + 1][j + 1])
                    for i in range(len(names)) for j in range(i) if float(rows[i + 1][j + 1]) != 0}
        self.assertEqual(found, expected)
        self.assertGreater(len(found), 0)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
