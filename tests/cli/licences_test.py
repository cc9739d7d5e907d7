"""REUSE.toml names the licence of every file, LICENSES has the text of each and of no other, and what a data file says of
itself is what REUSE.toml says."""

import fnmatch
import pathlib
import tomllib
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
NO_FILES_OF_OURS = {".git", "build", "LICENSES", "__pycache__", "node_modules"}
# What stands in the head of a table, and the licence that it means.
HEADS = {"CC BY-SA 4.0": "CC-BY-SA-4.0", "WordNet license": "WordNet", "Public Domain Dedication": "PDDL-1.0"}


def files(folder=ROOT):
    for path in sorted(folder.iterdir()):
        if path.name in NO_FILES_OF_OURS:
            continue
        if path.is_dir():
            yield from files(path)
        else:
            yield path.relative_to(ROOT).as_posix()


def matches(path, pattern):
    if pattern == "**":
        return True
    return pattern.count("/") == path.count("/") and fnmatch.fnmatchcase(path, pattern)


class Licences(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        tables = tomllib.loads((ROOT / "REUSE.toml").read_text(encoding="utf-8"))["annotations"]
        cls.rules = []
        for table in tables:
            patterns = [table["path"]] if isinstance(table["path"], str) else table["path"]
            cls.rules += [(pattern, table["SPDX-License-Identifier"]) for pattern in patterns]
            assert table["SPDX-FileCopyrightText"], table
        cls.files = list(files())

    def licence(self, path):
        found = [licence for pattern, licence in self.rules if matches(path, pattern)]
        return found[-1] if found else None

    def test_every_file_has_one(self):
        self.assertEqual([path for path in self.files if self.licence(path) is None], [])

    def test_every_rule_names_a_file(self):
        for pattern, _ in self.rules:
            self.assertTrue(any(matches(path, pattern) for path in self.files), pattern)

    def test_texts(self):
        texts = {path.stem for path in (ROOT / "LICENSES").iterdir()}
        self.assertEqual(texts, {licence for _, licence in self.rules})
        self.assertEqual((ROOT / "LICENSES" / "Apache-2.0.txt").read_bytes(), (ROOT / "LICENSE").read_bytes())

    def test_heads_of_the_tables_agree(self):
        named = set()
        for path in self.files:
            if not path.startswith("src/resources/") or not path.endswith((".tsv", ".txt")):
                continue
            lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
            head = " ".join(line.lstrip("# ") for line in lines if line.startswith("# "))
            said = [licence for words, licence in HEADS.items() if words in head]
            self.assertEqual(self.licence(path), said[0] if said else "Apache-2.0", path)
            named.update(said)
        self.assertEqual(named, set(HEADS.values()))


if __name__ == "__main__":
    unittest.main()
