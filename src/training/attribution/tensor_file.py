"""Tensors between the trainer and the scripts, as tensor_archive.cpp writes them: each a shape and floats, by name; behind
them lists of labels."""
import array
import struct
import sys

MAGIC = b"GSTENS01"


def packed_text(words):
    return struct.pack("<Q", len(words.encode())) + words.encode()


class _Reader:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.data = file.read()
        if self.data[: len(MAGIC)] != MAGIC:
            sys.exit(f"{path} holds no tensors")
        self.place = len(MAGIC)

    def take(self, size):
        self.place += size
        return self.data[self.place - size : self.place]

    def number(self):
        return struct.unpack("<Q", self.take(8))[0]


def read_tensors(path):
    """The tensors as {name: (shape, floats)}, and the bytes of the lists behind them."""
    reader, tensors = _Reader(path), {}
    for _ in range(reader.number()):
        name = reader.take(reader.number()).decode()
        shape = tuple(reader.number() for _ in range(reader.number()))
        values = array.array("f")
        values.frombytes(reader.take(4 * reader.number()))
        tensors[name] = (shape, values)
    return tensors, reader.data[reader.place :]


def write_tensors(path, tensors, lists):
    """`lists` are the bytes of the lists as they stand in the file."""
    with open(path, "wb") as out:
        out.write(MAGIC + struct.pack("<Q", len(tensors)))
        for name, (shape, values) in sorted(tensors.items()):
            out.write(packed_text(name) + struct.pack("<Q", len(shape)))
            out.write(struct.pack(f"<{len(shape)}Q", *shape) + struct.pack("<Q", len(values)))
            out.write(values.tobytes())
        out.write(lists)
