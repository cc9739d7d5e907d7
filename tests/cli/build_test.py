"""`gainsay build`, `extract` and `resolve`: statuses, data alone on standard output, outputs whole or not at all, and JSON
as its schemas say."""

import json
import os
import pathlib
import re
import shutil
import tempfile
import unittest
import xml.etree.ElementTree

from program import run

SOURCE = pathlib.Path(__file__).resolve().parents[2]
ARTICLES = SOURCE / "samples" / "articles"

try:
    import jsonschema
except ImportError:
    jsonschema = None


def schema(name):
    return json.loads((SOURCE / "graph_schema" / name).read_text(encoding="utf-8"))


class Scratch(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="gainsay-build-")
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.folder = pathlib.Path(cls.scratch.name)
        cls.good = cls.folder / "good.txt"
        cls.good.write_text("Norway suspended the talks on Monday.\n\nMira Tolland denied it.\n", encoding="utf-8")
        cls.binary = cls.folder / "binary.txt"
        cls.binary.write_bytes(b"\x7fELF\x02\x01\x01\0\0\0\0")
        cls.missing = cls.folder / "missing.txt"

    def leftovers(self):
        return [path.name for path in self.folder.iterdir() if ".part" in path.name]


class Build(Scratch):
    def test_standard_output_is_the_graph_alone(self):
        result = run("build", ARTICLES)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertEqual(json.loads(result.stdout)["schema"], "gainsay-graph/1")
        target = self.folder / "same.json"
        self.assertEqual(run("build", ARTICLES, "-o", target).stdout, "")
        self.assertEqual(target.read_text(encoding="utf-8"), result.stdout)

    def test_same_bytes_for_any_number_of_threads(self):
        one = run("build", ARTICLES, "--threads", "1").stdout
        self.assertEqual(run("build", ARTICLES, "--threads", "8").stdout, one)

    def test_other_formats_hold_the_same_graph(self):
        names = {"graphml": "g.graphml", "gexf": "g.gexf", "dot": "g.dot", "node-link": "g.node-link.json", "cytoscape": "g.cyjs"}
        files = [word for format, name in names.items() for word in (f"--{format}", self.folder / name)]
        result = run("build", ARTICLES, "-o", self.folder / "g.json", *files)
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, "", ""))
        # What build writes is what export writes: the network of actors and claims; with --full everything.
        for format, name in names.items():
            default = run("export", self.folder / "g.json", "-f", format).stdout
            self.assertEqual((self.folder / name).read_text(encoding="utf-8"), default, name)
            if format != "dot":
                full = run("export", self.folder / "g.json", "-f", format, "--full").stdout
                (self.folder / name).write_text(full, encoding="utf-8")
        graph = json.loads((self.folder / "g.json").read_text(encoding="utf-8"))
        # Every event has a type of news, and the category of PLOVER only where there is one.
        events = [node["attributes"] for node in graph["nodes"] if node["kind"] == "Event"]
        self.assertTrue(events)
        self.assertTrue(all("news_type" in event for event in events))
        nodes, edges = len(graph["nodes"]), len(graph["edges"])
        for name, space in (("g.graphml", "{http://graphml.graphdrawing.org/xmlns}"), ("g.gexf", "{http://gexf.net/1.3}")):
            tree = xml.etree.ElementTree.parse(self.folder / name)
            self.assertEqual(len(tree.findall(f".//{space}node")), nodes, name)
            self.assertEqual(len(tree.findall(f".//{space}edge")), edges, name)
            text = (self.folder / name).read_text(encoding="utf-8")
            for node in graph["nodes"]:
                self.assertIn(f'id="{node["id"]}"', text)
        linked = json.loads((self.folder / "g.node-link.json").read_text(encoding="utf-8"))
        self.assertEqual({node["id"] for node in linked["nodes"]}, {node["id"] for node in graph["nodes"]})
        cyjs = json.loads((self.folder / "g.cyjs").read_text(encoding="utf-8"))["elements"]
        self.assertEqual((len(cyjs["nodes"]), len(cyjs["edges"])), (nodes, edges))
        dot = (self.folder / "g.dot").read_text(encoding="utf-8")
        self.assertTrue(dot.startswith("digraph"))
        # A picture shows the story: its actors, not the articles.
        self.assertIn("Mira Tolland", dot)
        self.assertEqual(dot, run("export", self.folder / "g.json", "-f", "dot").stdout)
        self.assertNotIn('"document:', dot)

    def test_only_another_format(self):
        result = run("build", self.good, "--graphml", self.folder / "alone.graphml")
        self.assertEqual((result.returncode, result.stdout), (0, ""))

    def test_some_refused_is_1(self):
        for bad in (self.missing, self.binary):
            with self.subTest(bad=bad.name):
                target = self.folder / "some.json"
                result = run("build", bad, self.good, "-o", target)
                self.assertEqual((result.returncode, result.stdout), (1, ""))
                self.assertRegex(result.stderr, rf"^gainsay: .*{bad.name}.*\n$")
                self.assertEqual(target.read_text(encoding="utf-8"), run("build", self.good).stdout)

    def test_nothing_done_is_3_and_leaves_what_was_there(self):
        empty = self.folder / "empty"
        empty.mkdir()
        target = self.folder / "kept.json"
        target.write_text("precious", encoding="utf-8")
        for inputs, message in (([self.missing], "missing.txt"), ([empty], "found none"), ([self.missing, self.binary], "binary")):
            with self.subTest(inputs=inputs):
                result = run("build", *inputs, "-o", target, "--dot", self.folder / "none.dot")
                self.assertEqual((result.returncode, result.stdout), (3, ""))
                self.assertIn(message, result.stderr)
                self.assertEqual(target.read_text(encoding="utf-8"), "precious")
                self.assertFalse((self.folder / "none.dot").exists())
        self.assertEqual(self.leftovers(), [])

    def test_an_output_that_cannot_be_written_is_3(self):
        for where, message in (("/dev/full", "No space left"), (self.folder / "no" / "such" / "g.json", "No such file"), (self.folder, "directory")):
            for option in ("-o", "--graphml", "--dot"):
                with self.subTest(where=where, option=option):
                    result = run("build", self.good, option, where)
                    self.assertEqual((result.returncode, result.stdout), (3, ""))
                    self.assertIn(str(where), result.stderr)
                    self.assertIn(message, result.stderr)
        with open("/dev/full", "w", encoding="utf-8") as full:
            self.assertEqual(run("build", self.good, stdout=full).returncode, 3)
        self.assertEqual(self.leftovers(), [])

    def test_wrong_usage_is_2(self):
        for arguments in ((), ("--threads", "x", self.good), ("--published", "yesterday", self.good), (self.good, "--no-such")):
            with self.subTest(arguments=arguments):
                result = run("build", *arguments)
                self.assertEqual((result.returncode, result.stdout), (2, ""))
                self.assertTrue(result.stderr.startswith("gainsay: "))

    def test_options_override_what_inputs_say(self):
        graph = json.loads(run("build", self.good, "--outlet", "The Post", "--published", "2031-04-07").stdout)
        article = next(node for node in graph["nodes"] if node["kind"] == "Document")
        self.assertEqual((article["attributes"]["outlet"], article["attributes"]["published"]), ("The Post", "2031-04-07"))


class ExtractAndResolve(Scratch):
    def test_a_line_a_document(self):
        result = run("extract", ARTICLES)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        ids = [json.loads(line)["document"]["id"] for line in result.stdout.splitlines()]
        self.assertEqual(len(ids), len(set(ids)))
        self.assertIn("harbor_post", ids)

    def test_extract_and_resolve_are_build(self):
        lines = run("extract", ARTICLES).stdout
        self.assertEqual(run("resolve", "-", stdin=lines).stdout, run("build", ARTICLES).stdout)

    def test_shards_in_any_order(self):
        lines = run("extract", ARTICLES).stdout.splitlines(keepends=True)
        shards = []
        for i in range(2):
            shards.append(self.folder / f"shard{i}.jsonl")
            shards[i].write_text("".join(lines[i::2]), encoding="utf-8")
        expected = run("resolve", "-", stdin="".join(lines)).stdout
        self.assertEqual(run("resolve", *shards).stdout, expected)
        self.assertEqual(run("resolve", *reversed(shards)).stdout, expected)

    def test_extract_statuses(self):
        target = self.folder / "o.jsonl"
        result = run("extract", self.missing, self.good, "-o", target)
        self.assertEqual((result.returncode, result.stdout), (1, ""))
        self.assertEqual(target.read_text(encoding="utf-8"), run("extract", self.good).stdout)
        target.write_text("precious", encoding="utf-8")
        result = run("extract", self.missing, "-o", target)
        self.assertEqual((result.returncode, target.read_text(encoding="utf-8")), (3, "precious"))
        self.assertEqual(run("extract", self.good, "-o", "/dev/full").returncode, 3)
        self.assertEqual(run("extract").returncode, 2)
        self.assertEqual(self.leftovers(), [])

    def test_resolve_statuses(self):
        good = run("extract", self.good).stdout
        target = self.folder / "r.json"
        result = run("resolve", "-", "-o", target, stdin="{broken\n" + good)
        self.assertEqual((result.returncode, result.stdout), (1, ""))
        self.assertRegex(result.stderr, r"^gainsay: -:1: .*\n$")
        self.assertEqual(target.read_text(encoding="utf-8"), run("resolve", "-", stdin=good).stdout)
        target.unlink()
        for text in ("", "{broken\n", "[]\n", '{"document": 1}\n'):
            with self.subTest(text=text):
                result = run("resolve", "-", "-o", target, stdin=text)
                self.assertEqual((result.returncode, result.stdout), (3, ""))
                self.assertTrue(result.stderr.startswith("gainsay: "))
                self.assertFalse(target.exists())
        self.assertEqual(run("resolve", self.missing).returncode, 3)
        self.assertEqual(run("resolve", self.folder).returncode, 3)
        self.assertEqual(run("resolve").returncode, 2)


@unittest.skipIf(jsonschema is None, "Python's jsonschema is not installed")
class Schemas(Scratch):
    def validator(self, name):
        kind = jsonschema.validators.validator_for(schema(name))
        kind.check_schema(schema(name))
        return kind(schema(name))

    def assert_valid(self, validator, value):
        problems = [f"{list(error.absolute_path)}: {error.message[:200]}" for error in validator.iter_errors(value)]
        self.assertEqual(problems[:5], [])

    def test_graphs_of_the_samples(self):
        validator = self.validator("graph.schema.json")
        # All together, each alone, and every view.
        for articles in (ARTICLES, *sorted(path for path in ARTICLES.iterdir() if path.suffix != ".json")):
            with self.subTest(articles=articles.name):
                self.assert_valid(validator, json.loads(run("build", articles).stdout))
        graph = run("build", ARTICLES).stdout
        for view in ("full", "story", "actors", "claims", "disputes"):
            with self.subTest(view=view):
                self.assert_valid(validator, json.loads(run("export", "-", "-f", "json", "--view", view, stdin=graph).stdout))

    def test_observations_of_the_samples(self):
        validator = self.validator("observations.schema.json")
        for line in run("extract", ARTICLES).stdout.splitlines():
            observations = json.loads(line)
            with self.subTest(document=observations["document"]["id"]):
                self.assert_valid(validator, observations)

    def test_the_schemas_refuse_what_is_wrong(self):
        graph = json.loads(run("build", self.good).stdout)
        graph["nodes"][0]["kind"] = "Planet"
        self.assertFalse(self.validator("graph.schema.json").is_valid(graph))
        observations = json.loads(run("extract", self.good).stdout)
        del observations["document"]["id"]
        self.assertFalse(self.validator("observations.schema.json").is_valid(observations))


if __name__ == "__main__":
    unittest.main()
