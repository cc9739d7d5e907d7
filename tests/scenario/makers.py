"""Makes good articles and everything that can be wrong with them. Values are bytes, or functions that put something into
a folder where bytes are not enough (links, pipes, permissions)."""

import ctypes
import gzip
import io
import json
import os
import random
import socket

ARTICLE = (
    "Harbour talks suspended\n\nBy Oda Quill | October 14, 2014\n\n"
    "Foreign Minister Mira Tolland denied on Tuesday that the harbour of Vael had been closed. "
    "\"We never closed it,\" Tolland said. President Ilyas Brandt said the Harbour Commission was suspended.\n"
)
"""One whose observations are not empty."""

SHORT = "Mira Tolland denied on Monday that the harbour of Vael had been closed.\n"


def text(content=ARTICLE):
    return content.encode()


def jsonl(*records):
    return b"".join((record if isinstance(record, bytes) else json.dumps(record).encode()) + b"\n" for record in records)


def record(id, **fields):
    return {"id": id, "text": SHORT, **fields}


def page(body, head=""):
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


# Bytes that are no UTF-8, by class.
INVALID_UTF8 = {
    "continuation": b"\x80",
    "overlong": b"\xc0\xaf",
    "overlong3": b"\xe0\x80\xaf",
    "surrogate": b"\xed\xa0\x80",
    "truncated": b"\xe2\x82",
    "too-large": b"\xf4\x90\x80\x80",
    "five-bytes": b"\xf8\x88\x80\x80\x80",
    "never": b"\xff",
}

POSITIONS = ("start", "middle", "end")


def with_bytes_at(position, bad, content="Mira Tolland, a fianc\u00e9e of “Brandt”, denied it in the “Café Vael” – twice."):
    """A text of one line with `bad` at its start, in the middle or at its end; and the byte where it stands."""
    good = content.encode()
    at = {"start": 0, "middle": good.index(b" denied"), "end": len(good)}[position]
    return good[:at] + bad + good[at:], at


def invalid_utf8_files():
    return {
        f"{kind}-{position}.txt": with_bytes_at(position, bad)[0]
        for kind, bad in INVALID_UTF8.items()
        for position in POSITIONS
    }


def noise(size, seed=7):
    return random.Random(seed).randbytes(size)


def gz(content):
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as file:
        file.write(content)
    return out.getvalue()


def zst(content):
    """One frame with its checksum, by the library that the program uses itself."""
    zstd = ctypes.CDLL("libzstd.so.1")
    for function in (zstd.ZSTD_createCCtx, zstd.ZSTD_compressBound, zstd.ZSTD_compress2):
        function.restype = ctypes.c_size_t
    zstd.ZSTD_createCCtx.restype = ctypes.c_void_p
    context = ctypes.c_void_p(zstd.ZSTD_createCCtx())
    checksum_flag = 201
    zstd.ZSTD_CCtx_setParameter(context, checksum_flag, 1)
    room = zstd.ZSTD_compressBound(ctypes.c_size_t(len(content)))
    packed = ctypes.create_string_buffer(room)
    size = zstd.ZSTD_compress2(context, packed, ctypes.c_size_t(room), content, ctypes.c_size_t(len(content)))
    zstd.ZSTD_freeCCtx(context)
    return packed.raw[:size]


def flipped(content, at):
    """With one bit turned over."""
    at %= len(content)
    return content[:at] + bytes([content[at] ^ 0x10]) + content[at + 1 :]


def repeated(unit, size):
    """A file of at least `size` bytes, written without holding it."""

    def make(path):
        block = unit * max(1, (1 << 20) // len(unit))
        with open(path, "wb") as file:
            for _ in range(size // len(block) + 1):
                file.write(block)

    return make


def link_to(target):
    return lambda path: os.symlink(target, path)


def pipe(path):
    os.mkfifo(path)


def listening_socket(path):
    with socket.socket(socket.AF_UNIX) as made:
        # A socket's name may have 107 bytes only.
        folder = os.open(os.path.dirname(path), os.O_RDONLY)
        made.bind(f"/proc/self/fd/{folder}/{os.path.basename(path)}")
        os.close(folder)


def folder(path):
    os.mkdir(path)


def with_mode(mode, content=None):
    """A file, or a folder where there is no content, of these permissions."""

    def make(path):
        if content is None:
            os.mkdir(path)
        else:
            with open(path, "wb") as file:
                file.write(content)
        os.chmod(path, mode)

    return make


def nested_folders(levels):
    """So deep that no path leads to the innermost."""

    def make(path):
        here = os.open(os.path.dirname(path), os.O_RDONLY)
        name = os.path.basename(path)
        for _ in range(levels):
            os.mkdir(name, dir_fd=here)
            below = os.open(name, os.O_RDONLY, dir_fd=here)
            os.close(here)
            here, name = below, "a" * 100
        os.close(here)

    return make


# A graph of two actors and a claim, and what can be wrong with it.


def evidence(content):
    return [{"document": "d", "span": [0, len(content)], "text": content, "content": [[0, len(content)]]}]


def graph():
    said = "Brandt met Tolland."
    denied = "Tolland denied that the harbour was closed."
    return {
        "schema": "gainsay-graph/1",
        "nodes": [
            {"id": "person:brandt", "kind": "Person", "label": "Ilyas Brandt"},
            {"id": "person:tolland", "kind": "Person", "label": "Mira Tolland", "aliases": ["Tolland"]},
            {"id": "claim:1", "kind": "Claim", "label": "the harbour was closed", "status": "denied"},
            {"id": "document:d", "kind": "Document", "label": "d"},
        ],
        "edges": [
            {"id": "e1", "source": "person:brandt", "target": "person:tolland", "kind": "met", "weight": 1,
             "evidence": evidence(said)},
            {"id": "e2", "source": "person:tolland", "target": "claim:1", "kind": "denies", "weight": 1,
             "evidence": evidence(denied)},
        ],
    }


def changed(change, value=None):
    """The JSON of the graph after `change`, one line an item."""
    value = graph() if value is None else value
    change(value)
    return json.dumps(value, indent=1).encode()


# The observations of one document, and what can be wrong with them.


def observations(id="a"):
    return {
        "document": {"id": id, "title": None, "outlet": None, "author": None, "published": "2014-10-14", "url": None,
                     "sha256": "0" * 64},
        "entities": [
            {"id": 0, "type": "Person", "name": "Mira Tolland",
             "mentions": [{"span": [0, 12], "head": [0, 12], "kind": "name", "text": "Mira Tolland"}]},
        ],
        "attributions": [
            {"id": 0, "source": [[0, 12]], "cue": [[13, 19]], "content": [[20, 45]], "source_entity": 0,
             "stance": "denies", "form": "indirect", "polarity": "affirmed", "modality": "actual", "nested_in": None,
             "confidence": 0.9, "span": [0, 45], "text": "Mira Tolland denied that the harbour was gone",
             "propositions": [{"span": [25, 45], "text": "the harbour was gone", "polarity": "affirmed",
                               "modality": "actual", "words": ["harbour", "gone"], "entities": []}]},
        ],
        "events": [
            {"id": 0, "type": "CONSULT", "trigger": [50, 53], "trigger_text": "met", "lemma": "meet",
             "date": {"value": "2014-10-14", "span": [54, 61]}, "polarity": "affirmed", "modality": "actual",
             "attribution": None, "arguments": [{"role": "agent", "entity": 0, "span": [46, 49], "text": "She"}],
             "span": [46, 61], "text": "She met Tuesday"},
        ],
        "relations": [],
    }


# CoNLL-U of one sentence, and what can be wrong with it.

CONLLU_ROWS = [
    ["1", "Tolland", "Tolland", "PROPN", "NNP", "_", "2", "nsubj", "_", "NER=B-PER"],
    ["2", "denied", "deny", "VERB", "VBD", "_", "0", "root", "_", "_"],
    ["3", "it", "it", "PRON", "PRP", "_", "2", "obj", "_", "SpaceAfter=No"],
    ["4", ".", ".", "PUNCT", ".", "_", "2", "punct", "_", "_"],
]


def conllu(id="a", comments=("# text = Tolland denied it.",), **cells):
    """`cells` replaces columns: r1c7="9" puts 9 into column 7 of row 1."""
    rows = [list(row) for row in CONLLU_ROWS]
    for place, value in cells.items():
        row, column = place[1:].split("c")
        rows[int(row) - 1][int(column) - 1] = value
    lines = [f"# newdoc id = {id}", *comments, *("\t".join(row) for row in rows)]
    return "".join(line + "\n" for line in lines).encode() + b"\n"
