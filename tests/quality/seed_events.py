#!/usr/bin/env python3
"""Are the events of the seed articles found that a careful reader insists on? The list is seed_events.txt.

usage: seed_events.py [--gainsay PROGRAM] [--shared DIR] [--least N]

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


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                yield [field.strip() for field in line.split("|")]


def names_of(document, argument):
    entity = argument["entity"]
    text = argument.get("text", "")
    return text if entity is None else " ".join([text, document["entities"][entity]["name"], *document["entities"][entity].get("aliases", [])])


def matches(document, event, row):
    _, kind, participants, date, state = row
    if event["type"] != kind.split()[-1]:
        return False
    arguments = [(argument["role"], names_of(document, argument)) for argument in event["arguments"]]
    for participant in participants.split(","):
        role, _, name = participant.strip().rpartition(":")
        if not any((not role or role == each) and name.lower() in names.lower() for each, names in arguments):
            return False
    found = event.get("date")
    if date == "?" and not (found and found["value"] is None):
        return False
    if date not in ("-", "?") and not (found and found["value"] == date):
        return False
    wanted = state.split()
    is_any = lambda at: wanted[min(at, len(wanted) - 1)] == "*"
    return (is_any(0) or event["polarity"] == wanted[0]) and (is_any(1) or event["modality"] == wanted[1])


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
    right = total = 0
    for row in read_lines(os.path.join(HERE, "seed_events.txt")):
        document = documents[row[0]]
        found = any(matches(document, event, row) for event in document["events"])
        holds = found != row[1].startswith("no ")
        right, total = right + holds, total + 1
        if not holds:
            print(("found but wrong: " if found else "not found: ") + " | ".join(row))
    print(f"seed events: {right} of {total}")
    return 1 if right < options.least else 0


if __name__ == "__main__":
    sys.exit(main())
