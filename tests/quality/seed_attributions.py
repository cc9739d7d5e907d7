#!/usr/bin/env python3
"""Are the attributions of the seed articles found that a careful reader insists on? The list is seed_attributions.txt.

usage: seed_attributions.py [--gainsay PROGRAM] [--shared DIR] [--least N]

Exits with 1 if fewer than N lines hold; for DIR see seed_lists.py.
"""
import sys

import seed_lists


def source_of(document, attribution):
    number = attribution["source_entity"]
    return "-" if number is None else document["entities"][number]["name"]


def is_row(document, text, attribution, row):
    _, source, stance, cue, polarity = row
    found = source_of(document, attribution)
    right_source = found == "-" if source == "-" else source in found
    words = b" ".join(text[begin:end] for begin, end in attribution["cue"]).decode().replace(":", " ").split()
    return right_source and attribution["stance"] == stance.split()[-1] and cue in words and attribution["polarity"] == polarity


def matches(document, text, row):
    return any(is_row(document, text, each, row) for each in document["attributions"])


if __name__ == "__main__":
    sys.exit(seed_lists.check(__doc__, "seed_attributions", lambda row: row[2].startswith("no "), matches))
