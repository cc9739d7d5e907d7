#!/usr/bin/env python3
"""Time and memory against the number of articles: is the cost almost linear?

usage: run.py --gainsay PROGRAM [--counts 1000,2500,5000,10000,20000] [--build] [--threads N] [--seed S] [--keep FOLDER]

Makes the most articles that are asked for (make_articles.py), observes them once, and measures `gainsay resolve` on the first n lines
of the observations; with --build the whole of `gainsay build` on the first n articles instead. Processor time, elapsed time and peak
memory of each run, and the exponent of time over number of articles, by least squares on logarithms. --keep leaves articles,
observations and graphs in that folder, and takes those that are there already. Exit status 1 where the exponent is above 1.15 or the
memory above 4 GB.
"""
import argparse
import math
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
MOST_EXPONENT, MOST_MEGABYTES = 1.15, 4096


def measure(command):
    """(processor seconds, elapsed seconds, megabytes)"""
    start = time.time()
    child = subprocess.Popen(command)
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        raise SystemExit(f"{' '.join(command)} failed")
    return usage.ru_utime + usage.ru_stime, time.time() - start, usage.ru_maxrss / 1024


def exponent(points):
    xs, ys = [math.log(n) for n, _ in points], [math.log(t) for _, t in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys)) / sum((a - x) ** 2 for a in xs)


def copy_lines(source, count, target):
    with open(source, "rb") as lines, open(target, "wb") as out:
        for _, line in zip(range(count), lines):
            out.write(line)


def count_parts(graph):
    """Nodes and edges of a graph's file, which has a line for each."""
    counts, part = {"nodes": 0, "edges": 0}, None
    with open(graph, "rb") as lines:
        for line in lines:
            if line.startswith((b'"nodes"', b'"edges"')):
                part = line[1:6].decode()
            elif line.startswith(b'{"id"') and part:
                counts[part] += 1
    return counts["nodes"], counts["edges"]


def run(options, folder):
    counts = sorted(map(int, options.counts.split(",")))
    articles, observed = os.path.join(folder, "articles.jsonl"), os.path.join(folder, "observations.jsonl")
    if not os.path.exists(articles):
        with open(articles, "w", encoding="utf-8") as out:
            subprocess.run([sys.executable, os.path.join(HERE, "make_articles.py"), "--count", str(counts[-1]), "--seed", options.seed],
                           stdout=out, check=True)
    if not options.build and not os.path.exists(observed):
        cpu, elapsed, megabytes = measure([options.gainsay, "extract", "--threads", options.threads, articles, "-o", observed])
        print(f"extract of {counts[-1]}: processor {cpu:.1f} s, elapsed {elapsed:.1f} s, peak {megabytes:.0f} MB")
    what = ["build", "--threads", options.threads] if options.build else ["resolve"]
    points, worst = [], 0.0
    print("| articles | processor s | elapsed s | peak MB | nodes | edges |\n| --- | --- | --- | --- | --- | --- |")
    for count in counts:
        lines, graph = os.path.join(folder, f"first_{count}.jsonl"), os.path.join(folder, f"graph_{count}.json")
        copy_lines(articles if options.build else observed, count, lines)
        cpu, elapsed, megabytes = measure([options.gainsay, *what, lines, "-o", graph])
        nodes, edges = count_parts(graph)
        print(f"| {count} | {cpu:.1f} | {elapsed:.1f} | {megabytes:.0f} | {nodes} | {edges} |", flush=True)
        points.append((count, cpu))
        worst = max(worst, megabytes)
        os.remove(lines)
    power = exponent(points) if len(points) > 1 else 0
    if len(points) > 1:
        print(f"exponent of processor time {power:.2f} (at most {MOST_EXPONENT})")
    return power <= MOST_EXPONENT and worst <= MOST_MEGABYTES


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gainsay", required=True)
    parser.add_argument("--counts", default="1000,2500,5000,10000,20000")
    parser.add_argument("--build", action="store_true")
    parser.add_argument("--threads", default="0")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--keep")
    options = parser.parse_args()
    if options.keep:
        os.makedirs(options.keep, exist_ok=True)
        sys.exit(not run(options, options.keep))
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(not run(options, folder))


if __name__ == "__main__":
    main()
