#!/usr/bin/env python3
"""Fits the weights of src/resolve/claim/statement_confidence.cpp and prints the reliability over stories that a fit had not seen.

    GAINSAY_SHARED=SHARED calibrate_confidence.py OBSERVATIONS GRAPH [OBSERVATIONS GRAPH SHEET]...

The first two are what `gainsay extract` and `gainsay resolve` make of SHARED/data/news/*.txt; a statement counts as true where
SHARED/score/printed.py judges it so. Each three more are observations and graph of other articles and a sheet of audit.py with
verdicts (t true, f false, a counts for 0.6); all sheets together weigh as much as the first. Logistic regression by gradient ascent,
L2 of 1, three folds by story (of the sheets by row).
"""
import collections
import csv
import json
import math
import os
import sys

NAMES = "bias attribution vague nested unnamed direct fragment bracket few_words acting demand".split()


def features(attribution, proposition, speaker):
    sure = min(max(attribution["confidence"], 0.02), 0.98)
    label = proposition.get("statement") or proposition["text"]
    stance = proposition.get("stance") or attribution["stance"]
    direct = attribution["form"] == "direct"
    fragment = len(label) > 1 and label[0] == "\u201c" and "a" <= label[1] <= "z"
    return [1.0, math.log(sure / (1 - sure)), float(proposition["vague"]), float(attribution["nested_in"] is not None),
            float(not speaker["named"]), float(direct), float(fragment and not direct), float("[" in label and not direct),
            float(label.count(" ") < 4), float(stance not in ("asserts", "accuses", "warns", "demands")),
            float(stance in ("demands", "warns"))]


def probability(weights, row):
    return 1 / (1 + math.exp(-sum(weight * value for weight, value in zip(weights, row))))


def fit(rows, truth, shares, steps=1500, rate=0.5):
    weights = [0.0] * len(NAMES)
    total = sum(shares)
    for _ in range(steps):
        slope = [0.0] * len(weights)
        for row, right, share in zip(rows, truth, shares):
            error = share * (right - probability(weights, row))
            for position, value in enumerate(row):
                slope[position] += error * value
        for position in range(len(weights)):
            weights[position] += rate * (slope[position] - (weights[position] if position else 0)) / total
    return weights


def read(observations, graph):
    with open(observations, encoding="utf-8") as file:
        observed = {line["document"]["id"]: line for line in map(json.loads, file)}
    with open(graph, encoding="utf-8") as file:
        return observed, json.load(file)


def features_of(document, content, kind):
    """Of the proposition that a piece of evidence shows; None where it is not found."""
    for attribution in document["attributions"]:
        for proposition in attribution["propositions"]:
            begin, end = proposition["span"]
            parts = [[max(a, begin), min(b, end)] for a, b in attribution["content"] if max(a, begin) < min(b, end)]
            if parts == content and kind == (proposition.get("stance") or attribution["stance"]) and attribution["source_entity"] is not None:
                return features(attribution, proposition, document["entities"][attribution["source_entity"]])
    return None


def scored(shared, observations, graph):
    """(features, truth, story) of every printed statement of SHARED/data/news."""
    sys.path.insert(0, os.path.join(shared, "score"))
    import printed

    gold, _ = printed.load(os.path.join(shared, "data", "news"))
    observed, graph = read(observations, graph)
    judged, _ = printed.statements(gold, graph, {row["doc"] for row in gold})
    for statement in judged:
        found = features_of(observed[statement["doc"]], statement["content"], statement["kind"])
        if found:
            yield found, float(statement["row"] is not None and not statement["why"]), statement["doc"].split("_")[0]


def audited(observations, graph, sheet):
    """The same for the rows of an audit's sheet; each row is a story of its own."""
    observed, graph = read(observations, graph)
    nodes = {node["id"]: node for node in graph["nodes"]}
    with open(sheet, encoding="utf-8", newline="") as file:
        verdicts = {(row["document"], row["speaker"], row["stance"], row["label"]): row["verdict"].strip()
                    for row in csv.DictReader(file, delimiter="\t")}
    for edge in graph["edges"]:
        for piece in edge["evidence"] if nodes[edge["target"]]["kind"] == "Claim" else []:
            key = (piece["document"], nodes[edge["source"]]["label"], edge["kind"], " ".join(nodes[edge["target"]]["label"].split()))
            truth = {"t": 1.0, "f": 0.0, "a": 0.6}.get(verdicts.pop(key, None))
            found = features_of(observed[piece["document"]], piece.get("content") or [], edge["kind"])
            if truth is not None and found:
                yield found, truth, key


def main():
    shared = os.environ.get("GAINSAY_SHARED")
    files = sys.argv[1:]
    if not shared or len(files) < 2 or len(files) % 3 != 2:
        sys.exit(__doc__)
    parts = [list(scored(shared, *files[:2]))]
    sheets = [row for at in range(2, len(files), 3) for row in audited(*files[at:at + 3])]
    parts += [sheets] if sheets else []
    rows, truth, shares, folds = [], [], [], []
    for part in parts:
        stories = sorted({str(story) for _, _, story in part})
        for found, right, story in part:
            rows.append(found)
            truth.append(right)
            shares.append(len(parts[0]) / len(part))
            folds.append(stories.index(str(story)) % 3)
    bins = collections.defaultdict(list)
    for fold in range(3):
        training = [i for i in range(len(rows)) if folds[i] != fold]
        weights = fit([rows[i] for i in training], [truth[i] for i in training], [shares[i] for i in training])
        for i in range(len(rows)):
            if folds[i] == fold:
                sure = probability(weights, rows[i])
                bins[(i >= len(parts[0]), min(int(10 * sure), 9))].append((sure, truth[i]))
    for (is_sheet, bin_), pairs in sorted(bins.items()):
        print(f"{'sheets' if is_sheet else 'news'} {bin_ / 10:.1f} to {bin_ / 10 + 0.1:.1f}: {len(pairs)} statements, "
              f"said {sum(p for p, _ in pairs) / len(pairs):.2f}, true {sum(t for _, t in pairs) / len(pairs):.2f}")
    print(dict(zip(NAMES, (round(weight, 2) for weight in fit(rows, truth, shares)))))


if __name__ == "__main__":
    main()
