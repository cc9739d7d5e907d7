#!/usr/bin/env python3
"""The weights of a packed attribution model as tensors, for train_attribution to go on from.

usage: unpack_attribution.py src/resources/en/attribution.model W/start.tensors

The trainer's own tensors are not committed; what is packed are the same weights with 7 bits and a sign, which a pass of
training makes smooth again. The bias is the packed mixture of the two styles of annotation, so both styles begin there;
the reader's further task, which helps it learn, is not packed and begins at zero. Nothing but Python is needed.
"""
import array
import struct
import sys

from tensor_file import packed_text, write_tensors

STATE_STEP = 1 / 127
# A table's step is folded into the matrix that reads it, so any step gives the same sums; this one gives numbers of the
# size that training begins with.
TABLE_STEP = 0.7 / 127
CUES = 3
ANNOTATIONS = 2


def sections_of(path):
    data = open(path, "rb").read()
    if data[:8] != b"GAINSAY\n":
        sys.exit(f"{path} is no model file")
    place, size = struct.unpack_from("<QQ", data, 24)
    end, sections = place + size, {}
    while place < end:
        (length,) = struct.unpack_from("<I", data, place)
        name = data[place + 4 : place + 4 + length].decode()
        offset, size, _ = struct.unpack_from("<QQQ", data, place + 4 + length)
        sections[name] = data[offset : offset + size]
        place += 4 + length + 24
    return sections


def numbers(kind, data):
    values = array.array(kind)
    values.frombytes(data)
    return values


class Unpacker:
    def __init__(self, path):
        self.sections = sections_of(path)
        shape = numbers("I", self.sections["shape"])
        self.states, self.map, self.reader, self.summary, self.finder = shape[:5]
        self.table_sizes = list(shape[5:])
        self.tensors = {}

    def floats(self, name):
        return numbers("f", self.sections[name])

    def matrix(self, section, steps, outputs=None):
        """[inputs, outputs] as it was before packing; the first `outputs` columns."""
        scales = self.floats(section + ".scales")
        rounded = numbers("b", self.sections[section + ".weights"])
        width = len(scales)
        outputs = outputs or width
        return [[rounded[i * width + o] * scales[o] / steps[i] for o in range(outputs)] for i in range(len(steps))], outputs

    def layer(self, name, section, steps, outputs=None):
        rows, outputs = self.matrix(section, steps, outputs)
        weight = array.array("f", (rows[i][o] for o in range(outputs) for i in range(len(rows))))
        self.tensors[name + ".weight"] = ((outputs, len(rows)), weight)
        self.tensors[name + ".bias"] = ((outputs,), self.floats(section + ".bias")[:outputs])

    def lstm(self, name, steps, cells):
        for direction in ("forward", "backward"):
            section = f"{name}.encoder.0.{direction}"
            self.layer(f"{name}_{direction}", section + ".input", steps)
            rows, outputs = self.matrix(section + ".recurrent", [STATE_STEP] * cells)
            self.tensors[f"{name}_recurrent_{direction}"] = ((cells, outputs), array.array("f", (x for r in rows for x in r)))

    def tables(self, prefix):
        steps, i = [], 0
        while f"{prefix}.{i}" in self.sections:
            size = self.table_sizes.pop(0)
            rounded = numbers("b", self.sections[f"{prefix}.{i}"])
            values = array.array("f", (x * TABLE_STEP for x in rounded))
            self.tensors[f"{prefix}_{i}.weight"] = ((len(values) // size, size), values)
            steps += [TABLE_STEP] * size
            i += 1
        return steps

    def unpack(self):
        self.layer("map", "map", [STATE_STEP] * self.states, self.map)
        steps = [STATE_STEP] * self.map + self.tables("token")
        self.lstm("reader", steps, self.reader)
        reading = [STATE_STEP] * (2 * self.reader)
        self.layer("cue", "cues", reading, CUES)
        self.layer("summary", "summary", reading)
        self.lstm("finder", reading + [STATE_STEP] * self.summary + self.tables("cue"), self.finder)
        self.layer("answer", "answer", [STATE_STEP] * (2 * self.finder))
        self.tensors["role.weight"] = ((2, 2 * self.reader), array.array("f", bytes(4 * 4 * self.reader)))
        self.tensors["role.bias"] = ((2,), array.array("f", bytes(8)))
        self.tensors["style"] = ((ANNOTATIONS, self.map), array.array("f", bytes(4 * ANNOTATIONS * self.map)))

    def write(self, path):
        lists = {name: self.sections["labels." + name].decode().splitlines()
                 for name in ("lemmas", "relations", "stances")}
        lists["report"] = ["unpacked"]
        packed = struct.pack("<Q", len(lists))
        for name, items in sorted(lists.items()):
            packed += packed_text(name) + struct.pack("<Q", len(items)) + b"".join(packed_text(item) for item in items)
        write_tensors(path, self.tensors, packed)


def main():
    unpacker = Unpacker(sys.argv[1])
    unpacker.unpack()
    unpacker.write(sys.argv[2])


if __name__ == "__main__":
    main()
