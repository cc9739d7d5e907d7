"""samples/: the script makes everything, the graph is valid and has what the articles say, and what is committed is whole."""

import json
import os
import pathlib
import shutil
import struct
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

from program import HANGS, PROGRAM, run

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
# About the shape of a page; a small picture that needs little shrinking may be a broader strip (exporters/dot/layout.cpp).
MOST_ELONGATED = 2.0
PICTURES = [f"{view}.{kind}" for view in ("story", "actors", "claims", "disputes") for kind in ("svg", "png")]


def png_size(path):
    head = path.read_bytes()[:24]
    assert head.startswith(b"\x89PNG"), path
    return struct.unpack(">II", head[16:24])


def errors_of(graph):
    """Against the JSON Schema; Debian's python3 has the validator, another one may not."""
    code = ("import json,sys,jsonschema; s=json.load(open(sys.argv[1])); g=json.load(open(sys.argv[2])); "
            "print([e.message[:200] for e in jsonschema.Draft7Validator(s).iter_errors(g)][:5])")
    done = subprocess.run(["/usr/bin/python3", "-c", code, ROOT / "graph_schema" / "graph.schema.json", graph],
                          capture_output=True, text=True)
    return "[]" if "No module named" in done.stderr else done.stdout.strip() + done.stderr


class Samples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="gainsay-samples-")
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.made = pathlib.Path(cls.scratch.name) / "samples"
        cls.made.mkdir()
        shutil.copytree(SAMPLES / "articles", cls.made / "articles")
        shutil.copy(SAMPLES / "make.sh", cls.made)
        done = subprocess.run(["bash", cls.made / "make.sh", PROGRAM], capture_output=True, text=True, timeout=HANGS)
        assert (done.returncode, done.stdout) == (0, ""), done
        cls.graph = json.loads((cls.made / "graph.json").read_text(encoding="utf-8"))
        cls.nodes = {node["id"]: node for node in cls.graph["nodes"]}

    def statements(self, kind, claim_words, polarity="affirmed"):
        """Labels of those with an edge of the kind to a claim whose label or sentences have all the words."""
        found = set()
        for edge in self.graph["edges"]:
            target = self.nodes[edge["target"]]
            text = " ".join([target["label"], *(piece["text"] for piece in edge["evidence"])])
            if (edge["kind"], edge["polarity"]) == (kind, polarity) and target["kind"] == "Claim" and all(word in text for word in claim_words):
                found.add(self.nodes[edge["source"]]["label"])
        return found

    def test_articles_are_many_and_of_all_formats(self):
        files = [path.name for path in (SAMPLES / "articles").iterdir()]
        for ending in (".txt", ".json", ".md", ".html", ".jsonl", ".gz"):
            self.assertTrue(any(name.endswith(ending) for name in files), ending)
        documents = [node for node in self.graph["nodes"] if node["kind"] == "Document"]
        self.assertGreaterEqual(len(documents), 10)
        self.assertGreaterEqual(len({node["attributes"].get("outlet") for node in documents}), 7)

    def test_the_graph_is_valid(self):
        self.assertEqual(errors_of(self.made / "graph.json"), "[]")

    def test_the_main_dispute(self):
        self.assertIn("Mira Tolland", self.statements("asserts", ["agreed", "radar data"]))
        # "Norway and Georgia did not agree": a plain negative sentence, on the side against the claim.
        self.assertIn("Levan Abashidze", self.statements("asserts", ["radar data"], "negated"))
        self.assertIn("Georgia", self.statements("denies", ["radar data"]))
        disputed = [node["label"] for node in self.graph["nodes"] if node.get("status") == "disputed"]
        self.assertTrue(any("radar" in label for label in disputed), disputed)

    def test_the_suspension_and_its_source(self):
        suspended = [(self.nodes[edge["source"]]["label"], self.nodes[edge["target"]]["label"]) for edge in self.graph["edges"]
                     if edge["kind"] == "suspended" and edge["polarity"] == "affirmed"]
        self.assertIn(("Norway", "Black Sea Search Council"), suspended)

    def test_evidence_can_be_verified(self):
        result = run("verify", self.made / "graph.json", "--documents", self.made / "articles")
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def check_files(self, folder):
        xml.etree.ElementTree.parse(folder / "graph.graphml")
        self.assertIn("gainsay-page/", (folder / "graph.html").read_text(encoding="utf-8"))
        for name in PICTURES:
            path = folder / "pictures" / name
            if path.suffix == ".svg":
                self.assertTrue(xml.etree.ElementTree.parse(path).getroot().tag.endswith("svg"))
                continue
            width, height = png_size(path)
            self.assertLess(max(width, height) / min(width, height), MOST_ELONGATED, name)
            # On A4 letters of 11 points keep 4.6 and more.
            scale = min(567 / min(width, height), 814 / max(width, height)) * 150 / 72
            self.assertGreater(scale, 0.42, name)
            self.assertLess(path.stat().st_size, 1_500_000, name)

    def test_what_the_script_makes(self):
        self.check_files(self.made)

    def test_what_is_committed(self):
        self.check_files(SAMPLES)
        self.assertEqual(errors_of(SAMPLES / "graph.json"), "[]")


if __name__ == "__main__":
    unittest.main()
