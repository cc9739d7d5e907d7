#!/usr/bin/env python3
"""The five seeds as one graph: every actor once, every metonym right. Names only; the articles are no part of the project.

usage: seed_actors.py --gainsay PROGRAM --shared DIR [--quiet]

Each line of CHECKS was checked by reading the articles. Printed: what fails; the last line is `seed_checks_passed K of N`.
"""
import argparse
import json
import os
import re
import subprocess
import sys

ACTORS = {"Person", "Organization", "Country", "Group", "Outlet"}

# What must be one node, by kind: all nodes of these kinds whose label or alias is one of the names are the same node.
ONE = [
    ("Person", ["John Kerry", "Kerry"]),
    ("Person", ["Sergei Lavrov", "Sergey Lavrov", "Lavrov"]),
    ("Person", ["Barack Obama", "Obama"]),
    ("Person", ["Vladimir Putin", "Wladimir Putin", "Putin"]),
    ("Person", ["Bashar al-Assad", "Bashar Assad", "Assad"]),
    ("Person", ["Edward Snowden", "Snowden"]),
    ("Person", ["John Allen", "Allen"]),
    ("Country", ["Russia", "Moscow"]),
    ("Country", ["United States", "U.S.", "US", "Washington"]),
    ("Organization", ["White House"]),
    ("Country", ["Ukraine", "Kiev"]),
    ("Country", ["Syria"]),
    ("Country", ["Iraq"]),
    ("Organization", ["Russian Foreign Ministry"]),
    ("Organization", ["State Department"]),
    ("Organization", ["Islamic State", "ISIS", "ISIL", "IS"]),
    ("Organization", ["Free Syrian Army", "FSA"]),
    ("Organization", ["United Nations Security Council", "UN Security Council"]),
    ("Organization", ["European Union", "EU"]),
    ("Organization", ["National Security Agency", "NSA"]),
    ("Organization", ["U.S.-Russia Bilateral Presidential Commission", "U.S.-Russia bilateral presidential commission",
                      "Russia-US Bilateral Presidential Commission", "bilateral presidential commission", "bilateral commission",
                      "presidential commission", "Presidential Commission", "commission"]),
    ("Organization", ["U.S.-led coalition against the Islamic State", "U.S.-led coalition", "US-led coalition",
                      "U.S.-led international coalition against Islamic State", "anti-IS coalition", "coalition"]),
    ("Outlet", ["Politika"]),
    ("Outlet", ["RT"]),
    ("Group", ["reports", "Reports", "media reports", "news reports"]),
]
# Who stays apart from whom.
APART = [
    ("John Kerry", "John Allen"),
    ("Russia", "Russian Foreign Ministry"),
    ("United States", "State Department"),
    ("Free Syrian Army", "Syrian opposition"),
    ("United Nations", "United Nations Security Council"),
    ("Sergei Lavrov", "Vladimir Putin"),
    ("Russia", "Politika"),
]
# (document, words before, the name, words behind, kind of the node): a place, a government or a medium, as it stands there.
# The words are the least that find the place.
METONYMS = [
    ("dw", "", "Moscow", " denies working", "Country"),
    ("dw", "said ", "Washington", " and", "Country"),
    ("dw", "", "Moscow", " has denied telling", "Country"),
    ("dw", "telling ", "Washington", " it would", "Country"),
    ("dw", "out that ", "Washington", " had unilaterally", "Country"),
    ("dw", "", "Moscow", "'s comments", "Country"),
    ("dw", "counterpart in ", "Paris", "", "Place"),
    ("dw", "by the ", "White House", "", "Organization"),
    ("dw", "statement from ", "Moscow", "", "Country"),
    ("cnsnews", "ally of ", "Moscow", "", "Country"),
    ("cnsnews", "common sense in ", "Washington", "", "Country"),
    ("cnsnews", "time the ", "White House", " linked", "Organization"),
    ("cnsnews", "progress with ", "Moscow", "", "Country"),
    ("cnsnews", "meet in ", "Geneva", "", "Place"),
    ("cnsnews", "met in ", "Paris", "", "Place"),
    ("cnsnews", "summit in ", "St. Petersburg", "", "Place"),
    ("moscow_times", "between ", "Moscow", " and Washington on", "Country"),
    ("moscow_times", "Tuesday in ", "Paris", "", "Place"),
    ("moscow_times", "He said ", "Moscow", " would", "Country"),
    ("moscow_times", "", "Moscow", " has made clear", "Country"),
    ("moscow_times", "suspects ", "Washington", "'s", "Country"),
    ("moscow_times", "", "Washington", " rejects", "Country"),
    ("moscow_times", "", "Kiev", " and its", "Country"),
    ("moscow_times", "accuse ", "Moscow", "", "Country"),
    ("rferl", "saying that ", "Moscow", " was", "Country"),
    ("rferl", "stressed that ", "Moscow", " will", "Country"),
    ("rferl", "that \"", "Washington", " and Moscow are", "Country"),
    ("rferl", "told Serbian daily \"", "Politika", "", "Outlet"),
    ("rferl", "Politika\" that ", "Washington", "", "Country"),
    ("rferl", "blackmail\" ", "Moscow", "", "Country"),
    ("rferl", "", "Moscow", " opposes", "Country"),
    ("rferl", "Pro-Kremlin ", "RT", " in English", "Outlet"),
    ("rt", "that ", "Washington", " and", "Country"),
    ("rt", "between ", "Moscow", " and", "Country"),
    ("rt", "sanctions on ", "Moscow", "", "Country"),
    ("rt", "", "EU", " imposed", "Organization"),
]
# People whom no article leaves without a name must have none of these nodes.
UNNAMED = [("Person", "FM"), ("Person", "US Secretary"), ("Person", "foreign minister"), ("Person", "former NSA contractor"),
           ("Group", "Serbian"), ("Place", "Rossiya")]


def folded(name):
    name = re.sub(r"^the ", "", name.casefold().replace("\u2019", "'"))
    return re.sub(r"[.\s-]+", " ", name).strip()


class Check:
    def __init__(self, graph, folder):
        self.nodes = [n for n in graph["nodes"] if n["kind"] in ACTORS | {"Place"}]
        self.folder = folder
        self.failed, self.count = [], 0

    def that(self, right, message):
        self.count += 1
        if not right:
            self.failed.append(message)

    def named(self, name, kind=None):
        return [n for n in self.nodes if (kind in (None, n["kind"]))
                and folded(name) in {folded(x) for x in [n["label"], *n.get("aliases", [])]}]

    def node_at(self, document, begin, end):
        best = None
        for node in self.nodes:
            for mention in node["mentions"]:
                b, e = mention["span"]
                if mention["document"] == document and b <= begin and end <= e and (best is None or e - b < best[0]):
                    best = (e - b, node)
        return best and best[1]

    def run(self):
        for kind, names in ONE:
            found = {n["id"] for name in names for n in self.named(name, kind)}
            self.that(len(found) == 1, f"one {kind} {names[0]}: {sorted(found) or 'none'}")
        for a, b in APART:
            self.that(self.named(a) and not {n["id"] for n in self.named(a)} & {n["id"] for n in self.named(b)},
                      f"{a} apart from {b}: {[n['id'] for n in self.named(a) + self.named(b)]}")
        for document, before, name, behind, kind in METONYMS:
            with open(os.path.join(self.folder, document + ".txt"), "rb") as file:
                text = file.read()
            at = re.sub(rb"\s", b" ", text).replace("\u201c".encode(), b'"  ').replace("\u201d".encode(), b'"  ').find((before + name + behind).encode())
            if at < 0:
                at = re.sub(rb"\s", b" ", text).find((before + name + behind).encode())
            begin = at + len(before.encode())
            node = self.node_at(document, begin, begin + len(name.encode())) if at >= 0 else None
            self.that(node and node["kind"] == kind,
                      f"{document}: '{before}[{name}]{behind}' a {kind}: {node['id'] if node else 'no node' if at >= 0 else 'not in the text'}")
        for kind, name in UNNAMED:
            self.that(not any(n["kind"] == kind and folded(n["label"]) == folded(name) for n in self.nodes), f"no {kind} '{name}'")


def measure(program, shared):
    """(passed, number of checks, messages of the failed ones)"""
    folder = os.path.join(shared, "seeds")
    built = subprocess.run([*program, "build", folder], stdout=subprocess.PIPE, check=True)
    check = Check(json.loads(built.stdout), folder)
    check.run()
    return check.count - len(check.failed), check.count, check.failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gainsay", required=True)
    parser.add_argument("--shared", default=os.environ.get("GAINSAY_SHARED", ""))
    options = parser.parse_args()
    if not os.path.isdir(os.path.join(options.shared, "seeds")):
        print("skipped: no seeds")
        return 77
    passed, count, failed = measure([options.gainsay], options.shared)
    print("".join(f"FAIL {message}\n" for message in failed) + f"seed_checks_passed {passed} of {count}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
