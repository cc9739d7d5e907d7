#!/usr/bin/env python3
"""Reading, not only scoring: draws statements or disputes of a graph at random into a sheet, and counts the verdicts entered.

    audit.py draw GRAPH --what statements|disputes --count 100 --seed 7 -o sheet.tsv
    audit.py count sheet.tsv

Every row of the sheet has an empty first column, `verdict`: write t (true as printed), f (false) or a (arguable). `count` gives
the shares with their 95 % interval (Wilson 1927). The same graph and seed give the same sheet.
"""
import argparse
import csv
import json
import math
import random
import sys

STANCES = ("asserts denies rejects accuses demands promises warns suggests questions declines agrees retracts").split()


def statements(graph):
    nodes = {node["id"]: node for node in graph["nodes"]}
    for edge in graph["edges"]:
        if edge["kind"] in STANCES and nodes[edge["target"]]["kind"] == "Claim":
            for piece in edge["evidence"]:
                yield [nodes[edge["source"]]["label"], nodes[edge["source"]]["kind"], edge["kind"], edge["polarity"],
                       nodes[edge["target"]]["label"], edge["confidence"], piece["document"], piece["text"]]


def disputes(graph):
    nodes = {node["id"]: node for node in graph["nodes"]}
    told = {}
    for edge in graph["edges"]:
        if edge["kind"] in STANCES:
            told.setdefault(edge["target"], []).append(edge)
    for node in graph["nodes"]:
        if node.get("status") == "disputed":
            sides = [f"{nodes[edge['source']]['label']} {edge['kind']}{' (not so)' if edge['polarity'] == 'negated' else ''} "
                     f"[{piece['document']}]: {piece['text']}" for edge in told.get(node["id"], []) for piece in edge["evidence"]]
            yield [node["label"], " // ".join(sides)]


HEADS = {"statements": ["verdict", "speaker", "kind", "stance", "polarity", "label", "confidence", "document", "sentence"],
         "disputes": ["verdict", "claim", "statements"]}


def draw(arguments):
    with open(arguments.graph, encoding="utf-8") as file:
        graph = json.load(file)
    rows = list({"statements": statements, "disputes": disputes}[arguments.what](graph))
    random.Random(arguments.seed).shuffle(rows)
    with open(arguments.output, "w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file, delimiter="\t", lineterminator="\n")
        sheet.writerow(HEADS[arguments.what])
        for row in rows[: arguments.count]:
            sheet.writerow([""] + [" ".join(str(cell).split()) for cell in row])
    print(f"{min(arguments.count, len(rows))} of {len(rows)} {arguments.what} -> {arguments.output}")


def interval(count, total, z=1.96):
    share = count / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total)) / (1 + z * z / total)
    return 100 * (middle - half), 100 * (middle + half)


def count(arguments):
    with open(arguments.sheet, encoding="utf-8", newline="") as file:
        verdicts = [row["verdict"].strip().lower()[:1] for row in csv.DictReader(file, delimiter="\t")]
    entered = [verdict for verdict in verdicts if verdict]
    if not entered or set(entered) - set("tfa"):
        sys.exit("audit.py: the first column must hold t, f or a in at least one row, and nothing else")
    for verdict, name in (("t", "true"), ("f", "false"), ("a", "arguable")):
        number = entered.count(verdict)
        low, high = interval(number, len(entered))
        print(f"{name:9} {number:4} of {len(entered)}  {100 * number / len(entered):5.1f} %  ({low:.1f} to {high:.1f})")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("graph")
    drawing.add_argument("--what", choices=sorted(HEADS), default="statements")
    drawing.add_argument("--count", type=int, default=100)
    drawing.add_argument("--seed", type=int, default=7)
    drawing.add_argument("-o", "--output", required=True)
    drawing.set_defaults(run=draw)
    counting = commands.add_parser("count")
    counting.add_argument("sheet")
    counting.set_defaults(run=count)
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
