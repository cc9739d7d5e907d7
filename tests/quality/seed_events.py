#!/usr/bin/env python3
"""Are the events of the seed articles found that a careful reader insists on? The list is seed_events.txt.

usage: seed_events.py [--gainsay PROGRAM] [--shared DIR] [--least N]

Exits with 1 if fewer than N lines hold; for DIR see seed_lists.py.
"""
import sys

import seed_lists


def names_of(document, argument):
    entity = argument["entity"]
    text = argument.get("text", "")
    return text if entity is None else " ".join([text, document["entities"][entity]["name"], *document["entities"][entity].get("aliases", [])])


def is_row(document, event, row):
    _, kind, participants, date, state = row
    if event["type"] != kind.split()[-1]:
        return False
    arguments = [(argument["role"], names_of(document, argument)) for argument in event["arguments"]]
    for participant in participants.split(","):
        role, _, name = participant.strip().rpartition(":")
        if not any((not role or role == each) and name.lower() in names.lower() for each, names in arguments):
            return False
    found = event.get("date")
    if date == "?" and not (found and found["value"] is None):
        return False
    if date not in ("-", "?") and not (found and found["value"] == date):
        return False
    wanted = state.split()
    is_any = lambda at: wanted[min(at, len(wanted) - 1)] == "*"
    return (is_any(0) or event["polarity"] == wanted[0]) and (is_any(1) or event["modality"] == wanted[1])


def matches(document, _, row):
    return any(is_row(document, event, row) for event in document["events"])


if __name__ == "__main__":
    sys.exit(seed_lists.check(__doc__, "seed_events", lambda row: row[1].startswith("no "), matches))
