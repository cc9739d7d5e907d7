#!/usr/bin/env python3
"""Do our event categories agree with those of an older coder? Reads PETRARCH's unit tests (data/cameo), whose actors are invented.

usage: cameo.py [--gainsay PROGRAM] [--shared DIR] [--show]

A case counts as right if one of its events has a root code that stands for a category that we found in the sentence.
Cases without events are right if we found none. Only a check: most sentences are variants of a few, with a toy dictionary.
"""
import argparse
import json
import os
import subprocess
import tempfile

# The codes of these tests are those of WEIS, CAMEO's forerunner ("criticize" is 12, "warn" 16, "restore ties" 06).
ROOTS = {
    "01": {"CONCEDE", "RETREAT"}, "03": {"CONSULT"}, "04": {"SUPPORT"}, "05": {"AGREE", "SUPPORT"}, "06": {"SUPPORT", "CONCEDE"},
    "07": {"AID"}, "08": {"AGREE", "COOPERATE"}, "09": {"REQUEST"}, "10": {"REQUEST"}, "11": {"REJECT"}, "12": {"ACCUSE"},
    "13": {"ACCUSE", "PROTEST"}, "14": {"REJECT"}, "15": {"REQUEST"}, "16": {"THREATEN"}, "17": {"THREATEN"},
    "18": {"PROTEST", "MOBILIZE"}, "19": {"SANCTION", "SUSPEND"}, "20": {"SANCTION"}, "21": {"COERCE"}, "22": {"ASSAULT"},
}


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--gainsay", default=os.environ.get("GAINSAY", "gainsay"))
    parser.add_argument("--shared", default=os.environ.get("GAINSAY_SHARED", ""))
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    with open(os.path.join(options.shared, "data", "cameo", "petrarch-unittests.jsonl"), encoding="utf-8") as file:
        cases = [case for case in map(json.loads, file) if case["category"] != "ERROR"]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as articles:
        for i, case in enumerate(cases):
            articles.write(json.dumps({"id": str(i), "text": case["text"] + "\n", "published": case["date"]}) + "\n")
        articles.flush()
        output = subprocess.run([options.gainsay, "extract", articles.name], check=True, capture_output=True, text=True).stdout
    found = {line["document"]["id"]: {event["type"] for event in line["events"] if event["type"]}
             for line in map(json.loads, output.splitlines())}
    right = total = silent = quiet = none = 0
    for i, case in enumerate(cases):
        ours = found[str(i)]
        gold = set().union(*(ROOTS.get(code[:2], set()) for _, _, code in case["events"]))
        if gold:
            total += 1
            right += bool(gold & ours)
            silent += not ours
            if options.show and not gold & ours:
                print(sorted(gold), sorted(ours), case["text"][:130])
        elif case["no_events"]:
            none += 1
            quiet += not ours
    print(f"category: {right} of {total} ({100 * right / total:.0f} %), nothing found in {silent}; without events: {quiet} of {none} left empty")


if __name__ == "__main__":
    main()
