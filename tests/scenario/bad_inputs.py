"""The table: every kind of bad input that we know of, with the command that meets it and what has to come of it.

A row's files are put into an empty folder, in which the command runs. `says` are regular expressions, each of which has
to be found in a line of standard error: the place and the reason. `keeps` are the documents (nodes, for a graph) that
the output must hold, all of them and in this order; nothing may be lost with the bad one.
"""

import dataclasses
import json
import os
import typing

from makers import *  # noqa: F403  pylint: disable=wildcard-import,unused-wildcard-import


@dataclasses.dataclass
class Row:
    name: str
    """Name of file to its bytes, or to a function that makes it at a path."""
    files: dict
    command: str
    """0 done, 1 some inputs were refused, 2 wrong usage, 3 nothing could be done."""
    status: int
    says: typing.Union[str, tuple] = ()
    """Ids of documents or nodes in the output; None: the output is not looked at."""
    keeps: typing.Optional[list] = None
    """Where the output goes, if not to standard output."""
    output: typing.Optional[str] = None
    stdin: bytes = b""
    """Nothing at all may be said."""
    silent: bool = False
    """How the program is started: see bad_input_test.py."""
    how: str = "plain"
    """Left out of the quick tests."""
    slow: bool = False
    """Most memory in MB that the program may have used (not looked at under a sanitizer)."""
    memory: typing.Optional[int] = None


def encoding_rows():
    every_class = invalid_utf8_files()
    places = {name: with_bytes_at(name.rsplit("-", 1)[1][:-4], b"")[1] for name in every_class}
    stems = sorted(name[:-4] for name in every_class)
    mark = b"\xef\xbb\xbf"
    return [
        Row("every class of invalid UTF-8 at start, middle and end, repaired", {"in": every_class}, "extract in", 0,
            says=tuple(rf"in/{name}: byte {at}: warning: 0x.. is no UTF-8; \d such bytes? read as '\?'"
                       for name, at in places.items()), keeps=stems),
        Row("every class of invalid UTF-8, refused", {"in": every_class}, "extract in --refuse-invalid-utf8", 3,
            says=tuple(rf"in/{name}: error: expected UTF-8, found 0x.. at byte {at}$" for name, at in places.items())),
        Row("every class of invalid UTF-8, among good ones", {"in": every_class, "z.txt": text()},
            "extract in z.txt --refuse-invalid-utf8", 1, says="in/never-end.txt", keeps=["z"]),
        Row("Windows-1252", {"a.txt": "Tolland’s fiancée denied “it”.".encode("cp1252")}, "extract a.txt", 0,
            says=r"a\.txt: byte 7: warning: 0x92 is no UTF-8; read as Windows-1252", keeps=["a"]),
        Row("invalid UTF-8 in a line of JSON Lines",
            {"a.jsonl": jsonl(record("one"), b'{"id": "two", "text": "Tolland \xff denied it."}', record("three"))},
            "extract a.jsonl", 0, says=r"a\.jsonl:2: byte 31: warning: 0xff is no UTF-8", keeps=["one", "two", "three"]),
        Row("invalid UTF-8 in a line of JSON Lines, refused",
            {"a.jsonl": jsonl(record("one"), b'{"id": "two", "text": "Tolland \xff denied it."}', record("three"))},
            "extract a.jsonl --refuse-invalid-utf8", 1, says=r"a\.jsonl:2: error: expected UTF-8, found 0xff at byte 31",
            keeps=["one", "three"]),
        Row("a page whose charset is none", {"a.html": page("<p>Tolland\x92s denial.</p>", '<meta charset="klingon">')
                                            .replace(b"\xc2\x92", b"\x92")},
            "extract a.html", 0, says=(r"a\.html: warning: the page's charset 'klingon' is not known",
                                       r"a\.html: byte \d+: warning: 0x92 is no UTF-8"), keeps=["a"]),
        Row("UTF-8 with a byte order mark", {"a.txt": mark + text()}, "extract a.txt", 0, silent=True, keeps=["a"]),
        Row("JSON Lines with a byte order mark and CR LF",
            {"a.jsonl": mark + jsonl(record("one"), record("two")).replace(b"\n", b"\r\n")}, "extract a.jsonl", 0,
            silent=True, keeps=["one", "two"]),
        Row("nothing but a byte order mark", {"a.txt": mark, "b.txt": text()}, "extract a.txt b.txt", 1,
            says=r"a\.txt: error: expected an article, found only white space", keeps=["b"]),
        Row("UTF-16, both orders", {"be.txt": b"\xfe\xff" + ARTICLE.encode("utf-16-be"),
                                    "le.txt": b"\xff\xfe" + ARTICLE.encode("utf-16-le")}, "extract be.txt le.txt", 0,
            says=(r"be\.txt: warning: UTF-16; spans refer to the text converted", r"le\.txt: warning: UTF-16"),
            keeps=["be", "le"]),
        Row("UTF-16 cut off in a character", {"a.txt": b"\xff\xfe" + ARTICLE.encode("utf-16-le")[:-1]}, "extract a.txt", 0,
            says=r"a\.txt: byte \d+: warning: .*half a character", keeps=["a"]),
        Row("UTF-16 with half a surrogate pair",
            {"a.txt": b"\xff\xfe" + "Tolland ".encode("utf-16-le") + b"\x3d\xd8" + " denied it.".encode("utf-16-le")},
            "extract a.txt", 0, says=r"a\.txt: byte 18: warning: .*surrogate", keeps=["a"]),
        Row("UTF-16 with half a surrogate pair, refused",
            {"a.txt": b"\xff\xfe" + "Tolland ".encode("utf-16-le") + b"\x3d\xd8" + " denied it.".encode("utf-16-le")},
            "extract a.txt --refuse-invalid-utf8", 3, says=r"a\.txt: error: expected UTF-16, found half a surrogate pair .* at byte 18"),
        Row("UTF-16 without its mark", {"a.txt": ARTICLE.encode("utf-16-le")}, "extract a.txt", 3,
            says=r"a\.txt: error: expected text, found a NUL byte at byte 1 "),
        Row("UTF-32, both orders", {"be.txt": b"\0\0\xfe\xff" + ARTICLE.encode("utf-32-be"),
                                    "le.txt": b"\xff\xfe\0\0" + ARTICLE.encode("utf-32-le")}, "extract be.txt le.txt", 3,
            says=(r"be\.txt: error: expected text in UTF-8 or UTF-16, found UTF-32", r"le\.txt: error: .* found UTF-32")),
        Row("a NUL byte in a text", {"a.txt": b"Tolland \0 denied it.\n", "b.txt": text()}, "extract a.txt b.txt", 1,
            says=r"a\.txt: error: expected text, found a NUL byte at byte 8 \(a binary file\?\)", keeps=["b"]),
        Row("a NUL byte in a text to parse", {"a.txt": b"Tolland \0 denied it.\n", "b.txt": text(SHORT)},
            "parse a.txt b.txt", 1, says=r"a.*: expected text, found a NUL byte at byte 8", keeps=["b"]),
        Row("a NUL in a string of JSON Lines",
            {"a.jsonl": jsonl({"id": "one", "text": "Tolland \0 denied it."}, record("two"))}, "extract a.jsonl", 1,
            says=r"a\.jsonl:1: error: expected text, found a NUL byte at byte 8 of the text", keeps=["two"]),
        Row("invalid UTF-8 in a text to parse", {"a.txt": b"The caf\xe9 in Vael closed.\n"}, "parse a.txt", 0,
            says=r"a.*: byte 7: warning: invalid UTF-8", keeps=["a"]),
    ]


def container_rows():
    packed = gz(text(ARTICLE * 40))
    zpacked = zst(text(ARTICLE * 40))
    lines = jsonl(*(record(f"d{i}", n=noise(400, i).hex()) for i in range(400)))
    return [
        Row("random bytes", {"a.txt": noise(5000), "b.txt": text()}, "extract a.txt b.txt", 1,
            says=r"a\.txt: error: expected text, found a NUL byte at byte \d+ \(a binary file\?\)", keeps=["b"]),
        Row("control characters without NUL", {"a.txt": bytes(range(1, 9)) * 100}, "extract a.txt", 3,
            says=r"a\.txt: error: expected text, found 800 control characters in 800 bytes"),
        Row("files of other programs under a text's name",
            {"a.txt": b"%PDF-1.4\n%\xe2\xe3\n", "b.txt": b"PK\x03\x04aaaa", "c.txt": b"{\\rtf1\\ansi Tolland}",
             "d.txt": b"\x89PNG\r\n\x1a\n", "e.txt": b"BZh91AY&SY", "f.txt": b"\xfd7zXZ\0\0"}, "extract .", 3,
            says=(r"a.txt: error: expected an article, found PDF: make text of it \(pdftotext FILE\)", "b.txt: .*a ZIP archive: ",
                  "c.txt: .*found RTF: ", "d.txt: .*an image$", "e.txt: .*a packed file: ", "f.txt: .*a packed file")),
        Row("an empty file", {"a.txt": b"", "b.txt": text()}, "build a.txt b.txt", 1,
            says=r"a\.txt: error: expected an article, found an empty file"),
        Row("an empty standard input", {}, "extract -", 3, says=r"-: error: expected an article, found an empty file"),
        Row("nothing but white space", {"a.txt": b" \t\r\n\n" * 500, "b.html": page("<p> &nbsp; </p>"), "c.txt": text()},
            "extract .", 1, says=(r"a\.txt: error: expected an article, found only white space",
                                  r"b\.html: error: expected .*text"), keeps=["c"]),
        Row("a truncated gzip file", {"a.txt.gz": packed[:-40], "b.txt.gz": gz(text())}, "extract .", 1,
            says=r"a\.txt\.gz: error: expected a whole gzip file, found damaged data or one that was cut off",
            keeps=["b"]),
        Row("a gzip file without its end", {"a.txt.gz": packed[:-8]}, "extract .", 3, says=r"a\.txt\.gz: error: .*whole gzip"),
        Row("a gzip file of its first ten bytes", {"a.txt.gz": packed[:10]}, "extract .", 3,
            says=r"a\.txt\.gz: error: .*whole gzip"),
        Row("a gzip file of two bytes", {"a.txt.gz": packed[:2]}, "extract .", 3, says=r"a\.txt\.gz: error: .*whole gzip"),
        Row("a gzip file with a wrong checksum", {"a.txt.gz": flipped(packed, -6)}, "extract .", 3,
            says=r"a\.txt\.gz: error: .*whole gzip"),
        Row("a gzip file with rubbish behind it", {"a.txt.gz": packed + b"rubbish"}, "extract .", 3,
            says=r"a\.txt\.gz: error: .*whole gzip"),
        Row("two gzip files in one", {"a.txt.gz": gz(b"Mira Tolland denied ") + gz(b"it on Monday.\n")}, "extract .", 0,
            silent=True, keeps=["a"]),
        Row("JSON Lines whose gzip data are damaged in the middle", {"a.jsonl.gz": gz(lines)[:100000], "b.txt": text()},
            "extract . --threads 2", 1, says=r"a\.jsonl\.gz:\d+: error: .*whole gzip", keeps=None),
        Row("a truncated zstd file", {"a.txt.zst": zpacked[:-20], "b.txt.zst": zst(text())}, "extract .", 1,
            says=r"a\.txt\.zst: error: expected a whole zstd file, found one that was cut off", keeps=["b"]),
        Row("a zstd file of its first four bytes", {"a.txt.zst": zpacked[:4]}, "extract .", 3,
            says=r"a\.txt\.zst: error: .*zstd"),
        Row("a zstd file with a flipped bit", {"a.txt.zst": flipped(zpacked, len(zpacked) // 2)}, "extract .", 3,
            says=r"a\.txt\.zst: error: damaged zstd data: "),
        Row("a zstd file with rubbish behind it", {"a.txt.zst": zpacked + b"rubbish, more of it"}, "extract .", 3,
            says=r"a\.txt\.zst: error: damaged zstd data: "),
        Row("a name that promises compression", {"a.txt.gz": text(), "b.txt.zst": text()}, "extract .", 0, silent=True,
            keeps=["a", "b"]),
        Row("200 MB behind 200 kB of gzip", {"a.txt.gz": gz(b"Tolland denied it. " * 10500000), "b.txt": text()},
            "extract .", 1, says=r"a\.txt\.gz: error: expected at most 33554432 bytes in a document, found more",
            keeps=["b"], memory=400),
        Row("a single line of 100 MB", {"a.txt": repeated(b"Tolland denied it. ", 100 << 20), "b.txt": text()},
            "extract .", 1, says=r"a\.txt: error: expected at most 33554432 bytes in a document, found more", keeps=["b"],
            memory=400),
        Row("a single line of 100 MB in JSON Lines",
            {"a.jsonl": repeated(b'{"id": "one", "text": "Tolland denied it."} ', 100 << 20), "b.txt": text()},
            "extract .", 1, says=r"a\.jsonl:1: error: expected at most 33554432 bytes in a line, found more", keeps=["b"],
            memory=400),
        Row("a single line of 100 MB without a blank, to parse", {"a.txt": repeated(b"a", 100 << 20)}, "parse a.txt", 0,
            keeps=["a"], slow=True, memory=1500),
        Row("an article of one word of 1 MB", {"a.txt": b"Tolland denied it. " + b"a" * (1 << 20) + b" He left."},
            "extract a.txt", 0, keeps=["a"]),
        Row("200,000 empty lines", {"a.txt": b"Tolland denied it.\n" + b"\n" * 200000 + b"He left.\n"}, "extract a.txt", 0,
            keeps=["a"]),
    ]


def markup_rows():
    deep = b"<div>" * 100000
    return [
        Row("100,000 levels of HTML", {"a.html": b"<html><body>" + deep + b"<p>Tolland denied it.</p>", "b.txt": text()},
            "extract .", 1, says=r"a\.html: error: expected HTML with at most 2000 nested elements, found 100000", keeps=["b"]),
        Row("100,000 levels of formatting", {"a.html": page("<b><i>" * 50000 + "Tolland denied it.")}, "extract .", 3,
            says=r"a\.html: error: expected HTML with at most 2000 nested elements, found 100000"),
        Row("5,000 open quotations of Markdown", {"a.md": b"> " * 5000 + b"Tolland denied it.\n"}, "extract .", 0,
            keeps=["a"]),
        Row("5,000 open brackets of Markdown", {"a.md": b"[" * 5000 + b"Tolland denied it.\n\n" + b"[a](" * 1000},
            "extract .", 0, keeps=["a"]),
        Row("a page that is cut off in a tag", {"a.html": page("<p>Tolland denied it.</p><p>Brandt left.")[:-22] + b"<a hre"},
            "extract .", 0, keeps=["a"]),
        Row("a page of scripts alone", {"a.html": page("<script>var a = 'Tolland';</script>"), "b.txt": text()},
            "extract .", 1, says=r"a\.html: error: expected .*text", keeps=["b"]),
        Row("a page with a date that is none",
            {"a.html": page("<p>Tolland denied it.</p>",
                            '<meta property="article:published_time" content="the 40th of Brumaire">')},
            "extract .", 0, keeps=["a"]),
        Row("a page whose JSON-LD is broken",
            {"a.html": page("<p>Tolland denied it.</p>", '<script type="application/ld+json">{"headline": </script>')},
            "extract .", 0, keeps=["a"]),
        Row("a page whose JSON-LD has the second half of a surrogate pair alone",
            {"a.html": page("<p>Tolland denied it.</p>", '<script type="application/ld+json">{"@type": "NewsArticle", '
                            '"headline": "A \\udc00 B"}</script>')}, "build a.html", 0, keeps=["a"]),
        Row("200,000 attributes in a tag",
            {"a.html": page("<p " + " ".join(f"a{i}" for i in range(200000)) + ">Tolland denied it.</p>"), "b.txt": text()},
            "extract .", 1, says=r"a\.html: error: expected HTML with at most 2000 attributes in an element, found 200000",
            keeps=["b"]),
        Row("2,000 attributes in a tag, more words in a comment and a script",
            {"a.html": page("<!-- <p " + "a " * 9000 + "--><script>if (a<b) { " + "x " * 9000 + "}</script><p "
                            + " ".join(f"a{i}='> {i}'" for i in range(2000)) + ">Tolland denied it.</p>")},
            "extract .", 0, keeps=["a"]),
        Row("attributes that hide behind foreign elements are counted, too",
            {"a.html": page("<svg><style><a " + " ".join(f"a{i}" for i in range(60000)) + "></a></style></svg>"
                            "<p>Tolland denied it.</p>"), "b.txt": text()},
            "extract .", 1, says=r"a\.html: error: expected HTML with at most 2000 attributes in an element, found 60000",
            keeps=["b"]),
        Row("a text that takes longer than it may", {"a.txt": text(ARTICLE * 8000), "b.txt": text()},
            "extract . --max-seconds 3", 1,
            says=r"a\.txt: error: expected a document that takes at most 3 seconds of processor time \(--max-seconds\), "
                 "found one that takes more", keeps=["b"], slow=True),
        Row("a page with NUL and odd references", {"a.html": page("<p>Tolland &#0; &#xD800; &#99999999; denied it.</p>")},
            "extract .", 0, keeps=["a"]),
    ]


def json_rows():
    good = record("good")
    return [
        Row("a broken line of JSON Lines", {"a.jsonl": jsonl(record("one"), b'{"id": "two", "text": ', record("three"))},
            "extract a.jsonl", 1, says=r"a\.jsonl:2: error: broken JSON at byte 22 of the line: ", keeps=["one", "three"]),
        Row("JSON Lines that are cut off", {"a.jsonl": jsonl(record("one"), record("two"))[:-20]}, "build a.jsonl", 1,
            says=r"a\.jsonl:2: error: broken JSON at byte \d+ of the line"),
        Row("lines that are no objects", {"a.jsonl": jsonl([1], "text", 7, None, good)}, "extract a.jsonl", 1,
            says=(r"a\.jsonl:1: error: expected a JSON object .*, found an array", r"a\.jsonl:2: error: .*found a string",
                  r"a\.jsonl:3: error: .*found a number", r"a\.jsonl:4: error: .*found null"), keeps=["good"]),
        Row("a text of another type", {"a.jsonl": jsonl({"id": "x", "text": 7}, {"id": "y", "text": ["a"]}, good)},
            "extract a.jsonl", 1, says=(r"a\.jsonl:1: error: expected a string in field 'text', found a number",
                                        r"a\.jsonl:2: error: expected a string in field 'text', found an array"),
            keeps=["good"]),
        Row("no text, and an empty one", {"a.jsonl": jsonl({"id": "x"}, {"id": "y", "text": " \n"}, good)},
            "extract a.jsonl", 1, says=(r"a\.jsonl:1: error: expected a text in field 'text', found no such field",
                                        r"a\.jsonl:2: error: expected a text in field 'text', found an empty one"),
            keeps=["good"]),
        Row("metadata of other types", {"a.jsonl": jsonl(record("a", title=7, outlet=["x"], url={}, published=True))},
            "extract a.jsonl", 0, says=(r"a\.jsonl:1: warning: field 'title': expected a string, found a number",
                                        r"a\.jsonl:1: warning: field 'outlet': expected a string, found an array",
                                        r"a\.jsonl:1: warning: field 'url': .*an object",
                                        r"a\.jsonl:1: warning: field 'published': .*a boolean"), keeps=["a"]),
        Row("an id of another type", {"a.jsonl": jsonl(record(["a"]), record(7))}, "extract a.jsonl", 0,
            says=r"a\.jsonl:1: warning: field 'id': expected a string, found an array", keeps=["a-1", "7"]),
        Row("a date that is none", {"a.jsonl": jsonl(record("a", published="some day"), record("b", date="2014-02-31"))},
            "extract a.jsonl", 0, says=(r"a\.jsonl:1: warning: publication date: expected a date, found 'some day'",
                                        r"a\.jsonl:2: warning: publication date: expected a date, found '2014-02-31'"),
            keeps=["a", "b"]),
        Row("duplicate ids", {"a.jsonl": jsonl(record("a"), record("a"), record("a-2"), record("a"))}, "extract a.jsonl", 0,
            says=(r"a\.jsonl:2: warning: the id 'a' is taken, this document is 'a-2'",
                  r"a\.jsonl:3: warning: the id 'a-2' is taken", r"a\.jsonl:4: warning: the id 'a' is taken"),
            keeps=["a", "a-2", "a-2-2", "a-3"]),
        Row("the same file twice", {"a.txt": text()}, "extract a.txt a.txt", 0,
            says=r"a\.txt: warning: the id 'a' is taken, this document is 'a-2'", keeps=["a", "a-2"]),
        Row("100,000 levels of JSON", {"a.jsonl": jsonl(b'{"text": ' + b"[" * 100000, good)}, "extract a.jsonl", 1,
            says=r"a\.jsonl:1: error: broken JSON", keeps=["good"]),
        Row("100,000 closed levels of JSON",
            {"a.jsonl": jsonl(b'{"id": "x", "text": ' + b"[" * 100000 + b"]" * 100000 + b"}", good)}, "extract a.jsonl", 1,
            says=r"a\.jsonl:1: error: ", keeps=["good"]),
        Row("half a surrogate pair as an escape", {"a.jsonl": jsonl(b'{"id": "x", "text": "T \\ud83d d"}', good)},
            "extract a.jsonl", 1, says=r"a\.jsonl:1: error: broken JSON at byte \d+ of the line: ", keeps=["good"]),
        *(Row(f"the second half of a surrogate pair alone, {name}", {"a.jsonl": jsonl(record("one"), line, good)},
              "build a.jsonl", 1, says=r"a\.jsonl:2: error: broken JSON at byte \d+ of the line: half a surrogate pair, .udc00",
              keeps=["good", "one"])
          for name, line in (("in a text", b'{"id": "x", "text": "T \\udc00 d"}'),
                             ("in a title", b'{"id": "x", "title": "\\udc00", "text": "Tolland denied it."}'),
                             ("in an address", b'{"id": "x", "url": "\\udc00", "text": "Tolland denied it."}'),
                             ("in a field that nobody reads", b'{"id": "x", "x": ["\\udc00"], "text": "Tolland denied it."}'),
                             ("in a field's name", b'{"id": "x", "\\udc00": 1, "text": "Tolland denied it."}'))),
        Row("the second half of a surrogate pair alone, in metadata beside a text",
            {"a.txt": text(), "a.json": b'{"title": "\\udc00"}', "b.txt": text()}, "build a.txt b.txt", 0,
            says=r"a\.json: warning: metadata left out: broken JSON at byte 11: half a surrogate pair", keeps=["a", "b"]),
        Row("an array where JSON Lines are wanted", {"a.json": json.dumps([good, good]).encode()}, "extract a.json", 3,
            says=r"a\.json: error: expected an article, found a JSON array: put each object on a line of its own"),
        Row("metadata beside a text that are broken", {"a.txt": text(), "a.json": b'{"title": "x", '}, "extract a.txt", 0,
            says=r"a\.json: warning: metadata left out: broken JSON at byte \d+", keeps=["a"]),
        Row("metadata beside a text that are no text", {"a.txt": text(), "a.json": b"\0\1\2"}, "extract a.txt", 0,
            says=r"a\.json: warning: metadata left out: expected text, found a NUL byte", keeps=["a"]),
        Row("metadata beside a text that are a list", {"a.txt": text(), "a.json": b"[]"}, "extract a.txt", 0,
            says=r"a\.json: warning: metadata left out: expected a JSON object", keeps=["a"]),
        Row("metadata beside a text that nobody may read", {"a.txt": text(), "a.json": with_mode(0, b"{}")},
            "extract a.txt", 0, says=r"a\.json: warning: metadata left out: cannot open: Permission denied", keeps=["a"],
            how="unprivileged"),
        Row("a field that no line has", {"a.jsonl": jsonl(good)}, "extract a.jsonl --text-field body", 3,
            says=r"a\.jsonl:1: error: expected a text in field 'body', found no such field"),
        Row("an id with a line end and an escape", {"a.jsonl": jsonl(record("a\nb\x1b[31m"))}, "extract a.jsonl", 0,
            keeps=["a_b_[31m"]),
    ]


def file_rows():
    a, z = {"a.txt": text()}, {"z.txt": text()}
    return [
        Row("a missing file alone", {}, "extract no.txt", 3, says=r"no\.txt: error: no such file or folder"),
        Row("a missing file among others", z, "extract no.txt z.txt", 1, says=r"no\.txt: error: no such file or folder",
            keeps=["z"]),
        Row("a missing file to parse", z, "parse no.txt z.txt", 1, says=r"no\.txt: .*No such file or directory", keeps=["z"]),
        Row("an unreadable file", {"a.txt": with_mode(0, text()), **z}, "extract a.txt z.txt", 1,
            says=r"a\.txt: error: cannot open: Permission denied", keeps=["z"], how="unprivileged"),
        Row("an unreadable file to parse", {"a.txt": with_mode(0, text()), **z}, "parse a.txt z.txt", 1,
            says=r"a\.txt: .*Permission denied", keeps=["z"], how="unprivileged"),
        Row("an unreadable folder", {"in": {"secret": with_mode(0), **z}}, "extract in", 1,
            says=r"in/secret: error: cannot read the folder: Permission denied", keeps=["z"], how="unprivileged"),
        Row("a ring of links", {"a.txt": link_to("b.txt"), "b.txt": link_to("a.txt"), **z}, "extract .", 1,
            says=(r"a\.txt: error: cannot open: Too many levels of symbolic links", r"b\.txt: error: .*Too many levels"),
            keeps=["z"]),
        Row("a ring of links by name", {"a.txt": link_to("a.txt"), **z}, "extract a.txt z.txt", 1,
            says=r"a\.txt: error: cannot open: Too many levels of symbolic links", keeps=["z"]),
        Row("a folder that holds a link to itself", {"in": {"self": link_to("."), "up": link_to(".."), **z}}, "extract in", 1,
            says=r"in: warning: passed over: 2 links to folders \(first: in/self\)$", keeps=["z"]),
        Row("a link that leads nowhere", {"a.txt": link_to("gone"), **z}, "extract .", 1,
            says=r"a\.txt: error: .*No such file or directory", keeps=["z"]),
        Row("a file that vanishes before it is read", {"pipe": pipe, "b.txt": text(), **z}, "extract pipe b.txt z.txt", 1,
            says=r"b\.txt: error: no such file or folder", keeps=["pipe", "z"], how="vanish b.txt"),
        Row("a pipe, a socket and a link to a device in a folder",
            {"in": {"a.txt": pipe, "b.txt": listening_socket, "c.txt": link_to("/dev/zero"), **z}}, "extract in", 1,
            says=r"in: warning: passed over: 3 devices or pipes \(first: in/a\.txt\)$", keeps=["z"]),
        Row("a socket by name", {"a.txt": listening_socket, **z}, "extract a.txt z.txt", 1,
            says=r"a\.txt: error: cannot open: No such device or address", keeps=["z"]),
        Row("a device without an end", z, "extract /dev/zero z.txt", 1,
            says=r"/dev/zero: error: expected at most 33554432 bytes in a document, found more", keeps=["z"]),
        Row("a device without content", z, "extract /dev/null z.txt", 1,
            says=r"/dev/null: error: expected an article, found an empty file", keeps=["z"]),
        Row("an empty folder", {"in": folder, **z}, "extract in z.txt", 1,
            says=r"in: error: expected articles \(.*\), found none", keeps=["z"]),
        Row("a folder of other things", {"in": {"a.docx": b"PK", "b.pdf": b"%PDF", ".hidden.txt": text()}}, "extract in", 3,
            says=(r"in: error: expected articles \(.*\), found none", r"in: warning: passed over: 1 Word document \(DOCX\) \(first: in/a\.docx\), 1 PDF \(first: in/b\.pdf\)$")),
        Row("folders deeper than any path", {"in": nested_folders(60), **z}, "extract in z.txt", 1,
            says=r"in/a.*: error: cannot .*File name too long", keeps=["z"]),
        Row("a folder under a text's name", {"a.txt": {"b.txt": text()}}, "extract a.txt", 0, silent=True, keeps=["b"]),
        Row("a folder to parse", {"in": a}, "parse in", 3, says=r"in: expected a text file, found a folder"),
        Row("names that are no UTF-8, or have a line end",
            {b"caf\xe9.txt": text(), b"a\nb\x1b[31m.txt": b"", b"q'\".txt": text()}, "extract .", 1,
            says=r"a\\nb\\x1b\[31m\.txt: error: expected an article, found an empty file", keeps=["caf\ufffd", "q'\""]),
        Row("names that drive a terminal or turn a line round",
            {"a\x1b]52;c;AAAA\x07.txt": b"", "b\u202etxt.exe.txt": b"", "c\x9b2J.txt": b"", **z}, "extract .", 1,
            says=(r"a\\x1b\]52;c;AAAA\\x07\.txt: error", r"b\\u202etxt\.exe\.txt: error", r"c\\x9b2J\.txt: error"),
            keeps=["z"]),
        Row("an input without a name", z, "extract '' z.txt", 1, says=r"error: no such file or folder", keeps=["z"]),
        Row("a name longer than names may be", z, f"extract {'a' * 300}.txt z.txt", 1,
            says=r"aaa\.txt: error: cannot open: File name too long", keeps=["z"]),
        Row("standard input twice", {}, "extract - -", 1, says=r"-: error: expected an article, found an empty file",
            stdin=text(), keeps=["stdin"]),
        Row("standard input that is closed", z, "extract - z.txt", 1, says=r"-: error: cannot read: Bad file descriptor",
            keeps=["z"], how="closed stdin"),
        Row("3,000 empty files", {"in": {f"{i:04}.txt": b"" for i in range(3000)}, **z}, "extract in z.txt", 1,
            says=(r"in/0000\.txt: error: .*an empty file", r"in/2999\.txt: error: .*an empty file"), keeps=["z"]),
    ]


def output_rows():
    a = {"a.txt": text()}
    big = {"a.txt": text(ARTICLE * 60), "g.json": changed(lambda g: None)}
    rows = []
    # Every command that writes, on every output that cannot be written.
    for name, command in (("build", "build a.txt"), ("extract", "extract a.txt"), ("parse", "parse a.txt"),
                          ("resolve", "resolve o.jsonl"), ("export", "export g.json -f graphml"),
                          ("query", "query g.json stats")):
        files = {**big, "o.jsonl": jsonl(observations())}
        rows += [
            Row(f"{name}: full disk", files, f"{command} -o /dev/full", 3,
                says=r"/dev/full: cannot write this file: No space left on device"),
            Row(f"{name}: full standard output", files, command, 3, says=r"standard output", how="full stdout"),
            Row(f"{name}: output in a missing folder", files, f"{command} -o no/such/out", 3,
                says=r"no/such/out: cannot create this file: No such file or directory"),
            Row(f"{name}: output is a folder", {**files, "out": folder}, f"{command} -o out", 3,
                says=r"out: cannot open for writing this file: Is a directory"),
        ]
    rows += [
        Row("closed standard output", big, "extract a.txt", 3, says="standard output", how="closed stdout"),
        Row("closed standard error", {**a, "b.txt": b""}, "build a.txt b.txt -o g.json", 1, keeps=["a"], output="g.json",
            how="closed stderr"),
        Row("everything closed", {**a, "b.txt": b""}, "build a.txt b.txt -o g.json", 1, keeps=["a"], output="g.json",
            how="closed all"),
        Row("everything closed, nothing to write to", a, "build a.txt", 3, how="closed all"),
        Row("a disk that is too small", {"a.jsonl": jsonl(*(record(f"d{i}") for i in range(30)))},
            "extract a.jsonl -o small/out.jsonl", 3,
            says=r"small/out\.jsonl: cannot write this file: No space left on device", how="tiny disk"),
        Row("a file that may not grow", {**big, "out.jsonl": b"precious\n"}, "extract a.txt -o out.jsonl", 3,
            says=r"out\.jsonl: cannot write this file: File too large", output="out.jsonl", how="file limit"),
        Row("a folder that may not be written", {**a, "sealed": with_mode(0o555)}, "extract a.txt -o sealed/out", 3,
            says=r"sealed/out: cannot create this file: Permission denied", how="unprivileged"),
        Row("a file that may not be written", {**a, "out": with_mode(0o444, b"precious\n")}, "extract a.txt -o out", 3,
            says=r"out: cannot open for writing this file: Permission denied", output="out", how="unprivileged"),
        Row("a second output that cannot be written", a, "build a.txt -o g.json --dot no/g.dot", 3,
            says=r"no/g\.dot: cannot create this file: No such file or directory", output="g.json"),
        Row("a first output that cannot be written", a, "build a.txt -o no/g.json --dot g.dot", 3,
            says=r"no/g\.json: cannot create this file: No such file or directory", output="g.dot"),
        Row("nothing to write", {"a.txt": b"", "out": b"precious\n"}, "extract a.txt -o out", 3,
            says=r"a\.txt: error", output="out"),
        Row("nothing to build", {"a.txt": b"", "out": b"precious\n"}, "build a.txt -o out", 3,
            says=r"a\.txt: error", output="out"),
        Row("two outputs in one file", a, "build a.txt -o g --dot g", 2, says=r"--dot: expected a file of its own, found 'g', that of --output",
            output="g"),
        Row("an output onto an input", a, "extract a.txt -o a.txt", 2,
            says=r"--output: expected a file that is no input, found 'a\.txt'"),
    ]
    return rows


def graph_rows():
    def drop(*path):
        def change(value):
            for step in path[:-1]:
                value = value[step]
            del value[path[-1]]

        return change

    def put(new, *path):
        def change(value):
            for step in path[:-1]:
                value = value[step]
            value[path[-1]] = new

        return change

    def add(what, new):
        return lambda value: value[what].append(new)

    good = changed(lambda g: None)
    other = {"id": "e3", "source": "person:tolland", "target": "person:brandt", "kind": "denies",
             "evidence": evidence("x")}
    wrong = [
        # name, JSON, what is said after the file's name and line
        ("an empty file", b"", "expected JSON"),
        ("cut off", good[:-30], "expected JSON, found Missing a comma or }|expected JSON"),
        ("no JSON", b"digraph { a -> b }", "expected JSON"),
        ("a binary file", noise(500), "expected (JSON|an object)"),
        ("a NUL byte behind it", good + b"\0", "expected JSON"),
        ("an array", b"[1]", "expected an object, found an array"),
        ("another schema", changed(put("gainsay-graph/2", "schema")),
         r'schema: expected "gainsay-graph/1", found "gainsay-graph/2"'),
        ("no schema", changed(drop("schema")), r'expected a field schema: "gainsay-graph/1", found none'),
        ("nodes that are no list", changed(put({}, "nodes")), r"nodes: expected an array, found an object"),
        ("a node that is none", changed(put(7, "nodes", 1)), r"nodes\[1\]: expected an object, found a number"),
        ("a node without an id", changed(drop("nodes", 1, "id")), r"nodes\[1\]\.id: expected a string, found none"),
        ("an id that is a number", changed(put(7, "nodes", 1, "id")),
         r"nodes\[1\]\.id: expected a string, found a number"),
        ("an unknown kind of node", changed(put("Spy", "nodes", 0, "kind")), r"nodes\[0\]\.kind: expected one of Person"),
        ("duplicate ids of nodes", changed(put("person:brandt", "nodes", 1, "id")),
         r"nodes\[1\]: node 'person:brandt': expected an id of its own, found that of another node"),
        ("a claim without a status", changed(drop("nodes", 2, "status")),
         r"nodes\[2\]: node 'claim:1': expected a status"),
        ("an empty label", changed(put("", "nodes", 0, "label")), r"nodes\[0\]: .*expected a label, found an empty"),
        ("half a surrogate pair", changed(put("\ud83d", "nodes", 0, "label")), r"expected JSON, found .*surrogate"),
        ("the second half of a surrogate pair alone", good.replace(b"Mira", b"Mi\\udc00ra"),
         r"expected JSON, found half a surrogate pair, .udc00 \(byte \d+\)"),
        ("invalid UTF-8", good.replace(b"Mira", b"Mi\xffra"), r"expected JSON, found a byte that is no UTF-8"),
        ("an unknown kind of edge", changed(put("loves", "edges", 0, "kind")), r"edges\[0\]\.kind: expected one of asserts"),
        ("an edge that the schema forbids", changed(add("edges", other)),
         r"edges\[2\]: edge 'person:tolland' denies 'person:brandt': expected a target of the kinds .*found Person"),
        ("an edge to a node that is missing", changed(put("person:nobody", "edges", 0, "target")),
         r"edges\[0\]: target: expected the id of a node, found 'person:nobody'"),
        ("duplicate ids of edges", changed(put("e1", "edges", 1, "id")),
         r"edges\[1\]: .*expected an id of its own, found 'e1', that of another edge"),
        ("an edge's id that is a node's", changed(put("claim:1", "edges", 1, "id")),
         r"edges\[1\]: .*expected an id of its own, found 'claim:1', that of a node"),
        ("an edge without evidence", changed(put([], "edges", 1, "evidence")),
         r"edges\[1\]: .*expected a piece of evidence, found none"),
        ("a span that is not as long as its text", changed(put([0, 500], "edges", 1, "evidence", 0, "span")),
         r"edges\[1\]: .*evidence\.text to be what the document has"),
        ("a span that ends before it begins", changed(put([9, 3], "edges", 1, "evidence", 0, "span")),
         r"edges\[1\]\.evidence\[0\]\.span: expected two byte offsets, begin before end"),
        ("a span below zero", changed(put([-3, 3], "edges", 1, "evidence", 0, "span")),
         r"edges\[1\]\.evidence\[0\]\.span: expected two byte offsets"),
        ("a span of numbers that nothing can hold", changed(put([0, 10**30], "edges", 1, "evidence", 0, "span")),
         r"edges\[1\]\.evidence\[0\]\.span: expected two byte offsets"),
        ("spans outside the evidence", changed(put([[0, 9000]], "edges", 1, "evidence", 0, "content")),
         r"edges\[1\]: .*expected spans inside the evidence's \[0, 43\), found \[0, 9000\)"),
        ("a weight that is none", good.replace(b'"weight": 1', b'"weight": 1e999'), "Number too big"),
        ("a weight below zero", changed(put(-1, "edges", 0, "weight")), r"edges\[0\]: .*expected a weight above 0"),
        ("a confidence above one", changed(put(7, "edges", 0, "confidence")),
         r"edges\[0\]: .*expected a confidence from 0 to 1"),
        ("a date that is none", changed(put("2014-13-45", "edges", 0, "date")),
         r"edges\[0\]: .*expected an ISO 8601 date or interval, found '2014-13-45'"),
        ("a relay that is missing", changed(put(["x"], "edges", 1, "relayed_by")),
         r"edges\[1\]: relayed_by: expected the id of a node, found 'x'"),
        ("100,000 levels", b'{"schema": "gainsay-graph/1", "x": ' + b"[" * 100000, "found more than 100 levels"),
    ]
    rows = []
    for number, (name, content, words) in enumerate(wrong):
        # Half of them through each reader.
        command = "query g.json stats" if number % 2 else "export g.json -f graphml"
        rows.append(Row(f"graph: {name}", {"g.json": content}, command, 3, says=rf"g\.json(:\d+)?:? .*({words})"))
    rows += [
        Row("graph: none", {}, "query no.json stats", 3, says=r"no\.json: cannot open this file: No such file"),
        Row("graph: a folder", {"g": folder}, "query g stats", 3, says=r"g: cannot read this file: Is a directory"),
        Row("graph: unreadable", {"g.json": with_mode(0, good)}, "export g.json -f dot", 3,
            says=r"g\.json: cannot open this file: Permission denied", how="unprivileged"),
        Row("graph: from an empty standard input", {}, "query - stats", 3, says=r"standard input:1: expected JSON"),
        Row("graph: kept output", {"g.json": good[:-30], "out.dot": b"precious\n"}, "export g.json -o out.dot", 3,
            says=r"g\.json:\d+: expected JSON", output="out.dot"),
        Row("graph: a name that nobody has", {"g.json": good}, "query g.json neighbors Nobody", 2, says=r"Nobody"),
        Row("graph: empty, drawn", {"g.json": b'{"schema": "gainsay-graph/1", "nodes": [], "edges": []}'},
            "export g.json -f svg", 0),
        Row("graph: with a byte order mark", {"g.json": b"\xef\xbb\xbf" + good}, "query g.json stats", 0, silent=True),
    ]
    return rows


def observation_rows():
    def line(change=None, id="a"):
        value = observations(id)
        if change:
            change(value)
        return value

    def put(new, *path):
        def change(value):
            for step in path[:-1]:
                value = value[step]
            value[path[-1]] = new

        return change

    good = line(id="good")
    wrong = [
        ("broken JSON", b'{"document": {', "expected a JSON object, found .* at byte 14"),
        ("no object", b"[]", "expected an object, found an array"),
        ("another kind of JSON Lines", json.dumps(record("a")).encode(), "expected a member 'document', found none"),
        ("no id", line(lambda value: value["document"].pop("id")), "document: expected a member 'id', found none"),
        ("an unknown type", line(put("Spy", "entities", 0, "type")), r"entities\[0\] type: expected .*found 'Spy'"),
        ("an unknown stance", line(put("doubts", "attributions", 0, "stance")),
         r"attributions\[0\] stance: expected .*found 'doubts'"),
        ("a span below zero", line(put([-1, 4], "events", 0, "trigger")),
         r"events\[0\] trigger\[0\]: expected an integer from 0"),
        ("a span of three", line(put([1, 2, 3], "events", 0, "trigger")),
         r"events\[0\] trigger: expected two integers, found 3 values"),
        ("a span that ends before it begins", line(put([4, 1], "events", 0, "trigger")),
         r"events\[0\] trigger: expected a span whose end is not before its begin"),
        ("a span outside the text", line(put([[20, 9000]], "attributions", 0, "content")),
         "attribution 0 has a source, cue or content outside its span"),
        ("a text that is not as long as its span", line(put("Tolland", "attributions", 0, "text")),
         "attribution 0 has a text that is not as long as its span"),
        ("a mention's text that is not as long as its span", line(put("T", "entities", 0, "mentions", 0, "text")),
         "entity 0 has a mention whose text is not as long as its span"),
        ("an event's text that is not as long as its span", line(put("T", "events", 0, "text")),
         "event 0 has a text that is not as long as its span"),
        ("a trigger outside its clause", line(put([900, 903], "events", 0, "trigger")), "event 0 has no trigger inside its span"),
        ("half a surrogate pair", json.dumps(line()).replace("was gone\"", "was \\udc00one\"").encode(),
         "expected a JSON object, found half a surrogate pair, .udc00 at byte"),
        ("no text of an attribution", line(lambda value: value["attributions"][0].pop("text")),
         "attribution 0 has propositions and no text"),
        ("an attribution's date that is none", line(put("2014-13-45", "attributions", 0, "date")),
         "attribution 0 has a date that is no ISO 8601 date or interval"),
        ("a proposition of nothing", line(put([30, 30], "attributions", 0, "propositions", 0, "span")),
         "attribution 0 has a proposition without a text"),
        ("no content of an attribution", line(put([], "attributions", 0, "content")),
         "attribution 0 has propositions and no content"),
        ("an empty name", line(put("", "entities", 0, "name")), "entity 0 has no name"),
        ("an unknown entity", line(put(7, "attributions", 0, "source_entity")),
         r"attribution 0 has an unknown entity as source"),
        ("nested in itself", line(put(0, "attributions", 0, "nested_in")),
         r"attribution 0 is nested in an unknown attribution"),
        ("a date that is none", line(put({"value": "yesterday", "span": [0, 1]}, "events", 0, "date")),
         r"events\[0\] date value: expected an ISO 8601 date or interval, found 'yesterday'"),
        ("ids that do not count", line(put(5, "events", 0, "id")), r"events\[0\] id: expected 0 \(its position"),
        ("a confidence of 7", line(put(7, "attributions", 0, "confidence")), "attribution 0 has a confidence that is not from 0 to 1"),
        ("an empty id", line(id=""), "the document has no id"),
        ("a publication date that is none", line(put("some day", "document", "published")),
         r"document published: expected an ISO 8601 date"),
    ]
    rows = [
        Row(f"observations: {name}", {"o.jsonl": jsonl(good, content, line(id="later"))}, "resolve o.jsonl -o g.json", 1,
            says=rf"o\.jsonl:2: error: .*{words}", keeps=["good", "later"], output="g.json")
        for name, content, words in wrong
    ]
    rows += [
        Row("observations: an empty file", {"o.jsonl": b""}, "resolve o.jsonl -o g.json", 3, output="g.json",
            says=r"there is no document in the inputs"),
        Row("observations: a folder", {"o": folder, "p.jsonl": jsonl(good)}, "resolve o p.jsonl -o g.json", 1,
            says=r"o: error: expected a file of observations, found a folder", keeps=["good"], output="g.json"),
        Row("observations: a missing shard", {"p.jsonl": jsonl(good)}, "resolve o.jsonl p.jsonl -o g.json", 1,
            says=r"o\.jsonl: error: cannot open: No such file", keeps=["good"], output="g.json"),
        Row("observations: cut off", {"o.jsonl": jsonl(good, line())[:-100]}, "resolve o.jsonl -o g.json", 1,
            says=r"o\.jsonl:2: error: expected a JSON object, found .* at byte \d+", keeps=["good"], output="g.json"),
        Row("observations: damaged gzip data", {"o.jsonl.gz": gz(jsonl(good))[:-9], "p.jsonl": jsonl(good)},
            "resolve o.jsonl.gz p.jsonl -o g.json", 1, says=r"o\.jsonl\.gz: error: .*whole gzip", keeps=["good"],
            output="g.json"),
        Row("observations: the same document twice", {"o.jsonl": jsonl(good, good)}, "resolve o.jsonl -o g.json", 0,
            keeps=["good"], output="g.json"),
        *(Row(f"observations: a dictionary of actors that begins with {name}", {"o.jsonl": jsonl(good), "d.txt": content},
              "resolve o.jsonl --actors d.txt -o g.json", 0,
              says=rf"d\.txt:{at}: warning: expected an actor before its other names and codes, found none",
              keeps=["good"], output="g.json")
          for name, at, content in (("a code", 1, b"[5]\n"), ("an empty line and a code", 2, b"\n[USAGOV]\n"))),
        Row("observations: events without their sentences, of a program that knows none", {"o.jsonl": jsonl(*(
            line(lambda value: (value["events"][0].pop("text"), value["events"][0].pop("trigger_text"),
                                value["entities"].append({**value["entities"][0], "id": 1, "name": "Nora Brandt"}),
                                value["events"][0]["arguments"].append(
                                    {"role": "companion", "entity": 1, "span": [46, 49]})), id=id)
            for id in ("a", "b")))}, "resolve o.jsonl -o g.json", 0, keeps=["a", "b"], output="g.json"),
        Row("observations: one id, two documents",
            {"o.jsonl": jsonl(good), "p.jsonl": jsonl(line(put("1" * 64, "document", "sha256"), id="good"))},
            "resolve o.jsonl p.jsonl -o g.json", 0,
            says=r"p\.jsonl:1: warning: the id 'good' is that of another document too \(o\.jsonl:1\)",
            keeps=["good", "good-2"], output="g.json"),
    ]
    return rows


def conllu_rows():
    good = conllu("good")
    wrong = [
        # name, second document, line in it, words
        ("three columns", b"# newdoc id = bad\n1\tonly\tthree\n\n", 2, "expected 10 columns divided by tabs, found 3"),
        ("plain text", b"# newdoc id = bad\n" + text(SHORT), 2, "expected 10 columns divided by tabs, found 1"),
        ("a word's number that is missing", conllu(r3c1="5"), 5, "expected word number 3, found '5'"),
        ("a head that is no number", conllu(r1c7="x"), 3, "expected the number of a head or 0 in column 7, found 'x'"),
        ("a head below zero", conllu(r1c7="-1"), 3, "expected the number of a head or 0 in column 7, found '-1'"),
        ("a head out of range", conllu(r1c7="9"), 7, "expected heads up to 4 in the sentence before this line, found 9"),
        ("a cycle", conllu(r1c7="3", r3c7="1"), 7, "expected a tree .*, found a cycle above word 1"),
        ("a word that is its own head", conllu(r3c7="3"), 7, "expected a tree .*, found a cycle above word 3"),
        ("two roots", conllu(r3c7="0"), 7, "expected a tree .*, found 2 roots"),
        ("no root", conllu(r2c7="3"), 7, "expected a tree .*, found a cycle above word 1"),
        ("a form that is empty", conllu(r1c2=""), 3, "expected a form in column 2, found nothing"),
        ("invalid UTF-8", conllu().replace(b"denied\t", b"d\xffnied\t"), 4, "expected UTF-8, found a byte that is not"),
        ("a NUL byte", conllu().replace(b"denied\t", b"d\0nied\t"), 4, "expected text, found a NUL byte"),
        ("a range that overlaps", conllu(comments=("1-2\ta\t_\t_\t_\t_\t_\t_\t_\t_", "1-2\tb\t_\t_\t_\t_\t_\t_\t_\t_")), 3,
         "expected ranges of words that do not overlap"),
        ("a range behind the end", conllu(comments=("1-9\ta\t_\t_\t_\t_\t_\t_\t_\t_",)), 7, "expected words up to 9"),
    ]
    rows = []
    for name, content, at, words in wrong:
        says = rf"a\.conllu:{at + good.count(bytes([10]))}: .*{words}"
        rows.append(Row(f"CoNLL-U: {name}", {"a.conllu": good + content, "z.conllu": conllu("z")},
                        "extract --conllu a.conllu z.conllu", 1, says=says, keeps=["good", "z"]))
    rows += [
        Row("CoNLL-U: a broken document between good ones",
            {"a.conllu": good + conllu("bad", r1c7="x") + conllu("later")}, "extract --conllu a.conllu", 1,
            says=r"a\.conllu:10: error: .*head", keeps=["good", "later"]),
        Row("CoNLL-U: words that are not the text's", {"a.conllu": conllu(comments=("# text = Something else.",))},
            "extract --conllu a.conllu", 0, says=r"a\.conllu:7: warning: the words .* do not add up to its '# text'",
            keeps=["a"]),
        Row("CoNLL-U: an unknown part of speech", {"a.conllu": conllu(r2c4="VB")}, "extract --conllu a.conllu", 0,
            says=r"a\.conllu:4: warning: 'VB' is no universal part of speech", keeps=["a"]),
        Row("CoNLL-U: unknown relations", {"a.conllu": conllu(r1c8="nsubjpass", r3c8="x\u00e4")},
            "extract --conllu a.conllu", 0, keeps=["a"]),
        Row("CoNLL-U: an unknown name", {"a.conllu": conllu(r1c10="NER=B-ALIEN")}, "extract --conllu a.conllu", 0,
            says=r"a\.conllu:\d+: warning: NER=B-ALIEN is no BIO label", keeps=["a"]),
        Row("CoNLL-U: no trees at all", {"a.conllu": conllu(**{f"r{i}c7": "_" for i in range(1, 5)})},
            "extract --conllu a.conllu", 3, says=r"a\.conllu:7: error: expected a tree .*, found no head of word 1"),
        Row("CoNLL-U: duplicate ids", {"a.conllu": conllu("a") + conllu("a")}, "extract --conllu a.conllu", 0,
            says=r"a\.conllu.*: warning: the id 'a' is taken, this document is 'a-2'", keeps=["a", "a-2"]),
        Row("CoNLL-U: an empty file", {"a.conllu": b"", "z.conllu": conllu("z")}, "extract --conllu a.conllu z.conllu", 1,
            says=r"a\.conllu: error: expected a sentence in CoNLL-U, found none", keeps=["z"]),
        Row("CoNLL-U: comments alone", {"a.conllu": b"# newdoc id = a\n\n"}, "extract --conllu a.conllu", 3,
            says=r"a\.conllu: error: expected a sentence in CoNLL-U, found none"),
        Row("CoNLL-U: without its last empty line", {"a.conllu": conllu().rstrip(b"\n")}, "extract --conllu a.conllu", 0,
            silent=True, keeps=["a"]),
        Row("CoNLL-U: CR LF and a byte order mark", {"a.conllu": b"\xef\xbb\xbf" + conllu().replace(b"\n", b"\r\n")},
            "extract --conllu a.conllu", 0, silent=True, keeps=["a"]),
        Row("CoNLL-U: a folder", {"in": folder}, "extract --conllu in", 3, says=r"in: .*expected a CoNLL-U file, found a folder"),
        Row("CoNLL-U: two documents of one id to parse", {"a.conllu": conllu("a") + conllu("a")},
            "parse --pretokenized a.conllu", 0, keeps=["a", "a"]),
        Row("CoNLL-U: broken, to parse", {"a.conllu": good + b"# newdoc id = bad\n1\tx\n\n", "z.conllu": conllu("z")},
            "parse --pretokenized a.conllu z.conllu", 1, says=r"a\.conllu:9: expected 10 columns", keeps=["good", "z"]),
    ]
    return rows


def model_rows():
    a = {"a.txt": text()}
    words = r"english\.model|m\.model"

    def model(change):
        def make(path):
            with open(os.environ["GAINSAY_MODEL"], "rb") as source, open(path, "wb") as copy:
                copy.write(change(source.read()))

        return make

    def resources(**changes):
        """A folder like the product's, by links, with some files changed."""

        def make(path):
            os.makedirs(os.path.join(path, "en"))
            known = os.path.dirname(os.environ["GAINSAY_MODEL"])
            for name in os.listdir(known):
                target = os.path.join(path, "en", name)
                key = name.replace(".", "_")
                if key not in changes:
                    os.symlink(os.path.join(known, name), target)
                elif changes[key] is not None:
                    with open(target, "wb") as file:
                        file.write(changes[key])

        return make

    def row(name, files, says, command="extract a.txt", status=3, **more):
        return Row(f"model: {name}", {**a, **files}, command, status, says=says, **more)

    with_model = "--model m.model extract a.txt"
    with_resources = "--resources r extract a.txt"
    return [
        row("missing", {}, r"m\.model: cannot open this model file: No such file or directory", with_model),
        row("empty", {"m.model": b""}, r"m\.model: expected a model file of at least \d+ bytes, found 0 bytes", with_model),
        row("a text", {"m.model": text(ARTICLE * 9)}, r"m\.model: expected a gainsay model file, found a file of another",
            with_model),
        row("a folder", {"m.model": folder}, r"m\.model: expected a model file, found something that is no regular file",
            with_model),
        row("truncated", {"m.model": model(lambda m: m[: len(m) // 2])}, r"m\.model: .*damaged: .*\(cut off\)", with_model),
        row("of its first 100 bytes", {"m.model": model(lambda m: m[:100])}, r"m\.model: .*damaged: .*\(cut off\)",
            with_model),
        row("with rubbish behind it", {"m.model": model(lambda m: m + b"x")}, r"m\.model: .*damaged: .*something was added",
            with_model),
        row("of a newer version", {"m.model": model(lambda m: m[:8] + b"\x63\0\0\0" + m[12:])},
            r"m\.model: expected model format version \d+, found version 99, made for a newer gainsay", with_model),
        row("of the other byte order", {"m.model": model(lambda m: m[:12] + m[12:16][::-1] + m[16:])},
            r"m\.model: .*damaged: its byte order mark", with_model),
        row("with a flipped bit in its head", {"m.model": model(lambda m: flipped(m, 40))}, r"m\.model: .*damaged", with_model),
        row("with a flipped bit in its middle", {"m.model": model(lambda m: flipped(m, len(m) // 2))},
            r"m\.model: .*damaged: the checksum of section", with_model),
        row("unreadable", {"m.model": with_mode(0, b"x" * 100)}, r"m\.model: cannot open .*Permission denied", with_model,
            how="unprivileged"),
        row("to parse, missing", {}, r"m\.model: cannot open this model file: No such file", "--model m.model parse a.txt"),
        row("resources that are missing", {}, r"en/english\.model: expected this resource in r .*, found no such file", with_resources),
        row("resources without a table", {"r": resources(reporting_verbs_tsv=None)}, r"reporting_verbs\.tsv", with_resources),
        row("resources with a broken table", {"r": resources(reporting_verbs_tsv=b"say\tasserts\nshout\n")},
            r"reporting_verbs\.tsv:1: expected ", with_resources),
        row("resources with an unknown word", {"r": resources(reporting_verbs_tsv=b"say\tbellows\tx\ty\tz\n")},
            r"reporting_verbs\.tsv:1: expected ", with_resources),
        # All tables are checked before the first document, also those of stages that come later.
        row("resources with an unknown kind of phrases", {"r": resources(bylines_tsv=b"bye\tby\n")},
            r"bylines\.tsv:1: expected one of by, role, and, particle, found 'bye'", with_resources),
        row("resources with an unknown kind of words of claims", {"r": resources(claim_frames_tsv=b"ideas\tidea\n")},
            r"claim_frames\.tsv:1: expected ", with_resources),
        row("resources that are binary", {"r": resources(event_frames_tsv=noise(300))}, r"event_frames\.tsv:1: expected ",
            with_resources),
    ]


def usage_rows():
    a = {"a.txt": text()}
    good = changed(lambda g: None)

    def row(name, command, says, **files):
        return Row(f"usage: {name}", {**a, "g.json": good, **files}, command, 2, says=says)

    return [
        row("a command that is none", "biuld a.txt", "there is no command 'biuld'; did you mean 'build'"),
        row("no input", "build", "ARTICLES|inputs"),
        row("an option that is none", "extract a.txt --fast", "--fast"),
        row("threads that are no number", "extract a.txt --threads many", "--threads"),
        row("threads below zero", "extract a.txt --threads=-1", "--threads"),
        row("more threads than sense", "extract a.txt --threads 100000", "--threads"),
        row("a date that is none", "extract a.txt --published tomorrow",
            "publication date: expected YYYY, YYYY-MM or YYYY-MM-DD, found 'tomorrow'"),
        row("an input format that is none", "extract a.txt --input-format word", "--input-format: expected .*found 'word'"),
        row("an export format that is none", "export g.json -f docx", "--format: expected .*found 'docx'"),
        row("no export format", "export g.json", "--format: expected .*found none"),
        row("a view that is none", "export g.json -f dot --view dreams", "--view: expected .*found 'dreams'"),
        row("kinds that are none", "query g.json neighbors Tolland --kinds loves", "--kinds: expected .*found 'loves'"),
        row("a path length out of range", "query g.json paths Tolland Brandt --max-length 99", "--max-length"),
        row("a weight that is none", "export g.json -f dot --min-weight heavy", "--min-weight"),
        row("a query that is none", "query g.json dreams", "(?i)dreams|subcommand|query"),
    ]


GROUPS = {
    "encoding": encoding_rows,
    "containers": container_rows,
    "markup": markup_rows,
    "json": json_rows,
    "files": file_rows,
    "outputs": output_rows,
    "graphs": graph_rows,
    "observations": observation_rows,
    "conllu": conllu_rows,
    "models": model_rows,
    "usage": usage_rows,
}
"""Name of a group to the function that makes its rows."""
