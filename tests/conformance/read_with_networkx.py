"""networkx reads our GraphML, node-link JSON and (under the namespace that it knows) GEXF."""

import collections
import json
import tempfile
import unittest
import sys

from expected import SAMPLES, edge_kinds, folder, load, node_labels, skip

try:
    import networkx
except ImportError:
    skip("python3-networkx is not installed")


def found_nodes(graph):
    return collections.Counter((data["kind"], data["label"]) for _, data in graph.nodes(data=True))


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
                    self.check(sample, networkx.node_link_graph(json.load(file)))

    def test_gexf(self):
        # networkx 2.8 knows the namespace of 1.2 only. The hostile sample goes too.
        for sample in SAMPLES:
            with self.subTest(sample=sample), tempfile.NamedTemporaryFile("w", suffix=".gexf", encoding="utf-8") as copy:
                text = (folder() / f"{sample}.gexf").read_text(encoding="utf-8")
                text = text.replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft").replace(
                    'version="1.3"', 'version="1.2"')
                copy.write(text)
                copy.flush()
                graph = networkx.read_gexf(copy.name, version="1.2draft")
                expected = load(sample)
                self.assertEqual(graph.number_of_nodes(), len(expected["nodes"]))
                self.assertEqual(graph.number_of_edges(), len(expected["edges"]))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
