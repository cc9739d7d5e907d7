"""Discourse networks computed again from random statements, by the formulas of Leifeld's manual, cell by cell."""

import csv
import datetime
import io
import itertools
import json
import math
import os
import random
import subprocess
import sys
import tempfile
import unittest

FOR, AGAINST = ("asserts", "agrees", "accuses"), ("denies", "rejects")
EPOCH = datetime.date(1970, 1, 1)


def random_graph(seed, actors=7, claims=6, documents=25):
    """Statements as a graph: one edge for actor, claim and stance, a sentence for each document."""
    draw = random.Random(seed)
    nodes = [{"id": f"person:a{i}", "kind": "Person", "label": f"Actor {i}", "mentions": []} for i in range(actors)]
    nodes += [{"id": f"claim:c{j}", "kind": "Claim", "label": f"claim number {j}", "status": "asserted", "mentions": []}
              for j in range(claims)]
    days = {}
    for d in range(documents):
        days[f"doc{d}"] = datetime.date(2030, 1, 1) + datetime.timedelta(days=draw.randrange(0, 150))
        nodes.append({"id": f"document:doc{d}", "kind": "Document", "label": f"doc{d}", "mentions": [],
                      "attributes": {"published": days[f"doc{d}"].isoformat(), "outlet": "Post"}})
    statements, edges = [], {}
    for n in range(160):
        actor, claim = draw.randrange(actors), draw.randrange(claims)
        document, stance = f"doc{draw.randrange(documents)}", draw.choice(FOR + AGAINST)
        text = f"sentence {n:03}"
        edge = edges.setdefault((actor, claim, stance), {
            "source": f"person:a{actor}", "target": f"claim:c{claim}", "kind": stance, "confidence": 1,
            "polarity": "affirmed", "modality": "actual", "date": None, "evidence": []})
        edge["evidence"].append({"document": document, "span": [20 * n, 20 * n + len(text)], "text": text,
                                 "content": [[20 * n, 20 * n + len(text)]]})
        statements.append((actor, claim, int(stance in FOR), (days[document] - EPOCH).days, document))
    for number, edge in enumerate(edges.values()):
        edge.update(id=f"e{number}", weight=len({piece["document"] for piece in edge["evidence"]}))
    return {"schema": "gainsay-graph/1", "nodes": nodes, "edges": list(edges.values())}, statements


def unit(day, document, duplicates):
    date = EPOCH + datetime.timedelta(days=day)
    return {"document": document, "week": date.isocalendar()[:2], "month": (date.year, date.month), "year": date.year,
            "range": None}[duplicates]


def once(statements, duplicates):
    if duplicates == "include":
        return statements
    kept = {}
    for statement in sorted(statements, key=lambda s: s[3]):
        actor, claim, agrees, day, document = statement
        kept.setdefault((actor, claim, agrees, unit(day, document, duplicates)), statement)
    return list(kept.values())


def zeta(kernel, day, first, last):
    width, middle = last - first + 1, (first + last) / 2
    u = 2 * (day - middle) / width
    if kernel == "gaussian":
        return math.exp(-0.5 * u * u) / math.sqrt(2 * math.pi)
    if not first <= day <= last:
        return 0
    return {"none": 1, "uniform": 0.5, "epanechnikov": 0.75 * (1 - u * u), "triangular": 1 - abs(u)}[kernel]


def networks(statements, size, mode, qualifier, normalize, windows, kernel):
    """A matrix for each window, as lists of lists."""
    actors, claims = size
    days = [s[3] for s in statements]
    spans = [None] if windows is None else [(b, b + windows - 1) for b in range(min(days), max(days) + 1, windows)]
    for span in spans:
        x = [[[0.0, 0.0] for _ in range(claims)] for _ in range(actors)]
        for actor, claim, agrees, day, _ in statements:
            weight = 1 if span is None else zeta(kernel, day, *span)
            x[actor][claim][agrees] += weight if mode == "two-mode" else math.sqrt(weight)
        if mode == "claims":
            x = [[x[i][j] for i in range(actors)] for j in range(claims)]
        total = [sum(sum(cell) for cell in row) for row in x]
        if mode == "two-mode":
            column = [sum(sum(row[j]) for row in x) for j in range(claims)]
            value = {"ignore": sum, "subtract": lambda c: c[1] - c[0], "combine": lambda c: (c[1] > 0) + 2 * (c[0] > 0)}[qualifier]
            under = {"no": lambda i, j: 1, "activity": lambda i, j: total[i], "prominence": lambda i, j: column[j]}[normalize]
            yield [[value(x[i][j]) / (under(i, j) or 1) for j in range(claims)] for i in range(actors)]
            continue
        rows = range(len(x))
        result = [[0.0 for _ in rows] for _ in rows]
        for a, b in itertools.permutations(rows, 2):
            same = sum(p[k] * q[k] for p, q in zip(x[a], x[b]) for k in (0, 1))
            other = sum(p[k] * q[1 - k] for p, q in zip(x[a], x[b]) for k in (0, 1))
            omega = {"ignore": same + other, "congruence": same, "conflict": other, "subtract": same - other}[qualifier]
            alone = sum(p[k] * (q[k] == 0) + q[k] * (p[k] == 0) for p, q in zip(x[a], x[b]) for k in (0, 1))
            under = {"no": 1, "average": (total[a] + total[b]) / 2, "jaccard": alone + same, "cosine": total[a] * total[b]}[normalize]
            result[a][b] = omega / under if under else 0
        yield result


class Networks(unittest.TestCase):
    def run_program(self, *arguments):
        result = subprocess.run([os.environ["GAINSAY"], *map(str, arguments)], capture_output=True, text=True, check=False)
        self.assertEqual(result.returncode, 0, result.stderr)
        return result.stdout

    def compare(self, matrix, rows):
        found = [[float(cell) for cell in row[1:]] for row in rows]
        self.assertEqual((len(found), len(found[0])), (len(matrix), len(matrix[0])))
        for i, j in itertools.product(range(len(matrix)), range(len(matrix[0]))):
            self.assertAlmostEqual(found[i][j], matrix[i][j], places=9, msg=f"cell {i}, {j}")
        return len(matrix) * len(matrix[0])

    def test_every_cell(self):
        cells = 0
        with tempfile.TemporaryDirectory(prefix="gainsay-network-") as scratch:
            for seed in (1, 2):
                graph, all_statements = random_graph(seed)
                path = os.path.join(scratch, f"{seed}.json")
                with open(path, "w", encoding="utf-8") as file:
                    json.dump(graph, file)
                settings = [(mode, qualifier, normalize) for mode in ("actors", "claims")
                            for qualifier in ("ignore", "congruence", "conflict", "subtract")
                            for normalize in ("no", "average", "jaccard", "cosine")]
                settings += [("two-mode", qualifier, normalize) for qualifier in ("ignore", "subtract")
                             for normalize in ("no", "activity", "prominence")] + [("two-mode", "combine", "no")]
                times = [("document", None, "none")] + [(d, None, "none") for d in ("include", "week", "month", "year", "range")]
                times += [("include", 30, kernel) for kernel in ("none", "uniform", "gaussian", "epanechnikov", "triangular")]
                for number, (mode, qualifier, normalize) in enumerate(settings):
                    # Every setting with the plain network, and each with one of the others in turn.
                    for duplicates, windows, kernel in (times[0], times[1 + (number + seed) % 5], times[6 + (number + seed) % 5]):
                        with self.subTest(seed=seed, setting=(mode, qualifier, normalize, duplicates, windows, kernel)):
                            expected = list(networks(once(all_statements, duplicates), (7, 6), mode, qualifier, normalize, windows, kernel))
                            options = ["--mode", mode, "--qualifier", qualifier, "--normalize", normalize, "--duplicates", duplicates]
                            if windows is None:
                                text = self.run_program("network", path, *options)
                                cells += self.compare(expected[0], list(csv.reader(io.StringIO(text)))[1:])
                                continue
                            out = os.path.join(scratch, f"windows-{seed}-{number}-{kernel}")
                            self.run_program("network", path, *options, "--windows", f"{windows}d", "--kernel", kernel, "-o", out)
                            names = sorted(os.listdir(out))
                            self.assertEqual(len(names), len(expected))
                            for matrix, name in zip(expected, names):
                                with open(os.path.join(out, name), newline="", encoding="utf-8") as file:
                                    cells += self.compare(matrix, list(csv.reader(file))[1:])
        print(cells, "cells are equal")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
