#!/usr/bin/env python3
"""Measure how well raw text is cut into sentences, tokens and words.

usage: segmentation.py [--scorer SCORER.py] [--cases CASES.txt] PROGRAM [GOLD.conllu[.xz] ...]

PROGRAM is a command that gets a text file's name and prints CoNLL-U: "gainsay parse", or the trainer's tokenize_text with
its section. From each GOLD file raw text is made: the `# text` of the sentences joined by a blank, an empty line at
`# newpar` and `# newdoc`; then the same hard-wrapped at 80 columns, which must give the same sentences and tokens. SCORER
is called as `SCORER.py GOLD SYSTEM`. GOLD and SCORER are not part of the project; what is missing is skipped with a message.

CASES holds texts of our own with the words expected of them, in the form that the file's head explains.
Exit status: 0, or 1 when a case fails or wrapping makes a difference.
"""
import argparse, lzma, os, shlex, subprocess, sys, tempfile, textwrap


def paragraphs(gold):
    opener = lzma.open if gold.endswith(".xz") else open
    result, current = [], []
    with opener(gold, "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith(("# newdoc", "# newpar")):
                if current:
                    result.append(" ".join(current))
                current = []
            elif line.startswith("# text ="):
                current.append(line[len("# text ="):].strip())
    return result + ([" ".join(current)] if current else [])


def wrapped(paragraph):
    return "\n".join(textwrap.wrap(paragraph, 80, break_long_words=False, break_on_hyphens=False))


def run(program, text, folder):
    path = os.path.join(folder, "text.txt")
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    return subprocess.run(shlex.split(program) + [path], check=True, capture_output=True, text=True, encoding="utf-8").stdout


def sentences(conllu):
    """The words of each sentence, those of a multiword token joined by `~`."""
    result = []
    for block in conllu.split("\n\n"):
        words, last = [], 0
        first = 0
        for line in block.split("\n"):
            if not line[:1].isdigit():
                continue
            number, form = line.split("\t")[:2]
            if "-" in number:
                first, last = map(int, number.split("-"))
            elif "." not in number:
                if first < int(number) <= last:
                    words[-1] += "~" + form
                else:
                    words.append(form)
        if words:
            result.append(" ".join(words))
    return result


def run_cases(program, path, folder):
    failed = total = 0
    with open(path, encoding="utf-8") as file:
        chunks = file.read().split("\n\n")
    for chunk in chunks:
        lines = [line for line in chunk.split("\n") if line and not line.startswith("#")]
        if not lines:
            continue
        text = "\n".join(line[2:] for line in lines if line.startswith("< "))
        expected = [line[2:] for line in lines if line.startswith("> ")]
        got = sentences(run(program, text.replace("\\n", "\n"), folder))
        total += 1
        if got != expected:
            failed += 1
            print(f"text      {text}")
            for name, wanted in (("expected", expected), ("got", got)):
                for sentence in wanted:
                    print(f"{name:9} {sentence}")
    print(f"cases: {total - failed} of {total} right")
    return failed == 0


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--scorer")
    parser.add_argument("--cases")
    parser.add_argument("program")
    parser.add_argument("gold", nargs="*")
    options = parser.parse_args()
    good = True
    with tempfile.TemporaryDirectory() as folder:
        if options.cases:
            good = run_cases(options.program, options.cases, folder)
        for gold in options.gold:
            if not os.path.exists(gold):
                print(f"skipped: {gold} is not here")
                continue
            texts = paragraphs(gold)
            plain = run(options.program, "\n\n".join(texts) + "\n", folder)
            narrow = run(options.program, "\n\n".join(map(wrapped, texts)) + "\n", folder)
            print(os.path.basename(gold))
            if options.scorer and os.path.exists(options.scorer):
                system = os.path.join(folder, "system.conllu")
                with open(system, "w", encoding="utf-8") as file:
                    file.write(plain)
                score = subprocess.run([sys.executable, options.scorer, gold, system], capture_output=True, text=True)
                print("\n".join(score.stdout.split("\n")[:2]) or score.stderr)
            else:
                print(f"skipped: no scorer at {options.scorer}")
            differing = set(sentences(plain)) ^ set(sentences(narrow))
            print(f"wrapped at 80 columns: {len(differing)} sentences differ")
            good = good and not differing
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
