"""pandas reads our CSV, and sqlite3 imports it; both find what the JSON has."""

import collections
import pathlib
import shutil
import subprocess
import sys
import unittest

from expected import SAMPLES, folder, load, printable, skip

try:
    import pandas
except ImportError:
    skip("python3-pandas is not installed")

STATEMENTS = ["date", "outlet", "document", "url", "speaker", "speaker_kind", "organization", "country", "stance",
              "side", "claim_id", "claim", "sentence", "begin", "end", "confidence"]
STANCES = {"asserts", "denies", "rejects", "accuses", "demands", "promises", "warns", "suggests", "questions",
           "declines", "agrees", "retracts"}


def unguarded(text):
    """A spreadsheet shows no formula: what would be one has an apostrophe before it."""
    return text[1:] if text[:1] == "'" and text[1:].lstrip(" ")[:1] in tuple("=+-@\t\n") else text


def table(sample, name, flavor="csv"):
    return pandas.read_csv(folder() / f"{sample}.{flavor}" / name, keep_default_na=False, dtype=str)


class Pandas(unittest.TestCase):
    maxDiff = 2000

    def test_nodes_and_edges(self):
        for sample in SAMPLES:
            with self.subTest(sample=sample):
                expected = load(sample)
                nodes, edges = table(sample, "nodes.csv"), table(sample, "edges.csv")
                self.assertEqual(list(nodes.columns[:3]), ["Id", "Label", "Kind"])
                self.assertEqual(list(edges.columns[:5]), ["Source", "Target", "Type", "Kind", "Weight"])
                self.assertEqual(
                    collections.Counter(zip(nodes["Kind"], map(unguarded, nodes["full_label"]))),
                    collections.Counter((node["kind"], printable(node["label"])) for node in expected["nodes"]))
                self.assertEqual(collections.Counter(edges["interaction"]),
                                 collections.Counter(edge["kind"] for edge in expected["edges"]))
                self.assertLessEqual(set(edges["Source"]) | set(edges["Target"]), set(nodes["Id"]))
                self.assertEqual(len(set(nodes["Id"])), len(nodes))
                self.assertEqual(len(set(edges["Id"])), len(edges))
                self.assertLessEqual(set(edges["Type"]), {"Directed", "Undirected"})
                self.assertTrue(all(float(weight) > 0 for weight in edges["Weight"]))
                self.assertTrue(all(len(label) <= 61 for label in nodes["Label"]))

    def test_statements(self):
        for sample in SAMPLES:
            with self.subTest(sample=sample):
                expected = [edge for edge in load(sample)["edges"] if edge["kind"] in STANCES]
                rows = table(sample, "statements.csv")
                self.assertEqual(list(rows.columns[:16]), STATEMENTS)
                self.assertEqual(len(rows), sum(len(edge["evidence"]) for edge in expected))
                self.assertEqual(
                    collections.Counter(zip(rows["stance"], rows["begin"], rows["end"], map(unguarded, rows["sentence"]))),
                    collections.Counter((edge["kind"], str(piece["span"][0]), str(piece["span"][1]), printable(piece["text"]))
                                        for edge in expected for piece in edge["evidence"]))
                for _, row in rows.iterrows():
                    # Who says that it is not so stands on the other side; demands, questions and refusals to say on none.
                    neither = row["stance"] in ("demands", "questions", "declines")
                    against = (row["stance"] in ("denies", "rejects", "retracts")) != (row["polarity"] == "negated")
                    self.assertEqual(row["side"], "neither" if neither else "against" if against else "for")

    def test_disputes_and_events(self):
        disputes = table("harbour", "disputes.csv")
        self.assertEqual(set(disputes["side"]) >= {"for", "against"}, True)
        events = table("harbour", "events.csv")
        graph = load("harbour")
        self.assertEqual(set(events["Event ID"]), {node["id"] for node in graph["nodes"] if node["kind"] == "Event"})
        self.assertIn("Actor Name", events.columns)

    def test_no_cell_is_a_formula(self):
        for name in ("nodes.csv", "edges.csv", "statements.csv", "disputes.csv", "events.csv"):
            rows = table("hostile", name)
            for column in rows.columns:
                for value in rows[column]:
                    if value.lstrip(" ")[:1] in ("=", "+", "-", "@", "\t"):
                        float(value)  # a number is no formula

    def test_neo4j_header_and_one_line_a_record(self):
        for name, header in (("nodes.csv", ["id:ID", "label", ":LABEL"]), ("edges.csv", [":START_ID", ":END_ID", ":TYPE"])):
            path = folder() / "hostile.neo4j" / name
            rows = table("hostile", name, "neo4j")
            self.assertEqual(list(rows.columns[:3]), header)
            self.assertEqual(path.read_bytes().count(b"\n"), len(rows) + 1)
        kinds = set(table("every_kind", "edges.csv", "neo4j")[":TYPE"])
        self.assertLessEqual({"SUSPENDED", "NOT_SUSPENDED", "MAY_SUSPEND", "ASSERTS", "ASSERTS_NOT"}, kinds)

    def test_sqlite_imports(self):
        if shutil.which("sqlite3") is None:
            self.skipTest("sqlite3 is not installed")
        for name in ("nodes", "edges", "statements", "disputes", "events"):
            path = folder() / "hostile.csv" / f"{name}.csv"
            result = subprocess.run(["sqlite3", ":memory:", f'.import --csv "{path}" {name}', f"select count(*) from {name};"],
                                    capture_output=True, text=True, check=False)
            self.assertEqual((result.returncode, result.stderr), (0, ""))
            self.assertEqual(int(result.stdout), len(table("hostile", f"{name}.csv")))


if __name__ == "__main__":
    pathlib.Path(folder())
    unittest.main(argv=sys.argv[:1])
