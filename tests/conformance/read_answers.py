"""Every answer with --json is as graph_schema/answers.schema.json says; networkx answers the same questions alike."""

import contextlib
import importlib.util
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "cli"))

try:
    import jsonschema
    import networkx  # noqa: F401: the sample needs it
except ImportError as missing:
    print("skipped:", missing)
    sys.exit(77)

from story_graph import story, story_before  # noqa: E402


def load_sample():
    spec = importlib.util.spec_from_file_location("questions", ROOT / "samples" / "networkx" / "questions.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Answers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="gainsay-answers-")
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.folder = pathlib.Path(cls.scratch.name)
        (cls.folder / "new.json").write_text(json.dumps(story()), encoding="utf-8")
        (cls.folder / "old.json").write_text(json.dumps(story_before()), encoding="utf-8")
        (cls.folder / "empty.json").write_text(json.dumps({"schema": "gainsay-graph/1", "nodes": [], "edges": []}))
        cls.schema = json.loads((ROOT / "graph_schema" / "answers.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft7Validator.check_schema(cls.schema)

    def run_program(self, *arguments):
        return subprocess.run([os.environ["GAINSAY"], *map(str, arguments)], capture_output=True, text=True, check=False)

    def answer(self, definition, *arguments):
        result = self.run_program(*arguments, "--json")
        self.assertIn(result.returncode, (0, 1), result.stderr)
        value = json.loads(result.stdout)
        schema = {"$ref": f"#/definitions/{definition}", "definitions": self.schema["definitions"]}
        self.assertEqual([f"{list(error.path)}: {error.message}" for error in
                          jsonschema.Draft7Validator(schema).iter_errors(value)], [])
        return value

    def query(self, definition, *arguments, graph="new.json"):
        return self.answer(definition, "query", self.folder / graph, definition, *arguments)

    def test_every_answer_is_as_its_schema_says(self):
        disputes = self.query("disputes")
        self.assertEqual(disputes["count"], 1)
        self.assertEqual(disputes["disputes"][0]["opposing"][0]["actor"]["id"], "person:mira-tolland")
        self.assertEqual(disputes["disputes"][0]["opposing"][0]["date_is_publication"], True)
        self.assertEqual(self.query("claims")["claims"][0]["claim"]["sources"], 2)
        who = self.query("who-says", "leaking dam harbour")
        self.assertEqual((who["claims"][0]["score"], who["claims"][0]["missing"]), (0.67, ["harbour"]))
        timeline = self.query("timeline", "Tolland")
        self.assertEqual(timeline["entries"][0]["discrepancies"][0]["value"], "2031-04-30")
        compare = self.query("compare", "The Post", "Radio Orsk")
        self.assertEqual({each["kind"] for shared in compare["shared"] for each in shared["differences"]},
                         {"stance", "date"})
        paths = self.query("paths", "Brandt", "Norway")
        self.assertEqual([len(path) for path in paths["paths"]], [2])
        self.assertEqual(len(self.query("neighbors", "Brandt")["edges"]), 4)
        for name in ("sources", "outlets", "actors", "claims", "only", "stance"):
            table = self.query("table", name)
            self.assertGreater(table["count"], 0, name)
            for row in table["rows"]:
                self.assertEqual(list(row), table["columns"])
        weak = story()
        for edge in weak["edges"]:
            edge["confidence"] = 0.5
        (self.folder / "weak.json").write_text(json.dumps(weak), encoding="utf-8")
        review = self.query("review", graph="weak.json")
        self.assertEqual({each["kind"] for each in review["readings"]}, {"statement"})
        self.assertTrue(all(each["is_disputed"] for each in review["readings"][:2]))
        diff = self.answer("diff", "diff", self.folder / "old.json", self.folder / "new.json")
        self.assertEqual([edge["source"] for edge in diff["new_denials"]], ["person:mira-tolland"])
        self.assertFalse(diff["is_same"])

    def test_what_became_of_a_run(self):
        articles = ROOT / "samples" / "articles"
        report = self.folder / "report.json"
        done = self.run_program("build", articles, "-o", self.folder / "built.json", "--report", report)
        self.assertEqual(done.returncode, 0, done.stderr)
        value = json.loads(report.read_text(encoding="utf-8"))
        schema = {"$ref": "#/definitions/run", "definitions": self.schema["definitions"]}
        self.assertEqual([error.message for error in jsonschema.Draft7Validator(schema).iter_errors(value)], [])
        left = value["left_out"]
        self.assertEqual(left["count"], len(left["list"]))
        self.assertEqual(left["count"], sum(row["count"] for row in left["by_reason"]))
        for each in left["list"]:
            plain = articles / f"{each['document']}.txt"
            if plain.is_file():
                self.assertIn(" ".join(each["text"].split()), " ".join(plain.read_text(encoding="utf-8").split()))
        review = self.query("review", graph="built.json")
        self.assertEqual({each["kind"] for each in review["readings"]}, {"statement", "merge"})

    def test_nothing_is_an_answer_too(self):
        for question in (("disputes",), ("claims",), ("review",), ("who-says", "x")):
            self.query(*question, graph="empty.json")
        self.assertTrue(self.answer("diff", "diff", self.folder / "empty.json", self.folder / "empty.json")["is_same"])

    def test_networkx_finds_the_same(self):
        sample = load_sample()
        path = self.folder / "graph.graphml"
        exported = self.run_program("export", self.folder / "new.json", "--format", "graphml", "--view", "full", "-o", path)
        self.assertEqual(exported.returncode, 0, exported.stderr)
        graph = sample.load(path)
        ours = [each["claim"]["id"] for each in self.query("disputes")["disputes"]]
        self.assertEqual([claim for claim, _, _ in sample.disputes(graph)], ours)
        self.assertEqual([claim for claim, _ in sample.who_says(graph, "dam leaks")], ["claim:dam"])
        only_first, only_second, both = sample.compare(graph, "The Post", "Radio Orsk")
        self.assertEqual((only_first, only_second, both), ({"claim:toll"}, {"claim:fish"}, {"claim:dam"}))
        brandt, norway = sample.find(graph, "Brandt"), sample.find(graph, "norway")
        self.assertEqual(sample.paths(graph, brandt, norway)[0], [brandt, "claim:dam", norway])
        self.assertEqual([data["interaction"] for _, _, data in sample.timeline(graph, brandt)],
                         ["asserts", "met", "asserts"])
        with contextlib.redirect_stdout(io.StringIO()) as shown:
            for question in (("disputes",), ("who-says", "dam"), ("timeline", "Brandt"),
                             ("compare", "The Post", "Radio Orsk"), ("paths", "Brandt", "Norway")):
                sample.main(path, *question)
        self.assertIn("“The dam leaks,” Brandt said.", shown.getvalue())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
