#!/usr/bin/env python3
"""Of what things alone are told: the rows of_thing and like_thing of src/resources/en/statement_words.tsv.

usage: count_subjects.py src/resources/en FILE.conllu... > ROWS

FILE is what `gainsay parse` wrote of news. A verb, or a noun or adjective behind "be", is listed where it has 20 and more singular
subjects that are bodies (names of organizations and states, and nouns for such) or things, and less than a fifth of them are bodies.
People count for neither.
"""
import collections
import os
import re
import sys

LEAST = 20
MOST_SHARE = 0.2
PER_ROW = 16
MORE_BODIES = "government country state nation campaign company court administration".split()


def read_nouns(folder):
    classes, bodies = {}, set(MORE_BODIES)
    for line in open(os.path.join(folder, "noun_classes.tsv"), encoding="utf-8"):
        if not line.startswith("#"):
            name, words = line.rstrip("\n").split("\t")[:2]
            for word in words.split(";"):
                classes.setdefault(word.strip(), name)
    for line in open(os.path.join(folder, "body_classes.tsv"), encoding="utf-8"):
        if not line.startswith("#"):
            bodies.update(word.strip() for word in line.split("\t")[1].split(";"))
    return classes, bodies


def sentences(path):
    rows = []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line and rows:
            yield rows
            rows = []
        elif line and not line.startswith("#") and line.split("\t", 1)[0].isdigit():
            rows.append(line.split("\t"))


def kind_of(token, classes, bodies):
    _, _, lemma, upos, _, features, _, _, _, misc = token
    if upos == "PROPN":
        return "body" if re.search(r"NER=.-(ORG|GPE)", misc) else ""
    if upos != "NOUN" or "Number=Sing" not in features:
        return ""
    lemma = lemma.lower()
    if lemma in bodies or classes.get(lemma) == "group":
        return "body"
    return "" if classes.get(lemma) in ("person", "female", "male") else "thing"


def main():
    classes, bodies = read_nouns(sys.argv[1])
    counts = collections.defaultdict(collections.Counter)
    for path in sys.argv[2:]:
        for sentence in sentences(path):
            for token in sentence:
                relation, head = token[7], int(token[6])
                if not relation.startswith("nsubj") or relation == "nsubj:pass" or not head:
                    continue
                predicate = sentence[head - 1]
                row = {"VERB": "of_thing", "NOUN": "like_thing", "ADJ": "like_thing"}.get(predicate[3])
                kind = kind_of(token, classes, bodies)
                if row and kind:
                    counts[row, predicate[2].lower()][kind] += 1
    for row in ("of_thing", "like_thing"):
        words = sorted(word for (name, word), count in counts.items()
                       if name == row and re.fullmatch("[a-z]+", word) and count.total() >= LEAST
                       and (count["body"] + 1) / (count.total() + 2) < MOST_SHARE)
        for first in range(0, len(words), PER_ROW):
            print(row, "; ".join(words[first:first + PER_ROW]), sep="\t")


if __name__ == "__main__":
    main()
