"""Figures of attributions: PolNeAR's development articles, their denials, and the real stories."""
import json
import re
import subprocess
import sys

ARTICLES = "data/polnear/polnear-dev.jsonl"
# Cues that deny, as the issue of attributions counts them.
DENIAL = re.compile(r"\b(den(y|ies|ied|ying|ials?)|reject\w*|dismiss\w*|disput\w*|refut\w*)\b", re.I)
DENYING = {"denies", "rejects"}


def run(*command):
    result = subprocess.run([sys.executable, *command], capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"{command[0]}: {result.stderr.strip()}")
    return result.stdout


def score(scorer, gold, system):
    """{measure: F1} of attribution.py, and the share of denials whose stance and source are right."""
    output = run(scorer, gold, system)
    figures = {row.split()[0]: float(row.split("F1")[1].split()[0]) for row in output.splitlines() if " F1 " in row}
    figures = {name: figures[name] for name in ("relation", "content", "source", "cue", "content-only", "exact")}
    figures["denials"] = denials(gold, system)
    return figures


def denials(gold, system):
    with open(system, encoding="utf-8") as file:
        found = {line["document"]["id"]: line["attributions"] for line in map(json.loads, file)}
    right = total = 0
    with open(gold, encoding="utf-8") as file:
        for article in map(json.loads, file):
            text = article["text"].encode()
            for attribution in article["attributions"]:
                if not attribution["cue"]:
                    continue
                begin, end = attribution["cue"][0]
                if not DENIAL.search(text[begin:end].decode()):
                    continue
                total += 1
                right += any(
                    each["stance"] in DENYING
                    and any(b < end and begin < e for b, e in each["cue"])
                    and overlap(each["source"], attribution["source"]) >= 0.5
                    for each in found[article["doc_id"]]
                )
    return round(100 * right / total, 1)


def overlap(a, b):
    """Intersection over union of two lists of spans, in bytes."""
    first = {byte for begin, end in a for byte in range(begin, end)}
    second = {byte for begin, end in b for byte in range(begin, end)}
    return len(first & second) / len(first | second) if first or second else 1.0


def score_stories(scorer, stories, system):
    """{measure: per cent} of story_attributions.py."""
    output = run(scorer, stories, system)
    figures = {}
    for name in ("core recall", "stance", "form", "nesting", "polarity", "no gold row"):
        figures[name] = float(re.search(rf"^{name} +([0-9.]+)", output, re.M)[1])
    return figures
