#!/usr/bin/env python3
"""Joins the chains that readers marked in news articles with the articles' texts, for train_chains.

usage: news_chains.py ARTICLES.jsonl.xz news_chains.tsv.xz [dev] > news.gold

ARTICLES is shared/data/news-plain; news_chains.tsv.xz holds no text, one line an article: its id, how many bytes of its
text were read, "train" or "dev", and each phrase that was asked about as begin:end:head begin:head end:entity, in bytes
and numbers of entities, 0 for a phrase that means nothing or shares its meaning with no other. Without "dev" the
training part is written. Readers saw the phrases that list_phrases writes, but bare nouns in the singular, and said
which mean the same; everything else in a text was not asked about.
"""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from marked_news import marked_articles  # noqa: E402


def main():
    part = "dev" if "dev" in sys.argv[3:] else "train"
    for name, text, phrases in marked_articles(sys.argv[1], sys.argv[2], part):
        mentions, asked = [], []
        for phrase in phrases.split():
            begin, end, head_begin, head_end, entity = map(int, phrase.split(":"))
            asked.append([head_begin, head_end])
            if entity:
                mentions.append([begin, end, head_begin, head_end, str(entity)])
        print(json.dumps({"id": name, "text": text, "mentions": mentions, "asked": asked}, ensure_ascii=False))


if __name__ == "__main__":
    main()
