#!/usr/bin/env python3
"""Makes the training texts of the names network from columns of annotated tokens.

usage: make_name_corpus.py DATA > CORPUS.jsonl

DATA is the folder of the corpora (ner/ and ud/). One article a line: {"id", "corpus", "part", "text", "names": [[begin, end,
[type, ...]], ...], "unknown": [type, ...]}, byte offsets. A name with several types may be any of them: what a corpus calls
MISC is a people, an event or something else. "unknown" are the types that this corpus does not annotate, so that words outside
its names may be of them. "part" is "train", "held" for a tenth of the news articles, by which choices are made, or "dev".
"""
import hashlib
import json
import lzma
import re
import sys
from pathlib import Path

OTHER = ["MISC", "EVENT"]
TYPES = {
    "en-worldwide": {
        "Person": ["PER"], "Organization": ["ORG"], "Location": ["LOC"], "Facility": ["LOC"], "NORP": ["NORP"],
        "Date": ["DATE"], "Misc": OTHER, "Product": ["MISC"], "Money": [],
    },
    "gum": {"PER": ["PER"], "ORG": ["ORG"], "LOC": ["LOC"], "EVENT": ["EVENT"], "MISC": ["MISC", "NORP", "EVENT"]},
    "crossner": {
        "politician": ["PER"], "person": ["PER"], "politicalparty": ["ORG"], "organisation": ["ORG"],
        "location": ["LOC"], "country": ["LOC"], "election": ["EVENT"], "event": ["EVENT"], "misc": ["MISC", "NORP"],
    },
    "uner": {"PER": ["PER"], "ORG": ["ORG"], "LOC": ["LOC"]},
}
UNKNOWN = {"en-worldwide": [], "gum": ["NORP", "DATE"], "crossner": ["NORP", "DATE"],
           "uner": ["NORP", "DATE", "EVENT", "MISC"]}
FILES = [
    ("en-worldwide", "train", "ner/en-worldwide-train.tsv.xz", None),
    ("gum", "train", "ner/gum-ner-train.tsv.xz", "ud/gum-train.conllu.xz"),
    ("crossner", "train", "ner/crossner-politics-train.tsv", None),
    ("en-worldwide", "dev", "ner/en-worldwide-dev.tsv.xz", None),
    ("gum", "dev", "ner/gum-ner-dev.tsv", "ud/gum-dev.conllu.xz"),
    ("uner", "dev", "ner/uner-ewt-dev.tsv", "ud/ewt-dev.conllu.xz"),
]
# Titles are no part of a person's name; the derived names of GUM have them.
TITLE = re.compile(
    r"(Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|President|Vice|Prime|Minister|Senator|Sen|Gov|Governor|Rep|"
    r"Representative|Congressman|Congresswoman|Mayor|Judge|Justice|Chancellor|Secretary|General|Gen|Colonel|Col|Captain|"
    r"Capt|Lieutenant|Lt|Major|Sergeant|Sgt|Admiral|Pope|King|Queen|Prince|Princess|Emperor|Chief|Rev|Reverend|Father|"
    r"Bishop|Archbishop|Cardinal|Sheriff|Ambassador|Director|Chairman|Commissioner|Detective|Officer|Coach|Uncle|Aunt)\.?$"
)
CLOSING = re.compile(r"[,.;:!?)\]}%…”»]+$")
OPENING = re.compile(r"[(\[{$£€#“«‘]+$")
CLITIC = re.compile(r"(['’](s|re|ve|ll|d|m)|n['’]t)$", re.I)


def lines_of(path):
    with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as file:
        yield from file


def documents_of(path):
    """[(id, [[(token, tag)]])]; files without ids have a document a sentence."""
    documents, sentence = [], []
    for line in [*lines_of(path), "\n"]:
        line = line.rstrip("\n")
        if "\t" in line:
            sentence.append(tuple(line.split("\t")[:2]))
            continue
        if sentence:
            if not documents or not documents[0][0]:
                documents.append(("", []))
            documents[-1][1].append(sentence)
            sentence = []
        if line.startswith("# doc_id = "):
            documents.append((line[11:], []))
    return documents


def blanks_of(path):
    """{forms of a sentence: [whether a blank follows the token]} of a treebank"""
    blanks, forms, gaps, until, after = {}, [], [], 0, True
    for line in [*lines_of(path), "\n"]:
        columns = line.rstrip("\n").split("\t")
        if len(columns) == 10 and "-" in columns[0]:
            until, after = int(columns[0].split("-")[1]), "SpaceAfter=No" not in columns[9]
        elif len(columns) == 10 and columns[0].isdigit():
            at = int(columns[0])
            forms.append(columns[1])
            gaps.append("SpaceAfter=No" not in columns[9] if at > until else at == until and after)
        elif forms and not line.strip():
            blanks[tuple(forms)] = gaps
            forms, gaps, until = [], [], 0
    return blanks


def guessed_blanks(forms, closed):
    """Whether a blank follows each token, by the marks alone; straight quotation marks come in pairs. `closed`: "’ s", which
    some corpora have as two tokens, is one clitic."""
    before, after, is_open = [True] * len(forms), [True] * len(forms), set()
    for i, form in enumerate(forms):
        follows = i > 0
        if CLITIC.match(form) or CLOSING.match(form) or (form == "’" and follows):
            before[i] = False
        elif OPENING.match(form):
            after[i] = False
        elif form == "'" and follows and forms[i - 1][-1:] == "s" and form not in is_open:
            before[i] = False
        elif form == "s" and follows and forms[i - 1] == "’" and closed:
            before[i] = False
        elif form in ('"', "'"):
            (before if form in is_open else after)[i] = False
            is_open ^= {form}
        elif form in "/-" and follows and i + 1 < len(forms) and forms[i - 1][-1:].isalnum() and forms[i + 1][:1].isalnum():
            before[i] = after[i] = False
    return [after[i] and (i + 1 == len(forms) or before[i + 1]) for i in range(len(forms))]


def article(corpus, part, identity, sentences, blanks):
    text, names, size = [], [], 0
    # Texts come in both ways.
    closed = hashlib.sha1(identity.encode()).digest()[1] < 128

    def put(piece):
        nonlocal size
        text.append(piece)
        size += len(piece.encode())

    for sentence in sentences:
        if text:
            put(" " if re.search(r"[.!?…][\"'”’)\]]*$", "".join(text[-3:]).rstrip()) and corpus != "en-worldwide" else "\n\n")
        forms = [form.replace("_", " ") if len(form) > 1 else form for form, _ in sentence]
        gaps = blanks.get(tuple(form for form, _ in sentence)) or guessed_blanks(forms, closed)
        running = None
        for i, (form, (_, tag)) in enumerate(zip(forms, sentence)):
            kind, begin = tag[2:], size
            put(form)
            types = TYPES[corpus].get(kind, []) if kind else []
            if not types:
                running = None
            elif tag[0] == "I" and running and running[3] == kind:
                running[1] = size
            elif corpus == "gum" and types == ["PER"] and TITLE.match(form) and i + 1 < len(forms) and sentence[i + 1][1] == "I-PER":
                running = None  # what goes on begins a name of its own
            else:
                running = [begin, size, types, kind]
                names.append(running)
            if gaps[i] and i + 1 < len(forms):
                put(" ")
    if corpus == "en-worldwide" and part == "train" and hashlib.sha1(identity.encode()).digest()[0] < 26:
        part = "held"
    return {"id": identity, "corpus": corpus, "part": part, "text": "".join(text), "names": [n[:3] for n in names],
            "unknown": UNKNOWN[corpus]}


def main():
    data = Path(sys.argv[1])
    for corpus, part, path, treebank in FILES:
        blanks = blanks_of(data / treebank) if treebank else {}
        for number, (identity, sentences) in enumerate(documents_of(data / path)):
            record = article(corpus, part, identity or f"{corpus}-{number}", sentences, blanks)
            print(json.dumps(record, ensure_ascii=False))


if __name__ == "__main__":
    main()
