#!/usr/bin/env python3
"""The baseline of events across documents: gold mentions of one topic with the same head lemma are one event.

usage: same_lemma.py --gainsay PROGRAM --shared DIR [--gold FILE]

Printed: MUC, B-cubed, CEAF-e and the CoNLL F1 of that clustering of the gold's own mentions (ECB+ dev unless --gold says
otherwise). Heads and lemmas are those of `gainsay parse --pretokenized`.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys

COMMAND = "same_lemma.py (gold mentions handed in; head lemma within a topic)"


def trees(program, documents):
    """{document: [(lemma, head or None) of each token]}; heads count within the document."""
    lines = []
    for document in documents:
        lines.append(f"# newdoc id = {document['doc_id']}")
        for tokens in document["sents"]:
            lines.append("# text = " + " ".join(tokens))
            lines += [f"{i}\t{token}" + "\t_" * 8 for i, token in enumerate(tokens, 1)]
            lines.append("")
    command = [*program, "parse", "--pretokenized", "-"]
    parsed = subprocess.run(command, input="\n".join(lines) + "\n", check=True, capture_output=True, text=True).stdout
    found, tokens, first = {}, [], 0
    for line in parsed.splitlines():
        if line.startswith("# newdoc id = "):
            tokens = found.setdefault(line.split(" = ", 1)[1], [])
            first = 0
        elif not line:
            first = len(tokens)
        elif re.match(r"[0-9]+\t", line):
            row = line.split("\t")
            head = int(row[6]) if row[6].isdigit() else 0
            tokens.append((row[2].lower(), first + head - 1 if head > 0 else None))
    return found


def head_lemma(tokens, mention):
    inside = set(mention)
    heads = [token for token in sorted(inside) if tokens[token][1] not in inside]
    return tokens[heads[-1] if heads else max(inside)][0]


def measure(program, shared, gold=None):
    """{measure: F1 in per cent}"""
    sys.path.insert(0, os.path.join(shared, "score"))
    import coreference

    gold = gold or os.path.join(shared, "data", "ecb", "ecb-dev.jsonl.xz")
    documents = [json.loads(line) for line in coreference.lines(gold) if line.strip()]
    tokens = trees(program, documents)
    key, response = collections.defaultdict(set), collections.defaultdict(set)
    for document in documents:
        for number, mention in enumerate(document["mentions"]):
            if mention["selected"] and re.match(r"(NEG_)?ACTION_", mention["type"]):
                name = (document["doc_id"], number)
                key[mention["coref"] or name].add(name)
                response[document["topic"], head_lemma(tokens[document["doc_id"]], mention["tokens"])].add(name)
    several = lambda clusters: [cluster for cluster in clusters.values() if len(cluster) > 1]
    found = coreference.metrics(several(key), several(response))
    figures = {name: 100 * found[name][2] for name in ("muc", "b_cubed", "ceaf_e")}
    figures["conll F1"] = sum(figures.values()) / 3
    # As it is mostly published: events that are told once count too.
    alone = coreference.metrics(list(key.values()), list(response.values()))
    figures["conll F1 with singletons"] = 100 * sum(alone[name][2] for name in ("muc", "b_cubed", "ceaf_e")) / 3
    return {name: round(value, 2) for name, value in figures.items()}


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--gainsay", required=True)
    parser.add_argument("--shared", default=os.environ.get("GAINSAY_SHARED", ""))
    parser.add_argument("--gold")
    options = parser.parse_args()
    for name, value in measure([options.gainsay], options.shared, options.gold).items():
        print(name, value)
    return 0


if __name__ == "__main__":
    sys.exit(main())
