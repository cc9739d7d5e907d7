#!/usr/bin/env python3
"""Joins the attributions that readers marked in news articles with the articles' texts, for train_attribution.

usage: news_attributions.py ARTICLES.jsonl.xz news_attributions.tsv.xz [dev] > news.jsonl

ARTICLES is shared/data/news-plain; news_attributions.tsv.xz holds no text, one line an article: its id, how many bytes of
its text were read, "train" or "dev", and each attribution as stance|cue|source|content|names, spans as begin:end in
bytes, joined by commas, "+n" behind the stance where it stands within what another says; `names` are places where the
article names the speakers best. Without "dev" the training part is written.
"""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from marked_news import marked_articles  # noqa: E402


def spans(text):
    return [[int(number) for number in span.split(":")] for span in text.split(",") if span]


def main():
    part = "dev" if "dev" in sys.argv[3:] else "train"
    for name, text, marks in marked_articles(sys.argv[1], sys.argv[2], part):
        attributions = []
        for mark in marks.split():
            stance, cue, source, content, names = mark.split("|")
            attributions.append({"stance": stance.removesuffix("+n"), "nested": stance.endswith("+n"),
                                 "cue": spans(cue), "source": spans(source), "content": spans(content),
                                 "names": spans(names)})
        print(json.dumps({"doc_id": name, "text": text, "attributions": attributions}, ensure_ascii=False))


if __name__ == "__main__":
    main()
