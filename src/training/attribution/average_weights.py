#!/usr/bin/env python3
"""The mean of the weights of several runs of train_attribution that went on from the same weights.

usage: average_weights.py OUT.tensors RUN.tensors RUN.tensors...

Runs that begin together and differ by chance alone end near each other, and their mean errs less than each of them
(Wortsman et al. 2022, Model soups). It costs nothing when the program runs. Nothing but Python is needed.
"""
import array
import sys

from tensor_file import read_tensors, write_tensors


def main():
    out, *paths = sys.argv[1:]
    files = [read_tensors(path) for path in paths]
    runs = [tensors for tensors, _ in files]
    shapes = [{name: shape for name, (shape, _) in run.items()} for run in runs]
    if any(each != shapes[0] for each in shapes):
        sys.exit("average_weights.py: networks of different sizes")
    mean = {name: (shape, array.array("f", (sum(values) / len(runs) for values in zip(*(run[name][1] for run in runs)))))
            for name, shape in shapes[0].items()}
    write_tensors(out, mean, files[0][1])


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main()
