#!/usr/bin/env python3
"""GUM's chains as JSON Lines for train_chains: gum_chains.py SCORERS GUM.conllu.xz > GOLD.jsonl

SCORERS is the folder of coreference.py, whose reader of GUM is used. One line a document: id, text, and mentions as
[begin, end, head begin, head end, cluster], in bytes of the text.
"""
import json
import sys


def main():
    sys.path.insert(0, sys.argv[1])
    import coreference

    for name, text, spans, mentions in coreference.gum_documents(sys.argv[2]):
        rows = []
        for mention in mentions:
            tokens, head = sorted(mention.tokens), sorted(mention.head)
            rows.append([spans[tokens[0]][0], spans[tokens[-1]][1], spans[head[0]][0], spans[head[-1]][1], mention.cluster[1]])
        print(json.dumps({"id": name, "text": text, "mentions": rows}, ensure_ascii=False))


if __name__ == "__main__":
    main()
