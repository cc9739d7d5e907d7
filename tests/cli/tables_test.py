"""A table of words that is not right is refused with its file and line, before the first document is read: the input named
here does not exist, and a run that had come to it would say so."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
KNOWN = ROOT / "src" / "resources" / "en"


def line_of(table, beginning):
    lines = (KNOWN / table).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(beginning))


def misspelt(kind, wrong):
    return lambda text: text.replace(f"\n{kind}\t", f"\n{wrong}\t", 1)


def doubled(beginning):
    """The first row that begins so, once more at the end."""
    return lambda text: text + next(line for line in text.splitlines() if line.startswith(beginning)) + "\n"


def without_last_column(beginning):
    def change(text):
        row = next(line for line in text.splitlines() if line.startswith(beginning))
        return text.replace(row, row.rpartition("\t")[0], 1)

    return change


def without_rows(kind):
    return lambda text: "".join(line for line in text.splitlines(keepends=True) if not line.startswith(f"{kind}\t"))


class Tables(unittest.TestCase):
    def refusal(self, command, changes):
        with tempfile.TemporaryDirectory() as folder:
            words = pathlib.Path(folder) / "en"
            words.mkdir()
            for path in KNOWN.iterdir():
                if path.name not in changes:
                    (words / path.name).symlink_to(path)
                elif changes[path.name] is not None:
                    old = path.read_text(encoding="utf-8")
                    new = changes[path.name](old)
                    self.assertNotEqual(new, old, path.name)
                    (words / path.name).write_text(new, encoding="utf-8")
            result = subprocess.run([os.environ["GAINSAY"], "--resources", folder, *command], cwd=folder, check=False,
                                    stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            self.assertEqual((result.returncode, result.stdout), (3, ""), result.stderr)
            self.assertNotIn("no_such_article", result.stderr)
            self.assertEqual(result.stderr.count("\n"), 1, result.stderr)
            return result.stderr.replace(folder + "/", "").strip()

    def check(self, table, change, expected, line=None, command=("build", "no_such_article.txt")):
        said = self.refusal(command, {table: change})
        place = re.escape(table + ("" if line is None else f":{line}")) + (r"(:\d+)?" if line is None else "")
        self.assertRegex(said, place + ": " + expected)

    def test_a_misspelt_kind(self):
        for table, kind in (("factuality_cues.tsv", "negation"), ("statement_words.tsv", "untrue"),
                            ("grammar_words.tsv", "addressed"), ("person_words.tsv", "particle"),
                            ("organization_words.tsv", "issuing"), ("outlets.tsv", "ending"), ("time_words.tsv", "ago"),
                            ("entity_words.tsv", "water"), ("claim_frames.tsv", "past")):
            with self.subTest(table):
                self.check(table, misspelt(kind, kind + "x"), rf"expected one of .*\b{kind}\b.*, found '{kind}x'",
                           line_of(table, kind + "\t"))

    def test_a_kind_that_is_missing(self):
        self.check("factuality_cues.tsv", without_rows("mute"), "expected a row of the kind 'mute', found the end")

    def test_a_row_that_stands_twice(self):
        for table, beginning in (("reporting_verbs.tsv", "deny\t"), ("reporting_nouns.tsv", "claim\t"),
                                 ("reporting_idioms.tsv", "take issue with\t"), ("event_frames.tsv", "Arrest\t"),
                                 ("countries.tsv", "NO\t"), ("irregular_verbs.tsv", "say\t"),
                                 ("known_organizations.tsv", "NATO\t"), ("factuality_model.tsv", "0adv=above\t"),
                                 ("country_codes.tsv", "NOR\t"), ("story_words.tsv", "ptrump\t")):
            with self.subTest(table):
                last = len((KNOWN / table).read_text(encoding="utf-8").splitlines()) + 1
                self.check(table, doubled(beginning),
                           rf"expected '.*' once, found it again after line {line_of(table, beginning)}$", last)

    def test_a_word_that_stands_twice(self):
        def change(text):
            return text.replace("\nnegation\tnot; ", "\nnegation\tnot; not; ", 1)

        self.check("factuality_cues.tsv", change, "expected 'negation' 'not' once",
                   line_of("factuality_cues.tsv", "negation\t"))

    def test_a_missing_column(self):
        for table, beginning, columns in (("reporting_verbs.tsv", "deny\t", 5), ("event_frames.tsv", "Arrest\t", 6),
                                          ("statement_words.tsv", "light\t", 2), ("countries.tsv", "NO\t", 7),
                                          ("antonyms.tsv", "", 2)):
            with self.subTest(table):
                beginning = beginning or next(line for line in (KNOWN / table).read_text(encoding="utf-8").splitlines()
                                              if "\t" in line and not line.startswith("#"))
                said = self.refusal(("build", "no_such_article.txt"), {table: without_last_column(beginning)})
                self.assertRegex(said, rf"{re.escape(table)}:{line_of(table, beginning)}: expected {columns} fields")

    def test_a_missing_file(self):
        for table in ("claim_synonyms.tsv", "antonyms.tsv", "claim_frames.tsv", "claim_implications.tsv",
                      "claim_weak_words.txt", "claim_hedges.txt", "claim_phrases.tsv",
                      "claim_numbers.tsv", "name_spellings.tsv", "entity_words.tsv", "country_codes.tsv",
                      "statement_words.tsv", "event_arguments.tsv", "boilerplate.tsv",
                      "outlet_domains.tsv", "story_words.tsv", "claim_word_counts.tsv", "claim_pairs.tsv",
                      "statement_trees.tsv"):
            with self.subTest(table):
                said = self.refusal(("build", "no_such_article.txt"), {table: None})
                self.assertIn(table, said)

    def test_extract_asks_for_its_own_tables_too(self):
        self.check("factuality_cues.tsv", misspelt("negation", "negatoin"), "expected one of .*, found 'negatoin'",
                   command=("extract", "no_such_article.txt"))

    def test_resolve_does_before_it_reads(self):
        self.check("entity_words.tsv", misspelt("link", "lnik"), "expected one of .*, found 'lnik'",
                   command=("resolve", "no_such_article.jsonl"))


if __name__ == "__main__":
    unittest.main()
