"""`gainsay extract -`, fed by somebody who sends an article now and then: none is kept back until the next one comes."""

import json
import os
import pathlib
import select
import subprocess
import unittest

from program import HANGS, PROGRAM, run

TEXTS = ["Norway suspended the talks on Monday.", "Mira Tolland denied it.", "\"We agreed,\" the mayor of Bergen said. {\"}",
         "The council did not answer."]
LINES = [json.dumps({"id": f"wire-{number}", "title": "A \\ \"title\"", "text": text}) + "\n" for number, text in enumerate(TEXTS)]


class Sender:
    """The program, running; it is sent lines, and says what comes out by then."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen([PROGRAM, "extract", "--quiet", *map(str, arguments)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            stream.close()

    def send(self, text):
        self.process.stdin.write(text.encode())
        self.process.stdin.flush()

    def receive(self, lines):
        """So many lines of output, or what came before the program hung."""
        found = b""
        while found.count(b"\n") < lines and select.select([self.process.stdout], [], [], HANGS)[0]:
            piece = os.read(self.process.stdout.fileno(), 1 << 16)
            if not piece:
                break
            found += piece
        return found.decode()


class Stream(unittest.TestCase):
    def check(self, *arguments):
        expected = run("extract", "--quiet", *arguments, stdin="".join(LINES)).stdout.splitlines(keepends=True)
        self.assertEqual(len(expected), len(LINES))
        with Sender(*arguments) as sender:
            for line, wanted in zip(LINES, expected):
                sender.send(line)
                self.assertEqual(sender.receive(1), wanted)
            sender.process.stdin.close()
            self.assertEqual((sender.receive(1), sender.process.wait(HANGS)), ("", 0))

    def test_each_article_comes_out_before_the_next_goes_in(self):
        for threads in (1, 2, 3):
            with self.subTest(threads=threads):
                self.check("-", "--threads", threads)

    def test_the_format_may_be_said(self):
        self.check("-", "--input-format", "jsonl")

    def test_lines_that_come_in_pieces(self):
        expected = run("extract", "--quiet", "-", stdin="".join(LINES)).stdout
        with Sender("-", "--threads", 2) as sender:
            whole = "".join(LINES)
            for begin in range(0, len(whole), 7):
                sender.send(whole[begin:begin + 7])
            self.assertEqual(sender.receive(len(LINES)), expected)

    def test_what_stands_before_standard_input_does_not_wait_for_it(self):
        article = pathlib.Path(__file__).resolve().parents[2] / "samples" / "articles"
        first = sorted(path for path in article.iterdir() if path.suffix == ".txt")[0]
        with Sender(first, "-") as sender:
            self.assertEqual(json.loads(sender.receive(1))["document"]["id"], first.stem)
            sender.send(LINES[0])
            self.assertEqual(json.loads(sender.receive(1))["document"]["id"], "wire-0")


if __name__ == "__main__":
    unittest.main()
