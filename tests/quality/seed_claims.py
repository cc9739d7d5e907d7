#!/usr/bin/env python3
"""The claims of the five seeds as one graph: which are one, who asserts and who denies them, and that nothing else is disputed.

usage: seed_claims.py --gainsay PROGRAM [--shared DIR] [--list FILE] [--least N]

FILE (seed_claims.txt) says what is looked for. Without the articles this says so and exits with 77. Printed: what fails; the
last line is `claim_checks_passed K of N`. Exits with 1 if fewer than N pass (without --least: if one
fails).
"""
import argparse
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
LIST = os.path.join(HERE, "seed_claims.txt")
SKIPPED = 77


class Graph:
    def __init__(self, graph):
        self.nodes = {node["id"]: node for node in graph["nodes"]}
        self.edges = graph["edges"]

    def wordings(self, node):
        return [node["label"], *node.get("aliases", []), *(mention["text"] for mention in node.get("mentions", []))]

    def with_words(self, kind, words):
        """The nodes one of whose wordings has all words."""
        def has_all(text):
            return all(any(word in text.lower() for word in choice.split("|")) for choice in words.split())
        return [node for node in self.nodes.values() if node["kind"] == kind and any(map(has_all, self.wordings(node)))]

    def articles(self, node):
        return {mention["document"] for mention in node.get("mentions", [])}

    def statements(self, claim, who, kinds):
        """Statements of whoever bears the name; "asserts-" is one that says that it is not so as the label words it."""
        names = lambda node: {node["label"], *node.get("aliases", [])}
        kind = lambda edge: edge["kind"] + ("-" if edge["polarity"] == "negated" else "")
        return [edge for edge in self.edges if edge["target"] == claim["id"] and kind(edge) in kinds.split("|")
                and who in names(self.nodes[edge["source"]])]


def check_claim(graph, fields, claims):
    """The claim meant by a row `claim`, or None, and what is wrong."""
    words, status, least = fields
    found = graph.with_words("Claim", words)
    fitting = [claim for claim in found if claim["status"] == status]
    fitting.sort(key=lambda claim: -claim["attributes"]["sources"])
    claim = fitting[0] if fitting else None
    if claim is None:
        return None, f"no claim '{words}' that is {status}, but " + (", ".join(each["status"] for each in found) or "none")
    if claim["attributes"]["sources"] < int(least):
        return claim, f"'{words}' stands in {claim['attributes']['sources']} articles, not {least}"
    if claim["id"] in claims:
        return claim, f"'{words}' is also '{claims[claim['id']]}'"
    claims[claim["id"]] = words
    return claim, None


def check_says(graph, claim, words, fields):
    who, kinds, articles = fields
    edges = graph.statements(claim, who, kinds) if claim else []
    stands = {piece["document"] for edge in edges for piece in edge["evidence"]}
    missing = set() if articles == "-" else set(articles.split()) - stands
    if not edges:
        return f"'{words}': {who} does not say it ({kinds})"
    return f"'{words}': {who} {kinds}, but not in {' '.join(sorted(missing))}" if missing else None


def check_event(graph, fields):
    words, kind, least = fields
    found = [node for node in graph.with_words("Event", words) if node["attributes"].get("type") == kind]
    if not found:
        return f"no event '{words}' of type {kind}"
    most = max(len(graph.articles(node)) for node in found)
    return f"event '{words}' stands in {most} articles, not {least}" if most < int(least) else None


def check(graph, rows):
    """(passed, count, failures)"""
    claims, claim, words, failures, count = {}, None, "", [], 0
    for kind, *fields in rows:
        count += 1
        failure = None
        if kind == "claim":
            words = fields[0]
            claim, failure = check_claim(graph, fields, claims)
        elif kind == "says":
            failure = check_says(graph, claim, words, fields)
        elif kind == "never":
            if claim and graph.statements(claim, *fields):
                failure = f"'{words}': {fields[0]} must not {fields[1]}"
        elif kind == "disputes":
            disputed = [node["label"] for node in graph.nodes.values() if node.get("status") == "disputed"]
            if len(disputed) != int(fields[0]):
                failure = f"{len(disputed)} claims are disputed, not {fields[0]}: " + "; ".join(disputed)
        elif kind == "event":
            failure = check_event(graph, fields)
        else:
            sys.exit(f"unknown row '{kind}'")
        if failure:
            failures.append(failure)
    return count - len(failures), count, failures


def measure(program, shared, path=LIST):
    """(passed, count, failures) of the seeds of `shared` as one graph."""
    output = subprocess.run([*program, "build", os.path.join(shared, "seeds")], check=True, capture_output=True).stdout
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return check(Graph(json.loads(output)), rows)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--gainsay", default=os.environ.get("GAINSAY", "gainsay"))
    parser.add_argument("--shared", default=os.environ.get("GAINSAY_SHARED", ""))
    parser.add_argument("--list", default=LIST)
    parser.add_argument("--least", type=int)
    options = parser.parse_args()
    if not os.path.isdir(os.path.join(options.shared, "seeds")):
        print(f"skipped: no seeds in {options.shared!r} (set GAINSAY_SHARED or give --shared)")
        return SKIPPED
    passed, count, failures = measure([options.gainsay], options.shared, options.list)
    for failure in failures:
        print("FAIL", failure)
    print(f"claim_checks_passed {passed} of {count}")
    return 0 if passed >= (count if options.least is None else options.least) else 1


if __name__ == "__main__":
    sys.exit(main())
