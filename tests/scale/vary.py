#!/usr/bin/env python3
"""Make many articles, or observations, of a few: the same stories told of other people, bodies and places.

usage: vary.py --gainsay PROGRAM [--observations] [--count N] [--seed S] ARTICLES… > OUT.jsonl

Every round over the articles is another affair: a cipher of its own turns the letters of names (vowels into vowels, consonants
into consonants, so that names stay names and all bytes keep their place) wherever they stand in the articles. Names are those of
persons, bodies, outlets and places that `gainsay extract` finds; states keep theirs, as they do in the news. Dates move by the
round. With --observations the lines are observations for `gainsay resolve`, without it articles for `gainsay build`.
"""
import argparse
import datetime
import json
import random
import re
import subprocess
import sys

VOWELS, CONSONANTS = "aeiou", "bcdfghklmnprstvwz"
KEPT = {"Country"}


def cipher(seed):
    rng = random.Random(seed)
    table = {}
    for letters in (VOWELS, CONSONANTS):
        shuffled = list(letters)
        rng.shuffle(shuffled)
        table.update(zip(letters, shuffled))
    table.update({k.upper(): v.upper() for k, v in table.items()})
    return str.maketrans(table)


def observe(program, articles):
    done = subprocess.run([program, "extract", *articles], stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def words_of_names(observations):
    """Words of names that are no words of states and stand with a capital only."""
    names, kept = set(), set()
    for document in observations:
        for entity in document["entities"]:
            words = {w for n in [entity["name"], *entity.get("aliases", [])] for w in re.findall(r"[A-Za-z]{3,}", n)}
            (kept if entity["type"] in KEPT else names).update(w for w in words if w[0].isupper())
    common = set()
    for document in observations:
        for text in [a["text"] for a in document["attributions"]] + [e.get("text", "") for e in document["events"]]:
            common.update(re.findall(r"\b[a-z]{3,}\b", text))
    return {w for w in names - kept if w.lower() not in common}


def moved(date, days):
    try:
        return (datetime.date.fromisoformat(date) + datetime.timedelta(days)).isoformat()
    except (TypeError, ValueError):
        return date


def vary(value, pattern, table, document_ids, suffix):
    if isinstance(value, str):
        return pattern.sub(lambda m: m[0].translate(table), value)
    if isinstance(value, list):
        return [vary(each, pattern, table, document_ids, suffix) for each in value]
    if isinstance(value, dict):
        return {k: vary(v, pattern, table, document_ids, suffix) for k, v in value.items()}
    return value


def texts(articles, ids):
    """The articles' texts by document id, where a file is a text of its own."""
    import os

    found = {}
    for folder in articles:
        for path in [os.path.join(folder, f) for f in sorted(os.listdir(folder))] if os.path.isdir(folder) else [folder]:
            stem = os.path.splitext(os.path.basename(path))[0]
            if stem in ids and path.endswith((".txt", ".md", ".html")):
                with open(path, encoding="utf-8") as file:
                    found[stem] = file.read()
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--gainsay", required=True)
    parser.add_argument("--observations", action="store_true")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    observations = observe(options.gainsay, options.articles)
    pattern = re.compile(r"\b(?:%s)\b" % "|".join(sorted(words_of_names(observations), key=len, reverse=True)))
    ids = [d["document"]["id"] for d in observations]
    bodies = None if options.observations else texts(options.articles, set(ids))
    if bodies is not None:
        observations = [d for d in observations if d["document"]["id"] in bodies]
    written = 0
    while written < options.count:
        turn = written // len(observations)
        table = cipher(f"{options.seed} {turn}")
        for document in observations:
            if written == options.count:
                break
            meta = document["document"]
            published = moved(meta.get("published"), turn % 1500)
            if bodies is not None:
                out = {"id": f"{meta['id']}-{turn}", "title": meta.get("title"), "outlet": meta.get("outlet"), "published": published,
                       "text": bodies[meta["id"]]}
                out = vary(out, pattern, table, ids, turn)
            else:
                out = vary(document, pattern, table, ids, turn)
                out["document"] |= {"id": f"{meta['id']}-{turn}", "published": published,
                                    "sha256": f"{turn:08x}" + meta["sha256"][8:]}
                if "fingerprint" in meta:
                    out["document"]["fingerprint"] = sorted((h ^ (turn * 2654435761)) & 0xFFFFFFFF for h in meta["fingerprint"])
            sys.stdout.write(json.dumps(out, ensure_ascii=False) + "\n")
            written += 1


if __name__ == "__main__":
    main()
