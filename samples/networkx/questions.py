#!/usr/bin/env python3
"""The questions of `gainsay query`, asked with networkx over the GraphML that Gainsay writes.

    gainsay build samples/articles -o graph.json
    gainsay export graph.json --full -o graph.graphml
    python3 samples/networkx/questions.py graph.graphml disputes
    python3 samples/networkx/questions.py graph.graphml who-says "radar data"
    python3 samples/networkx/questions.py graph.graphml timeline "Mira Tolland"
    python3 samples/networkx/questions.py graph.graphml compare "The Harbor Post" "The Tbilisi Courier"
    python3 samples/networkx/questions.py graph.graphml paths "Mira Tolland" "Viktor Sand"

Needs python3-networkx. Gainsay's own queries do more (other forms of words, loose names, side by side); this shows how
to go on from here: every function is a few lines over `graph.nodes(data=True)` and `graph.edges(data=True)`.
"""

import json
import sys

import networkx as nx

FOR = {"asserts", "accuses", "agrees"}
AGAINST = {"denies", "rejects"}


def load(path):
    """A MultiDiGraph. Node data: label, kind, status, outlet, published, …; edge data: interaction (the kind of the
    edge), family, weight, polarity, modality, date, sentence, evidence. Lists are JSON text."""
    graph = nx.read_graphml(path, force_multigraph=True)
    for _, data in graph.nodes(data=True):
        data["aliases"] = json.loads(data.get("aliases", "[]"))
    for _, _, data in graph.edges(data=True):
        data["evidence"] = json.loads(data.get("evidence", "[]"))
    return graph


def label(graph, node):
    return graph.nodes[node]["full_label"]


def find(graph, name):
    """The node of that label, alias or id; among several the one with most edges."""
    wanted = name.casefold()
    found = [node for node, data in graph.nodes(data=True)
             if wanted in (node.casefold(), data["full_label"].casefold(), *(alias.casefold() for alias in data["aliases"]))]
    if not found:
        sys.exit(f"nobody is called {name!r}")
    return max(found, key=graph.degree)


def statements(graph, claim):
    """(actor, data of the edge) of every statement on a claim, by date, unknown ones last."""
    found = [(actor, data) for actor, _, data in graph.in_edges(claim, data=True) if data["family"] == "statement"]
    return sorted(found, key=lambda each: (each[1].get("date", "9999"), each[0]))


def disputes(graph):
    """(claim, who says so, who denies it): claims that one asserts and another denies."""
    for claim, data in graph.nodes(data=True):
        if data["kind"] not in ("Claim", "Event"):
            continue
        told = statements(graph, claim)
        holding = [each for each in told if each[1]["interaction"] in FOR]
        opposing = [each for each in told if each[1]["interaction"] in AGAINST]
        if {actor for actor, _ in holding} - {actor for actor, _ in opposing} and \
                {actor for actor, _ in opposing} - {actor for actor, _ in holding}:
            yield claim, holding, opposing


def who_says(graph, words):
    """Claims that have all the words, with their statements."""
    wanted = words.casefold().split()
    for claim, data in graph.nodes(data=True):
        if data["kind"] == "Claim" and all(word in data["full_label"].casefold() for word in wanted):
            yield claim, statements(graph, claim)


def timeline(graph, actor):
    """(date, edge) of what an actor says and does, by date, unknown dates last."""
    edges = [(u, v, data) for u, v, data in (*graph.out_edges(actor, data=True), *graph.in_edges(actor, data=True))
             if data["family"] in ("statement", "action")]
    return sorted(edges, key=lambda edge: (edge[2].get("date", "9999"), edge[0], edge[1]))


def articles_of(graph, outlet):
    """Ids of an outlet's articles, as evidence names them."""
    ids = set()
    for node, data in graph.nodes(data=True):
        if data["kind"] == "Document" and data.get("outlet", "").casefold() == outlet.casefold():
            ids.update(data["aliases"] or [data["full_label"]])
    return ids


def compare(graph, first, second):
    """Claims that only the first, only the second, and both outlets report."""
    def told_by(articles):
        return {claim for _, claim, data in graph.edges(data=True) if data["family"] == "statement"
                and any(piece["document"] in articles for piece in data["evidence"])}

    a, b = told_by(articles_of(graph, first)), told_by(articles_of(graph, second))
    return a - b, b - a, a & b


def paths(graph, start, end, hops=4, most=10):
    """Paths in either direction that pass no article. nx.all_simple_paths without a cutoff does not end."""
    people = graph.subgraph(node for node, data in graph.nodes(data=True) if data["kind"] != "Document")
    simple = nx.Graph(people)
    found = []
    try:
        for path in nx.shortest_simple_paths(simple, start, end):
            if len(path) > hops + 1 or len(found) == most:
                break
            found.append(path)
    except nx.NetworkXNoPath:
        pass
    return found


def show_statement(graph, actor, data):
    print(f"    {label(graph, actor)} {data['label']}, {data.get('date', 'no date')}")
    for piece in data["evidence"]:
        print(f"      “{' '.join(piece['text'].split())}” [{piece['document']}]")


def main(path, question, *arguments):
    graph = load(path)
    if question == "disputes":
        for claim, holding, opposing in disputes(graph):
            print(label(graph, claim))
            for head, side in (("  they say it is so", holding), ("  they deny it", opposing)):
                print(head)
                for actor, data in side:
                    show_statement(graph, actor, data)
    elif question == "who-says":
        for claim, told in who_says(graph, arguments[0]):
            print(label(graph, claim))
            for actor, data in told:
                show_statement(graph, actor, data)
    elif question == "timeline":
        for source, target, data in timeline(graph, find(graph, arguments[0])):
            print(f"{data.get('date', 'no date'):12} {label(graph, source)} {data['label']} {label(graph, target)}")
    elif question == "compare":
        for head, claims in zip((f"only {arguments[0]}", f"only {arguments[1]}", "both"), compare(graph, *arguments)):
            print(head)
            for claim in sorted(claims):
                print(f"    {label(graph, claim)}")
    elif question == "paths":
        for way in paths(graph, find(graph, arguments[0]), find(graph, arguments[1])):
            print(" – ".join(label(graph, node) for node in way))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
