"""`--overrides`, `--actors` and `explain`: what a user knows better, and why mentions are one."""

import json
import os
import tempfile
import unittest

from program import run

OBSERVATIONS = [
    {
        "document": {"id": name, "title": None, "outlet": None, "author": None, "published": None, "url": None, "sha256": name},
        "entities": [
            {"id": 0, "type": "Person", "name": person, "mentions": [{"span": [0, len(person)], "head": [0, len(person)], "kind": "name", "text": person}]}
        ],
        "attributions": [],
        "events": [],
    }
    for name, person in (("a", "Ana Belic"), ("b", "Anna Belik"), ("c", "Jan Holubb"))
]


class OverridesTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.observations = self.file("observations.jsonl", "".join(json.dumps(each) + "\n" for each in OBSERVATIONS))

    def tearDown(self):
        self.folder.cleanup()

    def file(self, name, text):
        path = os.path.join(self.folder.name, name)
        with open(path, "w", encoding="utf-8") as out:
            out.write(text)
        return path

    def resolve(self, *arguments):
        return run("resolve", self.observations, *arguments)

    def people(self, result):
        self.assertEqual(result.returncode, 0, result.stderr)
        return sorted(node["id"] for node in json.loads(result.stdout)["nodes"] if node["kind"] == "Person")

    def test_shards_in_any_order_and_number_give_the_same_bytes(self):
        whole = self.resolve().stdout
        lines = [json.dumps(each) + "\n" for each in OBSERVATIONS]
        shards = [self.file("1.jsonl", lines[2]), self.file("2.jsonl", lines[0] + lines[1]), self.file("3.jsonl", lines[1])]
        self.assertEqual(run("resolve", *shards).stdout, whole)
        self.assertEqual(run("resolve", *reversed(shards)).stdout, whole)

    def test_lines_win(self):
        self.assertEqual(self.people(self.resolve()), ["person:ana-belic", "person:anna-belik", "person:jan-holubb"])
        overrides = self.file("o.txt", "same | Ana Belic | Anna Belik\nlabel | person:jan-holubb | Jan Holub\n")
        result = self.resolve("--overrides", overrides)
        self.assertEqual(result.stderr, "")
        self.assertEqual(len(self.people(result)), 2)
        self.assertIn("person:jan-holub", self.people(result))

    def test_bad_lines_stop_the_run_with_their_numbers(self):
        overrides = self.file("o.txt", "# fine\nsame | Ana Belic\nequal | a | b\n")
        result = self.resolve("--overrides", overrides)
        self.assertNotEqual(result.returncode, 0)
        self.assertEqual(result.stdout, "")
        self.assertIn("line 2: expected same and two fields behind it", result.stderr)
        self.assertIn("line 3: expected same, different, kind, label, accept, drop, speaker, stance or apart, found 'equal'", result.stderr)

    def test_a_line_that_names_nothing_is_a_warning(self):
        overrides = self.file("o.txt", "same | Nobody | Ana Belic\n")
        result = self.resolve("--overrides", overrides)
        self.assertEqual(len(self.people(result)), 3)
        self.assertIn(":1: warning: expected a name in the documents, found 'Nobody'", result.stderr)

    def test_statements_are_corrected_by_where_they_stand(self):
        article = self.file("article.txt", "The ferry\n\nCaptain Ana Belic said the ferry was late. Jan Holub denied that the ferry was late.\n")

        def statements(*arguments):
            result = run("build", article, *arguments)
            self.assertEqual(result.returncode, 0, result.stderr)
            graph = json.loads(result.stdout)
            nodes = {node["id"]: node for node in graph["nodes"]}
            return {(nodes[edge["source"]]["label"], edge["kind"]): edge["evidence"][0] for edge in graph["edges"]
                    if nodes[edge["target"]]["kind"] == "Claim" and "content" in edge["evidence"][0]}

        before = statements()
        self.assertEqual(set(before), {("Ana Belic", "asserts"), ("Jan Holub", "denies")})
        piece = before["Ana Belic", "asserts"]
        place = f"{piece['document']}:{piece['content'][0][0]}-{piece['content'][-1][1]}"
        drop = self.file("drop.txt", f"drop | {place}\n")
        self.assertEqual(set(statements("--overrides", drop)), {("Jan Holub", "denies")})
        other = self.file("other.txt", f"speaker | {place} | Rosa Venn\nstance | {place} | warns\n")
        self.assertEqual(set(statements("--overrides", other)), {("Rosa Venn", "warns"), ("Jan Holub", "denies")})

    def test_missing_files_are_named(self):
        for option in ("--overrides", "--actors"):
            result = self.resolve(option, os.path.join(self.folder.name, "missing"))
            self.assertNotEqual(result.returncode, 0)
            self.assertIn("missing", result.stderr)

    def test_dictionaries(self):
        actors = self.file("actors.txt", "ANA_BELIC_ [HRVGOV]\n+ANNA_BELIK_\n")
        result = self.resolve("--actors", actors)
        self.assertEqual(len(self.people(result)), 2)
        belic = next(node for node in json.loads(result.stdout)["nodes"] if "beli" in node["id"])
        self.assertEqual(belic["attributes"]["codes"], ["HRVGOV"])
        self.assertEqual(belic["attributes"]["country"], "HR")

    def test_explain(self):
        overrides = self.file("o.txt", "same | Ana Belic | Anna Belik\n")
        graph = os.path.join(self.folder.name, "graph.json")
        self.assertEqual(self.resolve("--overrides", overrides, "-o", graph).returncode, 0)
        result = run("explain", graph, "Belic")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn('"Ana Belic" and "Anna Belik": the override file says so (line 1)', result.stdout)
        self.assertIn('  a: "Ana Belic"\n  b: "Anna Belik"\n', result.stdout)
        answer = json.loads(run("explain", graph, "Belic", "--json").stdout)
        self.assertEqual([each["document"] for each in answer["documents"]], ["a", "b"])
        self.assertEqual(run("explain", graph, "Xyzzy").returncode, 2)


if __name__ == "__main__":
    unittest.main()
