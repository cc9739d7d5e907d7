#!/usr/bin/env python3
"""Check the actors of the seed articles against seed_chains.txt: GAINSAY_SHARED=DIR seed_chains.py [PROGRAM]

Every actor must be there once, with its kind and at least so many mentions. Without the articles this says so and exits with 77.
"""
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    seeds = os.path.join(os.environ.get("GAINSAY_SHARED", ""), "seeds")
    if not os.path.isdir(seeds):
        print(f"skipped: no articles in {seeds!r}")
        return 77
    program = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("GAINSAY", "gainsay")
    output = subprocess.run([program, "extract", seeds], check=True, capture_output=True, text=True, encoding="utf-8").stdout
    documents = {d["document"]["id"]: d["entities"] for d in map(json.loads, output.splitlines())}
    wrong = right = 0
    with open(os.path.join(HERE, "seed_chains.txt"), encoding="utf-8") as file:
        for line in file:
            if line.startswith("#"):
                continue
            document, name, kind, least = line.rstrip("\n").split("\t")
            found = [e for e in documents.get(document, []) if name in [e["name"], *e.get("aliases", [])]]
            fit = [e for e in found if e["type"] == kind and len(e["mentions"]) >= int(least)]
            if len(found) == 1 and fit:
                right += 1
                continue
            wrong += 1
            have = ", ".join(f'{e["name"]} ({e["type"]}), {len(e["mentions"])} mentions' for e in found) or "nobody"
            print(f"{document}: {name} ({kind}), {least} mentions or more, expected; found: {have}", file=sys.stderr)
    print(f"{right} passed, {wrong} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
