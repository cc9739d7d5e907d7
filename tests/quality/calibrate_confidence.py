#!/usr/bin/env python3
"""Fits the weights of src/resolve/claim/statement_confidence.cpp and prints the reliability over stories that a fit had not seen.

    GAINSAY_SHARED=SHARED calibrate_confidence.py OBSERVATIONS GRAPH

OBSERVATIONS and GRAPH are what `gainsay extract` and `gainsay resolve` make of SHARED/data/news/*.txt. A statement counts as true
where SHARED/score/printed.py judges it so. Logistic regression by gradient ascent, L2 of 1, three folds by story.
"""
import collections
import json
import math
import os
import sys

NAMES = "bias attribution vague nested unnamed acting person".split()


def features(attribution, proposition, speaker):
    sure = min(max(attribution["confidence"], 0.02), 0.98)
    return [1.0, math.log(sure / (1 - sure)), float(proposition["vague"]), float(attribution["nested_in"] is not None),
            float(not speaker["named"]), float(attribution["stance"] in ("rejects", "promises", "retracts")),
            float(speaker["type"] == "Person")]


def probability(weights, row):
    return 1 / (1 + math.exp(-sum(weight * value for weight, value in zip(weights, row))))


def fit(rows, truth, steps=600, rate=0.2):
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


def main():
    shared = os.environ.get("GAINSAY_SHARED")
    if not shared or len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.path.insert(0, os.path.join(shared, "score"))
    import printed

    gold, _ = printed.load(os.path.join(shared, "data", "news"))
    with open(sys.argv[1], encoding="utf-8") as file:
        observed = {line["document"]["id"]: line for line in map(json.loads, file)}
    with open(sys.argv[2], encoding="utf-8") as file:
        graph = json.load(file)
    judged, _ = printed.statements(gold, graph, {row["doc"] for row in gold})
    rows, truth, stories = [], [], []
    for statement in judged:
        document = observed[statement["doc"]]
        found = None
        for attribution in document["attributions"]:
            for proposition in attribution["propositions"]:
                begin, end = proposition["span"]
                parts = [[max(a, begin), min(b, end)] for a, b in attribution["content"] if max(a, begin) < min(b, end)]
                if parts == statement["content"] and attribution["stance"] == statement["kind"]:
                    speaker = document["entities"][attribution["source_entity"]]
                    found = (features(attribution, proposition, speaker),
                             float(statement["row"] is not None and not statement["why"]), statement["doc"].split("_")[0])
        if found:
            rows.append(found[0])
            truth.append(found[1])
            stories.append(found[2])
    order = sorted(set(stories))
    bins = collections.defaultdict(list)
    for fold in range(3):
        training = [i for i, story in enumerate(stories) if order.index(story) % 3 != fold]
        weights = fit([rows[i] for i in training], [truth[i] for i in training])
        for i, story in enumerate(stories):
            if order.index(story) % 3 == fold:
                sure = probability(weights, rows[i])
                bins[min(int(10 * sure), 9)].append((sure, truth[i]))
    for bin_, pairs in sorted(bins.items()):
        print(f"{bin_ / 10:.1f} to {bin_ / 10 + 0.1:.1f}: {len(pairs)} statements, said {sum(p for p, _ in pairs) / len(pairs):.2f}, "
              f"true {sum(t for _, t in pairs) / len(pairs):.2f}")
    print(dict(zip(NAMES, (round(weight, 2) for weight in fit(rows, truth)))))


if __name__ == "__main__":
    main()
