#!/usr/bin/env python3
"""What a graph prints of articles in which readers marked who says what (src/training/attribution/news_attributions.tsv.xz).

usage: news_statements.py [--gainsay PROGRAM] [--shared DIR] [--part dev] [--list KIND [N]] [--least-precision P --least-recall R]

DIR/news-plain has the articles, which are no part of the project, and DIR/score/printed.py says when two names are one (the
environment's GAINSAY_SHARED). The part "dev", 110 articles, teaches the networks nothing. A printed statement (of a drawn edge, and one
piece of its evidence) belongs to the mark whose content covers it best, with three fifths of the shorter of the two. It is wrong where

  speaker   the node's label is no name of the speaker in the article, nor the words that stand for him
  stance    readers saw another act (an assertion is right where somebody denies, accuses, warns, suggests or agrees; never
            where nothing was said)
  outside   more than two of its words are none of the speaker's
  unknown   no mark covers it

and else true. Core are marks of some length that stand in nobody else's words, and that are no feelings. It does not judge the label
(what is cut, what stands in brackets): blind readers do.
"""
import argparse
import collections
import importlib.util
import json
import lzma
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
MARKS = os.path.join(ROOT, "src", "training", "attribution", "news_attributions")
SKIPPED = 77
LEAST_CONFIDENCE = 0.5
SHORT = 25
ALLOWED = {
    "asserts": "asserts denies warns accuses suggests agrees",
    "denies": "denies rejects asserts",
    "rejects": "rejects denies asserts",
    "accuses": "accuses asserts denies",
    "demands": "demands asserts suggests",
    "promises": "promises asserts",
    "warns": "warns asserts",
    "suggests": "suggests asserts demands",
    "questions": "questions asserts",
    "declines": "declines denies rejects",
    "agrees": "agrees asserts",
    "feels": "rejects agrees",
    "none": "",
}
PARTIES = {"Democrats": "Democratic Party", "Republicans": "Republican Party"}


def load(name, path):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def bytes_of(spans):
    return {at for begin, end in spans for at in range(begin, end)}


def read_marks(shared, part):
    listed = subprocess.run([sys.executable, MARKS + ".py", os.path.join(shared, "news-plain", "articles.jsonl.xz"), MARKS + ".tsv.xz", part],
                            capture_output=True, text=True, check=True).stdout
    articles = [json.loads(line) for line in listed.splitlines()]
    with lzma.open(os.path.join(shared, "news-plain", "articles.jsonl.xz"), "rt", encoding="utf-8") as file:
        about = {article["id"]: article for article in map(json.loads, file)}
    return articles, about


def build(gainsay, articles, about):
    with tempfile.TemporaryDirectory() as folder:
        source, target = os.path.join(folder, "articles.jsonl"), os.path.join(folder, "graph.json")
        with open(source, "w", encoding="utf-8") as file:
            for article in articles:
                row = {key: about[article["doc_id"]].get(key) for key in ("id", "title", "outlet", "published")}
                file.write(json.dumps({**row, "text": article["text"]}) + "\n")
        result = subprocess.run([gainsay, "build", source, "-o", target], capture_output=True, text=True)
        if result.returncode != 0:
            return None, result.stderr.strip()
        with open(target, encoding="utf-8") as file:
            return json.load(file), ""


def best_mark(content, marks):
    """The mark that the content belongs to and its place in the list; one that holds nearly all of it before others, the closest first."""
    have, best = bytes_of(content), None
    for number, mark in enumerate(marks):
        wanted = bytes_of(mark["content"])
        both = len(have & wanted)
        if not both or both < 0.6 * min(len(have), len(wanted)):
            continue
        value = both / len(have | wanted) + (1 if both >= 0.95 * len(have) else 0)
        if best is None or value > best[0]:
            best = (value, number, mark)
    return best and best[1:]


def is_speaker(names, label, mark, text):
    words = [text[begin:end].decode("utf-8", "ignore") for begin, end in mark["names"] + mark["source"]]
    words += [long for short, long in PARTIES.items() if any(each.split()[-1:] == [short] for each in words)]
    if not words:
        return True
    key = names.words(label)
    return names.same_name(label, words) or any(
        key[-1:] == names.words(each)[-1:] or (label[:1].isupper() and set(key) <= set(names.words(each))) for each in words)


def faults(names, statement, mark, text):
    label, kind, content = statement["label"], statement["kind"], statement["content"]
    wrong = []
    if not is_speaker(names, statement["speaker"], mark, text):
        wrong.append("speaker")
    # "[Reed hopes that] the ship will come" says that it is felt.
    if kind not in ALLOWED[mark["stance"]].split() and not (mark["stance"] == "feels" and label.startswith("[")):
        wrong.append("stance")
    said = bytes_of(mark["content"])
    rest = bytes(text[at] if at not in said else 32 for begin, end in content for at in range(begin, end))
    if len(re.findall(r"\w+", rest.decode("utf-8", "ignore"))) > 2:
        wrong.append("outside")
    return wrong


def statements(names, graph):
    nodes = {node["id"]: node for node in graph["nodes"]}
    for edge in graph["edges"]:
        target = nodes[edge["target"]]
        if edge["kind"] in names.STANCES and target["kind"] == "Claim" and edge["confidence"] >= LEAST_CONFIDENCE:
            for piece in edge["evidence"]:
                yield {"document": piece["document"], "speaker": nodes[edge["source"]]["label"], "kind": edge["kind"], "label": target["label"],
                       "content": piece.get("content") or [piece["span"]]}


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--gainsay", default=os.environ.get("GAINSAY", os.path.join(ROOT, "gainsay")))
    parser.add_argument("--shared", default=os.environ.get("GAINSAY_SHARED", ""))
    parser.add_argument("--part", default="dev")
    parser.add_argument("--list", nargs="+", metavar=("KIND", "N"))
    parser.add_argument("--least-precision", type=float, default=0)
    parser.add_argument("--least-recall", type=float, default=0)
    options = parser.parse_args()
    shared = options.shared if os.path.isdir(os.path.join(options.shared, "news-plain")) else os.path.join(options.shared, "data")
    scorer = os.path.join(options.shared, "score", "printed.py")
    if not os.path.exists(scorer) or not os.path.isdir(os.path.join(shared, "news-plain")):
        print(f"skipped: no news-plain in {options.shared!r} (set GAINSAY_SHARED or give --shared)")
        return SKIPPED
    names = load("printed", scorer)
    articles, about = read_marks(shared, options.part)
    graph, error = build(options.gainsay, articles, about)
    if graph is None:
        print(f"skipped: {error}")
        return SKIPPED
    marks = {article["doc_id"]: article["attributions"] for article in articles}
    texts = {article["doc_id"]: article["text"].encode() for article in articles}
    count, found, shown = collections.Counter(), set(), []
    for statement in statements(names, graph):
        document = statement["document"]
        best = best_mark(statement["content"], marks[document])
        wrong = faults(names, statement, best[1], texts[document]) if best else ["unknown"]
        count["printed"] += 1
        count.update(wrong or ["true"])
        if not wrong:
            found.add((document, best[0]))
        if options.list and options.list[0] in wrong:
            mark = best[1]["stance"] + " | " + " … ".join(texts[document][b:e].decode() for b, e in best[1]["content"]) if best else "-"
            shown.append(f"{document}: {statement['speaker']} -{statement['kind']}-> {statement['label']}\n    {mark}")
    core = {(document, number) for document, all_marks in marks.items() for number, mark in enumerate(all_marks)
            if mark["stance"] not in ("none", "feels") and not mark["nested"] and len(bytes_of(mark["content"])) > SHORT}
    for line in shown[:int(options.list[1]) if options.list and len(options.list) > 1 else None]:
        print(line)
    precision, recall = 100 * count["true"] / max(1, count["printed"]), 100 * len(core & found) / max(1, len(core))
    print("printed", count["printed"], " ".join(f"{kind} {count[kind]}" for kind in ("true", "speaker", "stance", "outside", "unknown")))
    print(f"precision {precision:.1f}  recall of core {recall:.1f} (of {len(core)})")
    return 1 if precision < options.least_precision or recall < options.least_recall else 0


if __name__ == "__main__":
    sys.exit(main())
