"""Runs over many documents: the same bytes for any number of threads, and memory that does not grow with their number."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from articles import Articles

PROGRAM = os.environ["GAINSAY"]
SAMPLES = os.environ["GAINSAY_SAMPLES"]
SANITIZED = os.environ.get("GAINSAY_SANITIZED", "") not in ("", "0")
# A sanitized program is some ten times slower.
DOCUMENTS = 40 if SANITIZED else 300
LONG_RUN = 100 if SANITIZED else 3000


def run(*arguments, cwd=None):
    return subprocess.run([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, cwd=cwd,
                          timeout=3000)  # it hangs


class Runs(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="gainsay-many-")
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()


class ManyDocuments(Runs):
    def assertSame(self, command, inputs, status, outputs):
        """Data and messages are the same for 1, 2 and 8 threads."""
        first = None
        for threads in (1, 2, 8):
            result = run(*command, *inputs, "--threads", threads, cwd=self.folder)
            self.assertEqual(result.returncode, status, result.stderr.decode()[-2000:])
            found = [result.stdout, result.stderr, *(self.read(name) for name in outputs)]
            first = first or found
            for one, other, name in zip(found, first, ("standard output", "standard error", *outputs)):
                self.assertTrue(one == other, f"{name}: {threads} threads give other bytes than one")
        return first

    def test_same_graph_of_the_samples(self):
        outputs = ["g.json", "g.graphml", "g.dot"]
        command = ["build", "-o", "g.json", "--graphml", "g.graphml", "--dot", "g.dot"]
        found = self.assertSame(command, [SAMPLES], 0, outputs)
        self.assertIn(b'"denies"', found[2])

    def test_same_observations_and_graph_of_varied_documents(self):
        Articles(11).write_folder(self.path("in"), DOCUMENTS)
        observations = self.assertSame(["extract"], ["in"], 1, [])
        documents = observations[0].count(b"\n")
        refused = len(re.findall(rb": error: ", observations[1]))
        self.assertGreater(documents, DOCUMENTS * 0.8)
        self.assertGreater(refused, 0)
        # Nothing is lost: every file and every line is a document or an error.
        lines = self.read("in/wire.jsonl").count(b"\n") + 1
        self.assertEqual(documents + refused, len(os.listdir(self.path("in"))) - 1 + lines)
        self.assertSame(["build", "-o", "g.json"], ["in"], 1, ["g.json"])
        # The graph of all is the graph of their observations.
        with open(self.path("o.jsonl"), "wb") as file:
            file.write(observations[0])
        resolved = run("resolve", "o.jsonl", "-o", "r.json", "--quiet", cwd=self.folder)
        self.assertEqual((resolved.returncode, resolved.stderr), (0, b""))
        self.assertTrue(self.read("r.json") == self.read("g.json"), "extract and resolve give another graph than build")


class Memory(Runs):
    """Slow."""

    def peak(self, count):
        """MB that `extract` needs at most for so many articles of about 200 words."""
        Articles(12).write_lines(self.path("in.jsonl"), count, 11)
        command = [PROGRAM, "extract", "in.jsonl", "-o", "out.jsonl", "--threads", "2", "--quiet"]
        with subprocess.Popen(command, cwd=self.folder, stderr=subprocess.PIPE) as process:
            errors = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual((process.returncode, errors), (0, b""))
        self.assertEqual(self.read("out.jsonl").count(b"\n"), count)
        return usage.ru_maxrss / 1024

    def test_memory_is_bounded_by_the_documents_in_flight(self):
        few = self.peak(LONG_RUN // 10)
        many = self.peak(LONG_RUN)
        print(f"{LONG_RUN // 10} articles: {few:.0f} MB, {LONG_RUN} articles: {many:.0f} MB", file=sys.stderr)
        # Kept in memory, the text, words and observations of 3,000 articles would be several hundred.
        self.assertLess(many - few, 60)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *(sys.argv[1:] or ["ManyDocuments"])])
