"""igraph reads our GraphML."""

import collections
import sys
import unittest

from expected import SAMPLES, edge_kinds, folder, load, node_labels, skip

try:
    import igraph
except ImportError:
    skip("python3-igraph is not installed")


class Igraph(unittest.TestCase):
    maxDiff = 2000

    def test_graphml(self):
        for sample in SAMPLES:
            with self.subTest(sample=sample):
                expected = load(sample)
                graph = igraph.Graph.Read_GraphML(str(folder() / f"{sample}.graphml"))
                self.assertTrue(graph.is_directed())
                self.assertEqual(graph.vcount(), len(expected["nodes"]))
                self.assertEqual(graph.ecount(), len(expected["edges"]))
                if not expected["nodes"]:
                    continue
                self.assertEqual(collections.Counter(zip(graph.vs["kind"], graph.vs["full_label"])), node_labels(expected))
                self.assertEqual(
                    collections.Counter(zip(graph.es["interaction"], graph.es["label"], graph.es["polarity"],
                                            graph.es["weight"])),
                    edge_kinds(expected))

    def test_discourse_networks(self):
        graph = igraph.Graph.Read_GraphML(str(folder() / "harbour.network.graphml"))
        self.assertFalse(graph.is_directed())
        self.assertGreater(graph.ecount(), 0)
        self.assertEqual([abs(value) for value in graph.es["value"]], graph.es["weight"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
