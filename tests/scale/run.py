#!/usr/bin/env python3
"""Time and memory against the number of articles: is the cost almost linear?

usage: run.py --gainsay PROGRAM [--articles FOLDER] [--counts 2500,5000,10000,20000] [--build] [--threads N]

Measures `gainsay resolve` on varied observations (see vary.py), with --build the whole of `gainsay build` on varied articles:
processor time, elapsed time and peak memory of each run, and the exponent of time over number of articles, by least squares on
logarithms. Exit status 1 where the exponent is above 1.15 or the memory above 4 GB.
"""
import argparse
import json
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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gainsay", required=True)
    parser.add_argument("--articles", default=os.path.join(HERE, "..", "..", "samples", "articles"))
    parser.add_argument("--counts", default="2500,5000,10000,20000")
    parser.add_argument("--build", action="store_true")
    parser.add_argument("--threads", default="0")
    options = parser.parse_args()
    points, worst = [], 0.0
    print("| articles | processor s | elapsed s | peak MB | nodes | edges |\n| --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for count in map(int, options.counts.split(",")):
            source, graph = os.path.join(folder, "in.jsonl"), os.path.join(folder, "graph.json")
            with open(source, "w", encoding="utf-8") as out:
                kind = [] if options.build else ["--observations"]
                subprocess.run([sys.executable, os.path.join(HERE, "vary.py"), "--gainsay", options.gainsay, "--count", str(count),
                                *kind, options.articles], stdout=out, check=True)
            what = ["build", "--threads", options.threads] if options.build else ["resolve"]
            cpu, elapsed, megabytes = measure([options.gainsay, *what, source, "-o", graph])
            with open(graph, encoding="utf-8") as file:
                made = json.load(file)
            print(f"| {count} | {cpu:.1f} | {elapsed:.1f} | {megabytes:.0f} | {len(made['nodes'])} | {len(made['edges'])} |", flush=True)
            points.append((count, cpu))
            worst = max(worst, megabytes)
            del made
    if len(points) > 1:
        power = exponent(points)
        print(f"exponent of processor time {power:.2f} (at most {MOST_EXPONENT})")
        sys.exit(power > MOST_EXPONENT or worst > MOST_MEGABYTES)


if __name__ == "__main__":
    main()
