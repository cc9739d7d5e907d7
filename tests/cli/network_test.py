"""`gainsay network`: discourse networks as files; tests/conformance computes their numbers a second time."""

import csv
import io
import json
import os
import pathlib
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

from program import run
from story_graph import story

SAMPLE_GRAPH = os.environ["GAINSAY_SAMPLE_GRAPH"]


class Network(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="gainsay-network-")
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.folder = pathlib.Path(cls.scratch.name)
        cls.graph = cls.folder / "graph.json"
        subprocess.run([SAMPLE_GRAPH, "harbour", cls.graph], check=True)
        (cls.folder / "story.json").write_text(json.dumps(story()), encoding="utf-8")

    def network(self, *arguments, graph=None):
        result = run("network", graph or self.graph, *arguments)
        self.assertEqual(result.returncode, 0, result.stderr)
        return result

    def bad(self, *arguments):
        result = run("network", self.graph, *arguments)
        self.assertEqual((result.returncode, result.stdout), (2, ""), result.stderr)
        return result.stderr

    def test_matrix_is_square_and_symmetric(self):
        rows = list(csv.reader(io.StringIO(self.network("--qualifier", "subtract").stdout)))
        names = rows[0][1:]
        self.assertEqual([row[0] for row in rows[1:]], names)
        for i in range(len(names)):
            self.assertEqual(float(rows[i + 1][i + 1]), 0)
            for j in range(len(names)):
                self.assertEqual(rows[i + 1][j + 1], rows[j + 1][i + 1])

    def test_two_modes(self):
        rows = list(csv.reader(io.StringIO(self.network("--mode", "two-mode", "--qualifier", "combine").stdout)))
        self.assertLessEqual({cell for row in rows[1:] for cell in row[1:]}, {"0", "1", "2", "3"})
        self.assertTrue({"1", "2"} & {cell for row in rows[1:] for cell in row[1:]})

    def test_every_format_by_name_and_by_extension(self):
        for name in ("a.csv", "a.edges.csv", "a.dl", "a.graphml", "a.gexf"):
            target = self.folder / name
            self.assertEqual(self.network("-o", target).stdout, "")
            self.assertGreater(target.stat().st_size, 10)
        xml.etree.ElementTree.parse(self.folder / "a.graphml")
        xml.etree.ElementTree.parse(self.folder / "a.gexf")
        dl = (self.folder / "a.dl").read_text(encoding="utf-8").splitlines()
        self.assertRegex(dl[0], r"^dl n = \d+, format = fullmatrix$")
        count = int(dl[0].split()[3].rstrip(","))
        self.assertEqual(len(dl), 1 + 1 + count + 1 + count)
        self.assertEqual({len(line.split()) for line in dl[-count:]}, {count})

    def test_windows(self):
        edges = list(csv.DictReader(io.StringIO(self.network("--windows", "1m", "-f", "edges", graph=self.folder / "story.json").stdout)))
        for edge in edges:
            self.assertRegex(edge["Begin"], r"-01$")
        target = self.folder / "months"
        self.network("--windows", "1m", "-o", target, graph=self.folder / "story.json")
        names = sorted(path.name for path in target.iterdir())
        self.assertTrue(names and all(name.endswith(".csv") for name in names))
        # Once more into the same folder; but never over something else.
        self.network("--windows", "1m", "-o", target, graph=self.folder / "story.json")
        (target / "notes.txt").write_text("mine")
        result = run("network", self.folder / "story.json", "--windows", "1m", "-o", target)
        self.assertEqual(result.returncode, 3)
        self.assertIn("notes.txt", result.stderr)
        self.assertEqual((target / "notes.txt").read_text(), "mine")

    def test_concepts(self):
        concepts = self.folder / "concepts.tsv"
        concepts.write_text("harbour\tharbour\n", encoding="utf-8")
        rows = list(csv.reader(io.StringIO(self.network("--mode", "two-mode", "--concepts", concepts).stdout)))
        self.assertEqual(rows[0], ["", "harbour"])
        concepts.write_text("harbour\n", encoding="utf-8")
        result = run("network", self.graph, "--concepts", concepts)
        self.assertEqual(result.returncode, 3)
        self.assertIn("concepts.tsv:1", result.stderr)

    def test_what_does_not_go_together(self):
        self.assertIn("--qualifier", self.bad("--qualifier", "combine"))
        self.assertIn("--normalize", self.bad("--normalize", "activity"))
        self.assertIn("--windows", self.bad("--windows", "soon"))
        self.assertIn("--kernel", self.bad("--kernel", "gaussian"))
        self.assertIn("--output", self.bad("--windows", "30d"))
        self.assertIn("--format", self.bad("-o", "a.txt"))

    def test_twice_the_same(self):
        for name in ("csv", "edges", "dl", "graphml", "gexf"):
            self.assertEqual(self.network("-f", name).stdout, self.network("-f", name).stdout)


if __name__ == "__main__":
    unittest.main()
