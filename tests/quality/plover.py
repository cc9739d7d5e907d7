#!/usr/bin/env python3
"""Categories and actors of events against the gold standard records of PLOVER (data/plover): one sentence and one event each.

usage: plover.py [--gainsay PROGRAM] [--shared DIR] [--show type|source|target] [--least TYPE,SOURCE,TARGET]

type    records whose category one of the sentence's events has; the names of 2016 are read as those of today
source  of those that have a source, records of which every source is an entity that acts in such an event (or is its companion, where
        the category has no direction); a word in common is enough
target  of those that have a target, the same for patients, recipients and companions, and for places, which the records have as targets too
        ("rioted in Norway", "a curfew in Bergen")
Of the 2016 category SANCTION our SUSPEND is a part. Events alone are counted; with --statements also what a graph draws as statements
(who demands REQUESTs, who promises or agrees AGREEs, who warns THREATENs, rejects, accuses) and plans (AGREE: "will do"). Exits with 1 if a figure (percent) is below --least; without DIR with 77.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

SKIPPED = 77
TODAY = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
PARTS = {"SANCTION": {"SANCTION", "SUSPEND"}}
MUTUAL = {"AGREE", "CONSULT", "COOPERATE"}
STANCES = {"demands": "REQUEST", "promises": "AGREE", "agrees": "AGREE", "warns": "THREATEN", "rejects": "REJECT", "declines": "REJECT",
           "accuses": "ACCUSE"}
WEAK = set("the a an of and in for to its his her their on by at with from new former".split())


def words(text):
    return {word for word in re.findall(r"\w+", re.sub(r"['’]s\b", "", text.lower())) if word not in WEAK}


def names(document, argument):
    """Of an entity; what a graph has no node for names nobody."""
    if argument["entity"] is None:
        return set()
    entity = document["entities"][argument["entity"]]
    return set().union(*map(words, [argument.get("text", ""), entity["name"], *entity.get("aliases", [])]))


def extract(program, records):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as articles:
        for record in records:
            articles.write(json.dumps({"id": record["id"], "text": record["text"].strip() + "\n", "published": record["date"]}) + "\n")
        articles.flush()
        output = subprocess.run([program, "extract", articles.name], check=True, capture_output=True, text=True, encoding="utf-8").stdout
    return {line["document"]["id"]: line for line in map(json.loads, output.splitlines())}


def statements(document):
    """Statements and plans as events of their category: who speaks acts, what is spoken of is acted upon."""
    for each in document["attributions"]:
        if each["stance"] in STANCES:
            spoken_of = {entity for proposition in each.get("propositions", []) for entity in proposition.get("entities", [])}
            arguments = [{"role": "patient", "entity": entity} for entity in sorted(spoken_of)]
            yield {"type": STANCES[each["stance"]], "arguments": [{"role": "agent", "entity": each["source_entity"]}, *arguments]}
    for event in document["events"]:
        if event["modality"] == "planned":
            yield {**event, "type": "AGREE"}


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--gainsay", default=os.environ.get("GAINSAY", "gainsay"))
    parser.add_argument("--shared", default=os.environ.get("GAINSAY_SHARED", ""))
    parser.add_argument("--statements", action="store_true")
    parser.add_argument("--show", choices=["type", "source", "target"])
    parser.add_argument("--least", default="0,0,0")
    options = parser.parse_args()
    path = os.path.join(options.shared, "data", "plover", "plover-dev.jsonl")
    if not os.path.exists(path):
        print(f"skipped: no {path}")
        return SKIPPED
    with open(path, encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    documents = extract(options.gainsay, records)
    counts = {key: [0, 0] for key in ("type", "source", "target")}

    def count(key, right, record, seen):
        counts[key][0] += right
        counts[key][1] += 1
        if options.show == key and not right:
            print(record["event"], "|", record["source"], ">", record["target"], "|", record["event_text"], "|", seen, "|", record["text"].strip()[:200])

    for record in records:
        document = documents[record["id"]]
        kind = TODAY.get(record["event"], record["event"])
        told = [*document["events"], *(statements(document) if options.statements else [])]
        events = [event for event in told if event["type"] in PARTS.get(kind, {kind})]
        count("type", bool(events), record, [(event["trigger_text"], event["type"], event.get("news_type")) for event in document["events"]])
        if not events:
            continue
        agents = [names(document, each) for event in events for each in event["arguments"] if each["role"] == "agent"]
        others = [names(document, each) for event in events for each in event["arguments"] if each["role"] in ("patient", "recipient", "companion", "place")]
        if kind in MUTUAL:
            agents, others = agents + others, agents + others
        seen = (agents, others)
        for key, found in (("source", agents), ("target", others)):
            gold = [words(text) for text in record[key] if words(text)]
            if gold:
                count(key, all(any(actor & name for name in found) for actor in gold), record, seen)
    low = False
    for (key, (right, total)), least in zip(counts.items(), map(float, options.least.split(","))):
        share = 100 * right / total if total else 0
        low = low or share < least
        print(f"{key}: {right} of {total} ({share:.1f} %)")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
