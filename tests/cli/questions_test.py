"""`gainsay query` disputes, claims, who-says, timeline, compare, and `gainsay diff`: as people read them."""

import json
import pathlib
import tempfile
import unittest

from program import run
from story_graph import story, story_before


class Questions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="gainsay-questions-")
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.graph = pathlib.Path(cls.scratch.name) / "new.json"
        cls.before = pathlib.Path(cls.scratch.name) / "old.json"
        cls.graph.write_text(json.dumps(story()), encoding="utf-8")
        cls.before.write_text(json.dumps(story_before()), encoding="utf-8")

    def query(self, *arguments, columns=100):
        return run("query", self.graph, *arguments, env={"COLUMNS": str(columns)})

    def text(self, *arguments, columns=100):
        result = self.query(*arguments, columns=columns)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertLessEqual(max(map(len, result.stdout.splitlines())), columns)
        return result.stdout

    def none(self, *arguments):
        result = self.query(*arguments)
        self.assertEqual((result.returncode, result.stderr), (1, ""))
        return result.stdout

    def test_disputes_side_by_side(self):
        text = self.text("disputes")
        self.assertEqual(text, """\
1 dispute

1. the dam at Salmere leaks
   2 independent articles, the last statement 2031-05-04 [claim:dam]

   They say it is so                                 They deny it
   -----------------                                 ------------
   Ilyas Brandt asserts, 2031-05-01                  Mira Tolland denies, published 2031-05-04
     ““The dam leaks,” Brandt said.”                   “Tolland denied that the dam leaks.”
       The Post, 2031-05-02 [post-1]                     Radio Orsk, 2031-05-04 [radio-1]

   Others
   ------
   Ministry of Ports declines to say, published 2031-05-04
     “The ministry had no comment.”
       Radio Orsk, 2031-05-04 [radio-1]
""")

    def test_narrow_terminals_have_one_column(self):
        lines = self.text("disputes", columns=60).splitlines()
        self.assertIn("   They say it is so", lines)
        self.assertIn("   They deny it", lines)

    def test_disputes_of_an_actor_a_time_an_outlet(self):
        self.text("disputes", "--actor", "Tolland", "--actor", "Brandt")
        self.text("disputes", "--since", "2031-05-02")
        self.text("disputes", "--outlet", "the post")
        self.assertEqual(self.none("disputes", "--actor", "Norway"), "No disputes.\n")
        self.none("disputes", "--since", "2031-06")
        self.none("disputes", "--outlet", "Post", "--since", "2031-05-03")

    def test_claims(self):
        text = self.text("claims")
        self.assertTrue(text.startswith("3 claims\n\nthe dam at Salmere leaks\n   disputed, 2 independent articles"))
        self.assertIn("asserts: Ilyas Brandt; denies: Mira Tolland; declines to say: Ministry of Ports", text)
        self.assertIn("1 claim\n", self.text("claims", "--words", "leaking dams"))
        self.assertIn("1 claim\n", self.text("claims", "--about", "Norway"))
        self.assertIn("2 claims\n", self.text("claims", "--actor", "Brandt"))
        self.assertIn("3 claims, the first 1\n", self.text("claims", "--max", "1"))
        self.assertEqual(self.none("claims", "--status", "retracted"), "No claims.\n")

    def test_who_says(self):
        text = self.text("who-says", "the leaking dam")
        self.assertIn("all 2 words; disputed", text)
        self.assertIn("Mira Tolland denies", text)
        self.assertEqual(self.query("who", "the leaking dam").stdout, text)
        # By another name of what the claim is about.
        self.assertIn("1 of 2 words, without: harbour", self.text("who", "Norway", "harbour"))
        self.assertEqual(self.none("who", "elephants"), 'No claim has half of the words "elephants".\n')

    def test_timeline(self):
        text = self.text("timeline", "Brandt")
        self.assertLess(text.index("\n2031-05-01\n"), text.index("\npublished 2031-05-02\n"))
        self.assertEqual(text.count("Ilyas Brandt met Mira Tolland"), 1)
        self.assertIn("Ilyas Brandt asserts “the dam at Salmere leaks”", text)
        self.assertIn("but Radio Orsk has 2031-04-30 [radio-1]", text)
        result = self.query("timeline", "leaking dams")
        self.assertEqual(result.returncode, 0)
        self.assertEqual(result.stderr, "gainsay: 'leaking dams' taken as the claim 'the dam at Salmere leaks'\n")
        self.assertEqual(self.query("timeline", "Brandt", "--since", "2032").returncode, 1)

    def test_compare(self):
        text = self.text("compare", "The Post", "radio orsk")
        self.assertIn("BOTH: 2 claims and events, 2 told differently\n", text)
        self.assertIn("≠ Mira Tolland: The Post has nothing, Radio Orsk has denies", text)
        self.assertIn("≠ date: The Post has 2031-05-01, Radio Orsk has 2031-04-30", text)
        self.assertIn("ONLY IN The Post: 1 claim or event\n\nthe toll was raised (Claim)", text)
        self.assertIn("ONLY IN Radio Orsk: 1 claim or event\n\nthe fish in the harbour are dead (Claim)", text)

    def test_diff(self):
        result = run("diff", self.before, self.graph)
        self.assertEqual((result.returncode, result.stderr), (1, ""))
        self.assertTrue(result.stdout.startswith("1 new dispute, 1 new denial; nodes +3 -0, edges +4 -0\n"), result.stdout)
        order = ["New articles: 1", "New disputes: 1", "New denials: 1", "+ Mira Tolland denies", "New statements: 2",
                 "Other status", "asserted → disputed", "Other wording", "New names: 1", "+ Norway (Country)"]
        places = [result.stdout.find(each) for each in order]
        self.assertEqual(places, sorted(places), result.stdout)
        self.assertNotIn(-1, places)
        same = run("diff", self.graph, self.graph)
        self.assertEqual((same.returncode, same.stdout, same.stderr), (0, "No differences.\n", ""))
        back = run("diff", self.graph, self.before)
        self.assertIn("Disputes settled: 1", back.stdout)
        self.assertIn("- Mira Tolland denies", back.stdout)

    def test_names(self):
        # The capital stands for the country, though the graph never says so; that is told.
        result = self.query("neighbors", "Oslo")
        self.assertEqual(result.returncode, 0)
        self.assertEqual(result.stderr, "gainsay: 'Oslo' taken as Norway (Country)\n")
        self.assertEqual(self.query("neighbors", "Tollnad").stderr, "gainsay: 'Tollnad' taken as Mira Tolland (Person)\n")
        wrong = self.query("neighbors", "Brundtland")
        self.assertEqual(wrong.returncode, 2)
        self.assertIn("the nearest are: Ilyas Brandt", wrong.stderr)

    def test_wrong_usage(self):
        for arguments, message in ((("disputes", "--since", "May"), "a date like 2014-10-28"),
                                   (("disputes", "--since", "2032", "--until", "2031"), "not before"),
                                   (("claims", "--status", "shouted"), "one of asserted"),
                                   (("disputes", "--outlet", "Nowhere"), "Radio Orsk, The Post"),
                                   (("compare", "The Post", "post-1"), "two outlets"),
                                   (("disputes", "--actor", "Nobody"), "'Nobody'"), (("who-says",), "words")):
            with self.subTest(arguments=arguments):
                result = self.query(*arguments)
                self.assertEqual((result.returncode, result.stdout), (2, ""), result.stderr)
                self.assertIn(message, result.stderr)


if __name__ == "__main__":
    unittest.main()
