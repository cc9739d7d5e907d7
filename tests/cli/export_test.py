"""`gainsay export`: formats, views, output that is whole or not there."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from program import run

SAMPLE_GRAPH = os.environ["GAINSAY_SAMPLE_GRAPH"]


class Export(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="gainsay-export-")
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.folder = pathlib.Path(cls.scratch.name)
        cls.graph = cls.folder / "graph.json"
        subprocess.run([SAMPLE_GRAPH, "harbour", cls.graph], check=True)

    def export(self, *arguments, **options):
        return run("export", self.graph, *arguments, **options)

    def good(self, *arguments, **options):
        result = self.export(*arguments, **options)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        return result.stdout

    def bad(self, status, *arguments, **options):
        result = self.export(*arguments, **options)
        self.assertEqual(result.returncode, status, result.stderr)
        self.assertEqual(result.stdout or "", "")
        return result.stderr

    def test_json_is_the_graph_itself(self):
        self.assertEqual(self.good("--format", "json"), self.graph.read_text(encoding="utf-8"))

    def test_standard_input(self):
        result = run("export", "-", "--format", "json", stdin=self.graph.read_text(encoding="utf-8"))
        self.assertEqual(result.stdout, self.graph.read_text(encoding="utf-8"))

    def test_format_by_name_of_output(self):
        for name, beginning in (("a.graphml", b"<?xml"), ("a.gexf", b"<?xml"), ("a.dot", b"digraph"), ("a.svg", b"<?xml"),
                                ("a.png", b"\x89PNG"), ("a.pdf", b"%PDF"), ("a.ftm.json", b'{"id"'), ("a.cyjs", b'{"data"'), ("a.node-link.json", b'{"directed"')):
            with self.subTest(name=name):
                target = self.folder / name
                self.assertEqual(self.good("-o", target), "")
                self.assertTrue(target.read_bytes().startswith(beginning))
                self.assertEqual([path for path in self.folder.iterdir() if ".part" in path.name], [])

    def test_views(self):
        actors = json.loads(self.good("-f", "json", "--view", "actors"))
        self.assertNotIn("Claim", {node["kind"] for node in actors["nodes"]})
        self.assertIn("denies_word_of", {edge["kind"] for edge in actors["edges"]})
        disputes = json.loads(self.good("-f", "json", "--view", "disputes"))
        self.assertLess(len(disputes["edges"]), len(json.loads(self.good("-f", "json", "--view", "claims"))["edges"]))
        near = json.loads(self.good("-f", "json", "--around", "Harbour Commission", "--hops", "1"))
        self.assertEqual({node["label"] for node in near["nodes"]}, {"Joint Harbour Commission", "Vael", "Orsk"})
        heavy = json.loads(self.good("-f", "json", "--min-weight", "4"))
        self.assertEqual({edge["kind"] for edge in heavy["edges"]}, {"asserts", "suspended"})
        kinds = json.loads(self.good("-f", "json", "--kinds", "denies,comparison"))
        self.assertEqual({edge["kind"] for edge in kinds["edges"]}, {"denies", "contradicts"})

    def test_picture_has_title_and_legend_and_no_articles(self):
        dot = self.good("-f", "dot", "--title", "Who closed it?")
        self.assertIn("Who closed it?", dot)
        self.assertNotIn("courier-0502\"", dot.replace("tooltip", ""))
        self.assertIn("Disputed claim", dot)
        self.assertNotIn("Disputed claim", self.good("-f", "dot", "--no-legend"))

    def test_formats_for_programs_hold_the_network(self):
        network = self.good("-f", "node-link")
        self.assertNotIn("reported_in", network)
        self.assertNotIn('"about"', network)
        self.assertNotIn('"evidence"', network)
        self.assertIn('"betweenness"', network)
        full = self.good("-f", "node-link", "--full")
        self.assertEqual(full, self.good("-f", "node-link", "--view", "full"))
        self.assertIn("reported_in", full)
        self.assertIn('"evidence"', full)
        self.assertEqual(self.good("-f", "json", "--full"), self.good("-f", "json"))
        self.assertIn("http://www.gexf.net/1.2draft", self.good("-f", "gexf", "--flavor", "gexf12"))

    def test_tables(self):
        target = self.folder / "tables"
        self.assertEqual(self.good("--format", "csv", "-o", target), "")
        names = {"nodes.csv", "edges.csv", "statements.csv", "disputes.csv", "events.csv"}
        self.assertEqual({path.name for path in target.iterdir()}, names)
        before = {name: (target / name).read_bytes() for name in names}
        # Told by the name; an earlier run's folder is replaced, another is not.
        self.good("-o", f"{target}/")
        self.assertEqual(before, {name: (target / name).read_bytes() for name in names})
        (target / "mine.txt").write_text("mine")
        self.assertIn("mine.txt", self.bad(3, "-f", "csv", "-o", target))
        self.assertEqual((target / "mine.txt").read_text(), "mine")
        self.assertEqual([path for path in self.folder.iterdir() if ".part" in path.name], [])
        self.assertIn("--output", self.bad(2, "-f", "csv"))
        self.assertIn("no/such", self.bad(3, "-f", "csv", "-o", "/no/such/folder"))
        self.good("-f", "csv", "--flavor", "neo4j", "-o", self.folder / "neo4j")
        self.assertTrue((self.folder / "neo4j" / "nodes.csv").read_text(encoding="utf-8").startswith("id:ID,label,:LABEL,"))
        self.assertIn("--flavor", self.bad(2, "-f", "graphml", "--flavor", "neo4j"))

    def test_drawings(self):
        for drawing in ("timeline", "matrix"):
            svg = self.good("-f", "svg", "--drawing", drawing, "--title", "Who said what?")
            self.assertIn("Who said what?", svg)
            self.assertIn("Tolland", svg)
            self.assertEqual(svg, self.good("-f", "svg", "--drawing", drawing, "--title", "Who said what?"))
            for extension, beginning in (("png", b"\x89PNG"), ("pdf", b"%PDF")):
                target = self.folder / f"{drawing}.{extension}"
                self.good("--drawing", drawing, "-o", target)
                first = target.read_bytes()
                self.assertTrue(first.startswith(beginning))
                self.good("--drawing", drawing, "-o", target)
                self.assertEqual(first, target.read_bytes())
        self.assertIn("--drawing", self.bad(2, "-f", "graphml", "--drawing", "matrix"))

    def test_a_picture_of_each_story(self):
        target = self.folder / "stories"
        self.good("-f", "svg", "--stories", "-o", target)
        names = {path.name for path in target.iterdir()}
        self.assertIn("index.html", names)
        self.assertIn("story-001.svg", names)
        index = (target / "index.html").read_text(encoding="utf-8")
        self.assertEqual(index.count("<li>"), len(names) - 1)
        self.assertIn("--stories", self.bad(2, "-f", "graphml", "--stories", "-o", target))

    def test_actors_say_what_they_do(self):
        dot = self.good("-f", "dot", "--view", "actors", "--no-legend")
        self.assertRegex(dot, r"denies what.*says")

    def test_wrong_usage(self):
        self.assertIn("graphml", self.bad(2, "--format", "docx"))
        self.assertIn("graphml", self.bad(2))
        self.assertIn("a.txt", self.bad(2, "-o", "a.txt"))
        self.assertIn("disputes", self.bad(2, "-f", "json", "--view", "nonsense"))
        self.assertIn("'shouts'", self.bad(2, "-f", "json", "--kinds", "shouts"))
        self.assertIn("Atlantis", self.bad(2, "-f", "json", "--around", "Atlantis"))

    def test_bad_input_leaves_no_output(self):
        target = self.folder / "none.graphml"
        for name, text, message in (("missing.json", None, "cannot open"), ("empty.json", "", "expected JSON"),
                                    ("list.json", "[]", "an object"), ("other.json", '{"schema":"x"}', "gainsay-graph/1")):
            with self.subTest(name=name):
                source = self.folder / name
                if text is not None:
                    source.write_text(text, encoding="utf-8")
                result = run("export", source, "-o", target)
                self.assertEqual(result.returncode, 3)
                self.assertIn(name, result.stderr)
                self.assertIn(message, result.stderr)
                self.assertFalse(target.exists())

    def test_full_disk(self):
        for name in ("json", "graphml", "gexf", "dot", "svg", "png", "pdf", "ftm", "node-link", "cytoscape"):
            with self.subTest(format=name):
                self.assertIn("/dev/full", self.bad(3, "-f", name, "-o", "/dev/full"))
                with open("/dev/full", "w", encoding="utf-8") as full:
                    self.assertIn("standard output", self.bad(3, "-f", name, stdout=full))
        self.assertIn("no/such/folder", self.bad(3, "-o", "/no/such/folder/a.svg"))


if __name__ == "__main__":
    unittest.main()
