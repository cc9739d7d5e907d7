#!/usr/bin/env python3
"""Says of each statement of list_statements whether readers marked the same (tests/quality/news_statements.py tells when): what
train_statement_trees reads. A row: 1 or 0, the article, the features.

usage: mark_statements.py SHARED/data/news-plain/articles.jsonl.xz PART... < STATEMENTS.tsv > ROWS.tsv
       mark_statements.py --articles SHARED/data/news-plain/articles.jsonl.xz PART... > ARTICLES.jsonl

SHARED/score/printed.py tells when two names are one. Statements of articles that are in none of the parts are left out.
"""
import json
import lzma
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(HERE))), "tests", "quality"))
import news_statements  # noqa: E402

INPUT = "document speaker stance content label".split()


def spans(text):
    return [[int(place) for place in piece.split(":")] for piece in text.split(",") if piece]


def main():
    only_articles = sys.argv[1:2] == ["--articles"]
    articles_file, *parts = sys.argv[2:] if only_articles else sys.argv[1:]
    data = os.path.dirname(os.path.dirname(os.path.abspath(articles_file)))
    articles = [article for part in parts for article in news_statements.read_marks(data, part)[0]]
    if only_articles:
        with lzma.open(articles_file, "rt", encoding="utf-8") as file:
            about = {article["id"]: article for article in map(json.loads, file)}
        for article in articles:
            row = {key: about[article["doc_id"]].get(key) for key in ("id", "title", "outlet", "published")}
            print(json.dumps({**row, "text": article["text"]}))
        return
    names = news_statements.load("printed", os.path.join(os.path.dirname(data), "score", "printed.py"))
    marks = {article["doc_id"]: article for article in articles}
    header = next(sys.stdin).rstrip("\n").split("\t")
    assert header[:len(INPUT)] == INPUT, header
    for line in sys.stdin:
        fields = line.rstrip("\n").split("\t")
        row = dict(zip(INPUT, fields))
        article = marks.get(row["document"])
        content = spans(row["content"])
        if article is None or not content:
            continue
        best = news_statements.best_mark(content, article["attributions"])
        statement = {"speaker": row["speaker"], "kind": row["stance"], "label": row["label"], "content": content}
        wrong = not best or news_statements.faults(names, statement, best[1], article["text"].encode())
        print("\t".join(["0" if wrong else "1", row["document"], *fields[len(INPUT):]]))


if __name__ == "__main__":
    main()
