"""The sample graphs as Gainsay's own JSON has them, and what other readers should find."""

import collections
import json
import pathlib
import re
import sys

SAMPLES = ("empty", "harbour", "every_kind", "hostile")


def folder():
    return pathlib.Path(sys.argv[1])


def load(sample):
    with open(folder() / f"{sample}.json", encoding="utf-8") as file:
        return json.load(file)


def printable(text):
    """As exporters/text.h: control characters and noncharacters become U+FFFD, line ends "\\n"."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]", "\ufffd", text)


def node_labels(graph):
    """Kind and whole label: `full_label` of the exports, whose `label` is short."""
    return collections.Counter((node["kind"], printable(node["label"])) for node in graph["nodes"])


def edge_kinds(graph):
    """Kind, label, polarity and weight of every edge."""
    return collections.Counter(
        (edge["kind"], edge["label"], edge["polarity"], float(edge["weight"])) for edge in graph["edges"])


def skip(reason):
    print("skipped:", reason)
    sys.exit(77)
