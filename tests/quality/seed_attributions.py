#!/usr/bin/env python3
"""Are the attributions of the seed articles found that a careful reader insists on? The list is seed_attributions.txt.

usage: seed_attributions.py [--gainsay PROGRAM] [--shared DIR] [--least N]

DIR/seeds holds the articles, which are no part of the project (environment's GAINSAY_SHARED); without them this says so and
exits with 77. Exits with 1 if fewer than N lines hold.
"""
import argparse
import glob
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SKIPPED = 77


def read_rows(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                yield [field.strip() for field in line.split("|")]


def source_of(document, attribution):
    number = attribution["source_entity"]
    return "-" if number is None else document["entities"][number]["name"]


def cue_of(attribution, text):
    return b" ".join(text[begin:end] for begin, end in attribution["cue"]).decode()


def matches(document, attribution, text, row):
    _, source, stance, cue, polarity = row
    found = source_of(document, attribution)
    right_source = found == "-" if source == "-" else source in found
    words = cue_of(attribution, text).replace(":", " ").split()
    return right_source and attribution["stance"] == stance.split()[-1] and cue in words and attribution["polarity"] == polarity


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--gainsay", default=os.environ.get("GAINSAY", os.path.join(os.path.dirname(os.path.dirname(HERE)), "gainsay")))
    parser.add_argument("--shared", default=os.environ.get("GAINSAY_SHARED", ""))
    parser.add_argument("--least", type=int, default=0)
    options = parser.parse_args()
    articles = sorted(glob.glob(os.path.join(options.shared, "seeds", "*.txt")))
    if not articles:
        print(f"skipped: no seeds in {options.shared!r} (set GAINSAY_SHARED or give --shared)")
        return SKIPPED
    result = subprocess.run([options.gainsay, "extract", *articles], capture_output=True, text=True)
    if result.returncode != 0 and "english.model" in result.stderr:
        print(f"skipped: no trained model: {result.stderr.strip()}")
        return SKIPPED
    documents = {line["document"]["id"]: line for line in map(json.loads, result.stdout.splitlines())}
    texts = {}
    for path in articles:
        with open(path, "rb") as file:
            texts[os.path.splitext(os.path.basename(path))[0]] = file.read()
    right = total = 0
    for row in read_rows(os.path.join(HERE, "seed_attributions.txt")):
        document, text = documents[row[0]], texts[row[0]]
        found = any(matches(document, each, text, row) for each in document["attributions"])
        holds = found != row[2].startswith("no ")
        right, total = right + holds, total + 1
        if not holds:
            print(("found but wrong: " if found else "not found: ") + " | ".join(row))
    print(f"seed attributions: {right} of {total}")
    return 1 if right < options.least else 0


if __name__ == "__main__":
    sys.exit(main())
