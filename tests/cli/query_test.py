"""`gainsay query`: paths, neighbors, stats, as text and as JSON."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from program import run

SAMPLE_GRAPH = os.environ["GAINSAY_SAMPLE_GRAPH"]


class Query(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="gainsay-query-")
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.graph = pathlib.Path(cls.scratch.name) / "graph.json"
        subprocess.run([SAMPLE_GRAPH, "harbour", cls.graph], check=True)

    def query(self, *arguments):
        return run("query", self.graph, *arguments)

    def test_a_path_with_its_sentences(self):
        result = self.query("paths", "Oda Quill", "Tolland", "--max-length", "2")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("1. 2 hops", result.stdout)
        self.assertIn("Oda Quill —asserts→ “Vael closed the harbour", result.stdout)
        self.assertIn("←denies— Mira Tolland", result.stdout)
        self.assertIn("“Tolland denied that the harbour had been closed.” [courier-0502]", result.stdout)

    def test_none_is_an_answer(self):
        result = self.query("paths", "Oda Quill", "Salmere fishers", "--max-length", "1")
        self.assertEqual((result.returncode, result.stderr), (1, ""))
        self.assertEqual(result.stdout, "No path from Oda Quill (Person) to Salmere fishers (Group) within 1 hop.\n")

    def test_candidates_are_shown(self):
        result = self.query("neighbors", "harbour")
        self.assertEqual(result.returncode, 0)
        self.assertIn("'harbour' taken as", result.stderr)
        self.assertIn("also fitting:", result.stderr)

    def test_json(self):
        answer = json.loads(self.query("paths", "Brandt", "Tolland", "--json", "--kinds", "met").stdout)
        self.assertEqual(len(answer["paths"]), 1)
        hop = answer["paths"][0][0]
        self.assertEqual((hop["from"], hop["to"]), ("person:ilyas-brandt", "person:mira-tolland"))
        self.assertEqual(hop["edges"][0]["evidence"][0]["document"], "courier-0502")
        near = json.loads(self.query("neighbors", "Orsk", "--json").stdout)
        self.assertEqual(near["edges"][0]["edge"]["kind"], "suspended")
        stats = json.loads(self.query("stats", "--json").stdout)
        self.assertEqual(stats["node_kinds"]["Person"], 3)
        self.assertEqual(stats["disputed_claims"], 1)

    def test_evidence_of_an_edge_a_pair_and_a_node(self):
        graph = json.loads(self.graph.read_text(encoding="utf-8"))
        edge = next(edge for edge in graph["edges"] if edge["kind"] == "met")
        result = self.query("evidence", edge["id"])
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("—met→", result.stdout)
        self.assertIn("“" + edge["evidence"][0]["text"] + "”", result.stdout)
        span = edge["evidence"][0]["span"]
        self.assertIn(f"courier-0502, bytes {span[0]}-{span[1]}\n", result.stdout)
        between = json.loads(self.query("evidence", "Brandt", "Tolland", "--json").stdout)
        self.assertEqual([found["id"] for found in between["edges"]], [edge["id"]])
        self.assertEqual([node["asked"] for node in between["nodes"]], ["Brandt", "Tolland"])
        of_node = json.loads(self.query("evidence", "Tolland", "--json").stdout)
        self.assertEqual({found["id"] for found in of_node["edges"]},
                         {edge["id"] for edge in graph["edges"]
                          if "person:mira-tolland" in (edge["source"], edge["target"]) and edge["evidence"]})

    def test_no_evidence_is_an_answer(self):
        result = self.query("evidence", "Oda Quill", "Salmere fishers")
        self.assertEqual((result.returncode, result.stderr), (1, ""))
        self.assertEqual(result.stdout, "No evidence for Oda Quill (Person) with Salmere fishers (Group).\n")

    def test_json_names_what_was_chosen(self):
        result = self.query("neighbors", "harbour", "--json")
        node = json.loads(result.stdout)["node"]
        self.assertEqual(node["asked"], "harbour")
        self.assertTrue(node["others"])

    def test_output_file(self):
        target = self.graph.parent / "answer.json"
        result = self.query("stats", "--json", "-o", target)
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, "", ""))
        self.assertEqual(target.read_text(encoding="utf-8"), self.query("stats", "--json").stdout)
        with open("/dev/full", "w", encoding="utf-8") as full:
            for form in ((), ("--json",)):
                self.assertEqual(run("query", self.graph, "stats", *form, stdout=full).returncode, 3)

    def test_stats_for_people(self):
        result = self.query("stats")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertRegex(result.stdout, r"^\d+ nodes, \d+ edges, \d+ sentences of evidence from 2 documents\n")
        self.assertIn("1 disputed claim\n", result.stdout)

    def test_wrong_usage(self):
        for arguments, message in (((), "subcommand"), (("paths", "Orsk"), "to"), (("paths", "Orsk", "Atlantis"), "Atlantis"),
                                   (("paths", "Orsk", "Grenz"), "two nodes"), (("neighbors", "Orsk", "--kinds", "x"), "'x'"),
                                   (("paths", "Orsk", "Vael", "--max-length", "99"), "99")):
            with self.subTest(arguments=arguments):
                result = self.query(*arguments)
                self.assertEqual(result.returncode, 2, result.stderr)
                self.assertEqual(result.stdout, "")
                self.assertIn(message, result.stderr)


if __name__ == "__main__":
    unittest.main()
