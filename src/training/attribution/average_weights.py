#!/usr/bin/env python3
"""The mean of the weights of several runs of train_attribution that went on from the same weights.

usage: average_weights.py OUT.tensors RUN.tensors RUN.tensors...

Runs that begin together and differ by chance alone end near each other, and their mean errs less than each of them
(Wortsman et al. 2022, Model soups). It costs nothing when the program runs. Nothing but Python is needed.
"""
import array
import struct
import sys

MAGIC = b"GSTENS01"


class Reader:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.data = file.read()
        if self.data[: len(MAGIC)] != MAGIC:
            sys.exit(f"{path} holds no tensors")
        self.place = len(MAGIC)

    def number(self):
        (value,) = struct.unpack_from("<Q", self.data, self.place)
        self.place += 8
        return value

    def text(self):
        size = self.number()
        self.place += size
        return self.data[self.place - size : self.place].decode()

    def tensors(self):
        found = {}
        for _ in range(self.number()):
            name = self.text()
            shape = [self.number() for _ in range(self.number())]
            values = array.array("f")
            size = 4 * self.number()
            values.frombytes(self.data[self.place : self.place + size])
            self.place += size
            found[name] = (shape, values)
        return found

    def rest(self):
        return self.data[self.place :]


def text(words):
    return struct.pack("<Q", len(words.encode())) + words.encode()


def main():
    out, *paths = sys.argv[1:]
    readers = [Reader(path) for path in paths]
    runs = [reader.tensors() for reader in readers]
    if any({name: shape for name, (shape, _) in run.items()} != {name: shape for name, (shape, _) in runs[0].items()} for run in runs):
        sys.exit("average_weights.py: networks of different sizes")
    with open(out, "wb") as file:
        file.write(MAGIC + struct.pack("<Q", len(runs[0])))
        for name, (shape, _) in sorted(runs[0].items()):
            mean = array.array("f", (sum(values) / len(runs) for values in zip(*(run[name][1] for run in runs))))
            file.write(text(name) + struct.pack(f"<{1 + len(shape)}Q", len(shape), *shape) + struct.pack("<Q", len(mean)) + mean.tobytes())
        file.write(readers[0].rest())


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main()
