#!/usr/bin/env python3
"""The weights of src/resolve/claim/statement_confidence.cpp, and how reliable they are over articles that a fit had not seen.

    calibrate_confidence.py fit [VERDICTS]
    calibrate_confidence.py rows SAMPLE OBSERVATIONS GRAPH SHEET >> VERDICTS

VERDICTS (statement_verdicts.tsv beside this without one) has a row for each statement that a reader judged: the sample of articles
it is from, the verdict (t true, a arguable, f false) and what the regression looks at; no words of the articles. `rows` makes such
of what `gainsay extract` and `gainsay build` made of the articles and of a sheet of audit.py with verdicts. Logistic regression by
gradient ascent, L2 of 1; `a` counts as not true; each sample is predicted by a fit on the others.
"""
import csv
import json
import math
import os
import sys

NAMES = "bias certainty vague fragment length back group named plain brackets joint".split()
ARGUABLE = 0.0


def features(attribution, proposition, speaker):
    sure = min(max(proposition.get("certainty", attribution["confidence"]), 0.01), 0.99)
    label = proposition.get("statement") or proposition["text"]
    fragment = attribution["form"] == "direct" and len(label) > 1 and label[0] == "\u201c" and "a" <= label[1] <= "z"
    return [1.0, math.log(sure / (1 - sure)), proposition["vague"], fragment, math.log(1 + label.count(" ")),
            bool(proposition.get("points_back")), speaker["type"] == "Group" and not speaker["named"], speaker["named"],
            not speaker["named"] and " " not in speaker["name"], label.count("["), bool(attribution.get("joint_sources"))]


def features_of(document, content, kind):
    """Of the proposition that a piece of evidence shows; None where it is not found."""
    for attribution in document["attributions"]:
        for proposition in attribution["propositions"]:
            begin, end = proposition["span"]
            parts = [[max(a, begin), min(b, end)] for a, b in attribution["content"] if max(a, begin) < min(b, end)]
            if parts == content and kind == (proposition.get("stance") or attribution["stance"]) and attribution["source_entity"] is not None:
                return features(attribution, proposition, document["entities"][attribution["source_entity"]])
    return None


def make_rows(sample, observations, graph, sheet):
    with open(observations, encoding="utf-8") as file:
        observed = {line["document"]["id"]: line for line in map(json.loads, file)}
    with open(graph, encoding="utf-8") as file:
        graph = json.load(file)
    nodes = {node["id"]: node for node in graph["nodes"]}
    with open(sheet, encoding="utf-8", newline="") as file:
        verdicts = {(row["document"], row["speaker"], row["stance"], row["label"]): row["verdict"].strip()
                    for row in csv.DictReader(file, delimiter="\t")}
    for edge in graph["edges"]:
        for piece in edge["evidence"] if nodes[edge["target"]]["kind"] == "Claim" else []:
            key = (piece["document"], nodes[edge["source"]]["label"], edge["kind"], " ".join(nodes[edge["target"]]["label"].split()))
            verdict = verdicts.pop(key, "")
            found = features_of(observed[piece["document"]], piece.get("content") or [], edge["kind"])
            if verdict and found:
                print(sample, verdict, *(f"{float(value):g}" for value in found[1:]), sep="\t")


def probability(weights, row):
    return 1 / (1 + math.exp(-sum(weight * value for weight, value in zip(weights, row))))


def fit(rows, truth, steps=1500, rate=0.5):
    weights = [0.0] * len(NAMES)
    for _ in range(steps):
        slope = [0.0] * len(weights)
        for row, right in zip(rows, truth):
            error = right - probability(weights, row)
            for position, value in enumerate(row):
                slope[position] += error * value
        for position in range(len(weights)):
            weights[position] += rate * (slope[position] - (weights[position] if position else 0)) / len(rows)
    return weights


def print_fit(path):
    with open(path, encoding="utf-8", newline="") as file:
        table = list(csv.reader(file, delimiter="\t"))[1:]
    samples = [line[0] for line in table]
    verdicts = [line[1] for line in table]
    rows = [[1.0] + [float(value) for value in line[2:]] for line in table]
    truth = [{"t": 1.0, "a": ARGUABLE, "f": 0.0}[verdict] for verdict in verdicts]
    said = [0.0] * len(rows)
    for sample in sorted(set(samples)):
        others = [i for i in range(len(rows)) if samples[i] != sample]
        weights = fit([rows[i] for i in others], [truth[i] for i in others])
        for i in range(len(rows)):
            if samples[i] == sample:
                said[i] = probability(weights, rows[i])
    for low in range(10):
        here = [i for i in range(len(rows)) if low <= 10 * said[i] < low + 1]
        if here:
            shares = [sum(verdicts[i] == verdict for i in here) / len(here) for verdict in "taf"]
            print(f"{low / 10:.1f} to {(low + 1) / 10:.1f}: {len(here):4} statements, true {shares[0]:.2f}, arguable {shares[1]:.2f}, false {shares[2]:.2f}")
    for name, weight in zip(NAMES, fit(rows, truth)):
        print(f"{name:12} {weight:6.3f}")


def main():
    beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), "statement_verdicts.tsv")
    if len(sys.argv) in (2, 3) and sys.argv[1] == "fit":
        print_fit(sys.argv[2] if len(sys.argv) == 3 else beside)
    elif len(sys.argv) == 6 and sys.argv[1] == "rows":
        make_rows(*sys.argv[2:])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
