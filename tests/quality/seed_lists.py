"""Lists of what a careful reader finds in the seed articles, and whether `gainsay extract` finds it too.

DIR/seeds holds the articles, which are no part of the project (environment's GAINSAY_SHARED); without them the programs say so and
exit with 77.
"""
import argparse
import glob
import json
import os
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
SKIPPED = 77


def read_rows(path):
    """The fields of each line, without empty lines and those that begin with #."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                yield [field.strip() for field in line.split("|")]


def check(usage, list_name, is_denied, matches):
    """Prints the rows of the list that do not hold and how many do; gives the exit status.

    matches(document, text, row) says whether the observations of a document, whose text is in bytes, have what the row tells;
    is_denied(row) whether they must not have it.
    """
    parser = argparse.ArgumentParser(usage=usage)
    parser.add_argument("--gainsay", default=os.environ.get("GAINSAY", os.path.join(os.path.dirname(os.path.dirname(HERE)), "gainsay")))
    parser.add_argument("--shared", default=os.environ.get("GAINSAY_SHARED", ""))
    parser.add_argument("--least", type=int, default=0)
    options = parser.parse_args()
    articles = sorted(glob.glob(os.path.join(options.shared, "seeds", "*.txt")))
    if not articles:
        print(f"skipped: no seeds in {options.shared!r} (set GAINSAY_SHARED or give --shared)")
        return SKIPPED
    result = subprocess.run([options.gainsay, "extract", *articles], capture_output=True, text=True)
    if result.returncode != 0 and "english.model" in result.stderr:
        print(f"skipped: no trained model: {result.stderr.strip()}")
        return SKIPPED
    documents = {line["document"]["id"]: line for line in map(json.loads, result.stdout.splitlines())}
    texts = {}
    for path in articles:
        with open(path, "rb") as file:
            texts[os.path.splitext(os.path.basename(path))[0]] = file.read()
    right = total = 0
    for row in read_rows(os.path.join(HERE, list_name + ".txt")):
        found = matches(documents[row[0]], texts[row[0]], row)
        holds = found != is_denied(row)
        right, total = right + holds, total + 1
        if not holds:
            print(("found but wrong: " if found else "not found: ") + " | ".join(row))
    print(f"{list_name.replace('_', ' ')}: {right} of {total}")
    return 1 if right < options.least else 0
