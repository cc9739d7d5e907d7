"""`gainsay query review` and `build --report`: what should be checked, and what was left out."""

import json
import pathlib
import tempfile
import unittest

from program import run

ARTICLES = {
    "ledger": "The ferry\n\nCaptain Ana Belic said on Monday that the ferry was late because of the storm. Jan Holub, the mayor, "
              "denied that the ferry was late. He declined to comment.\n",
    "post": "Late again\n\nThe captain said that the ferry had been late. Holub said the harbour was closed. Several officials "
            "demanded that the pier be closed.\n",
}


class Review(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="gainsay-review-")
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        cls.articles = []
        for name, text in ARTICLES.items():
            path = cls.folder / f"{name}.txt"
            path.write_text(text, encoding="utf-8")
            cls.articles.append(path)
        cls.graph = cls.folder / "graph.json"
        cls.report = cls.folder / "report.json"
        cls.built = run("build", *cls.articles, "-o", cls.graph, "--report", cls.report)
        assert cls.built.returncode == 0, cls.built.stderr

    def readings(self, *arguments, graph=None):
        return json.loads(run("query", graph or self.graph, "review", "--json", *arguments).stdout)["readings"]

    def build(self, *lines):
        overrides = self.folder / "overrides.txt"
        overrides.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        target = self.folder / "corrected.json"
        result = run("build", *self.articles, "--overrides", overrides, "-o", target)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        return target

    def test_every_line_does_what_it_says(self):
        readings = self.readings()
        self.assertTrue({"statement", "merge"} >= {each["kind"] for each in readings})
        self.assertTrue(any(each["kind"] == "statement" for each in readings))
        first = next(each for each in readings if each["kind"] == "statement")
        # Accepted: not asked again. Removed: not there.
        accepted = self.build(*first["accept"])
        self.assertNotIn(first["statement"]["edge"]["id"], [each["statement"]["edge"]["id"] for each in self.readings(graph=accepted)
                                                             if each["statement"]])
        removed = json.loads(self.build(*first["remove"]).read_text(encoding="utf-8"))
        places = {(piece["document"], str(piece.get("content"))) for edge in removed["edges"] for piece in edge["evidence"]}
        for piece in first["statement"]["edge"]["evidence"]:
            self.assertNotIn((piece["document"], str(piece["content"])), places)
        speaker = next(line for line in first["correct"] if line.startswith("speaker"))
        corrected = json.loads(self.build(speaker.replace("NAME", "Rosa Venn")).read_text(encoding="utf-8"))
        self.assertIn("person:rosa-venn", [node["id"] for node in corrected["nodes"]])

    def test_a_merge_is_accepted_or_undone(self):
        for merge in self.readings("--only", "merges"):
            pair = (merge["merge"]["first"], merge["merge"]["second"])
            for lines in (merge["accept"], merge["remove"]):
                pairs = [(each["merge"]["first"], each["merge"]["second"]) for each in self.readings("--only", "merges", graph=self.build(*lines))]
                self.assertNotIn(pair, pairs)

    def test_the_file_of_lines_changes_nothing_before_it_is_edited(self):
        lines = self.folder / "lines.txt"
        self.assertEqual(run("query", self.graph, "review", "--lines", "-o", lines).returncode, 0)
        target = self.folder / "same.json"
        result = run("build", *self.articles, "--overrides", lines, "-o", target)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertEqual(target.read_bytes(), self.graph.read_bytes())
        # Each proposal is a line that the program reads, but for what is to be filled in.
        proposals = [line[2:].replace("NAME", "Rosa Venn").replace("STANCE", "denies") for line in lines.read_text(encoding="utf-8").splitlines()
                     if line.startswith("# ") and " | " in line]
        self.assertTrue(proposals)
        self.build(*(line for line in proposals if line.startswith(("accept", "stance", "speaker"))))

    def test_filters_and_text(self):
        text = run("query", self.graph, "review", "--max", "1", env={"COLUMNS": "100"}).stdout
        self.assertRegex(text, r"^\d+ readings to check, the first 1\n\n1\. ")
        self.assertRegex(text, r"(?m)^   right:    (accept|same) \| ")
        self.assertRegex(text, r"(?m)^   wrong:    (drop|different) \| ")
        everything = self.readings()
        self.assertEqual(len(self.readings("--only", "statements")) + len(self.readings("--only", "merges")), len(everything))
        of_holub = self.readings("--actor", "Holub", "--only", "statements")
        self.assertEqual({each["statement"]["actor"]["label"] for each in of_holub}, {"Jan Holub"})
        self.assertEqual(run("query", self.graph, "review", "--only", "rumours").returncode, 2)

    def test_the_report_tells_what_was_left_out(self):
        report = json.loads(self.report.read_text(encoding="utf-8"))
        graph = json.loads(self.graph.read_text(encoding="utf-8"))
        kinds = {node["id"]: node["kind"] for node in graph["nodes"]}
        self.assertEqual(report["documents"], 2)
        self.assertEqual(report["statements"], sum(1 for edge in graph["edges"] if kinds[edge["target"]] == "Claim" and kinds[edge["source"]] != "Claim"))
        reasons = {row["reason"]: row["count"] for row in report["left_out"]["by_reason"]}
        self.assertEqual(sum(reasons.values()), report["left_out"]["count"])
        self.assertGreaterEqual(reasons["nothing_stated"], 1)
        self.assertIn("He declined to comment", [each["text"] for each in report["left_out"]["list"]])
        self.assertIn("left out (--report tells why)", self.built.summary)

    def test_the_report_names_files_that_cannot_be_read(self):
        report = self.folder / "refused.json"
        result = run("build", *self.articles, self.folder / "missing.txt", "-o", self.folder / "g.json", "--report", report)
        self.assertEqual(result.returncode, 1)
        refused = json.loads(report.read_text(encoding="utf-8"))["refused"]
        self.assertEqual([pathlib.Path(each["source"]).name for each in refused], ["missing.txt"])
        # It is an output like the others.
        self.assertEqual(run("build", *self.articles, "-o", report, "--report", report).returncode, 2)


if __name__ == "__main__":
    unittest.main()
