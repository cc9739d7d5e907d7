"""What a whole run leaves behind when memory or room runs out in the middle of it, or somebody ends it.

faults_test.py [--points N] [--kills N] [NAME…]: in the ordinary tests a few places of each run, spread over all of it;
`--points 2000 --kills 200` looks closer. Needs the environment's GAINSAY, GAINSAY_SAMPLES and GAINSAY_FAULTS (the library
of faults.cpp).
"""

import argparse
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = os.environ["GAINSAY"]
SAMPLES = pathlib.Path(os.environ["GAINSAY_SAMPLES"])
FAULTS = os.environ["GAINSAY_FAULTS"]
SANITIZED = os.environ.get("GAINSAY_SANITIZED", "") not in ("", "0")
OPTIONS = argparse.Namespace(points=25, kills=24)
OLD = b"what stood there before\n"


class Run:
    """A command with the files that it writes."""

    def __init__(self, name, arguments, outputs, draws=False):
        self.name = name
        self.arguments = arguments
        self.outputs = outputs
        # By Graphviz, fontconfig and GLib, which end a program that gets no memory for them.
        self.draws = draws


# Each writes what stood there before.
RUNS = [
    Run("build", ["build", "articles", "--threads", "1", "--graphml", "g.graphml", "--html", "g.html", "-o", "g.json"],
        ["g.graphml", "g.html", "g.json"]),
    Run("extract", ["extract", "articles", "--threads", "1", "-o", "o.jsonl"], ["o.jsonl"]),
    Run("parse", ["parse", "articles/harbor_post.txt", "-o", "p.conllu"], ["p.conllu"]),
    Run("resolve", ["resolve", "in.jsonl", "-o", "g.json", "--gexf", "g.gexf"], ["g.gexf", "g.json"]),
    Run("draw", ["resolve", "in.jsonl", "-o", "g.json", "--dot", "g.dot"], ["g.dot", "g.json"], draws=True),
    Run("export", ["export", "in.json", "-o", "e.graphml"], ["e.graphml"]),
    Run("query", ["query", "in.json", "disputes", "-o", "q.txt"], ["q.txt"]),
    Run("verify", ["verify", "in.json", "--documents", "articles", "-o", "v.txt"], ["v.txt"]),
]


class Faults(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="gainsay-faults-")
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.folder = pathlib.Path(cls.scratch.name)
        articles = cls.folder / "articles"
        articles.mkdir()
        for name in ("harbor_post.txt", "harbor_post.json", "meridian_page.html", "wire.jsonl"):
            shutil.copy(SAMPLES / name, articles)
        for arguments in (["extract", "articles", "-o", "in.jsonl"], ["resolve", "in.jsonl", "-o", "in.json"]):
            subprocess.run([PROGRAM, *arguments], cwd=cls.folder, check=True)
        cls.whole = {}
        cls.counts = {}
        cls.seconds = {}
        for run in RUNS:
            counts = cls.folder / "counts"
            started = time.monotonic()
            subprocess.run([PROGRAM, *run.arguments], cwd=cls.folder, check=True,
                           env=cls.environment(FAULT_COUNTS=str(counts)))
            cls.seconds[run.name] = time.monotonic() - started
            cls.counts[run.name] = [int(word) for word in counts.read_text(encoding="ascii").split()]
            cls.whole[run.name] = {name: (cls.folder / name).read_bytes() for name in run.outputs}
            counts.unlink()
            for name in run.outputs:
                (cls.folder / name).unlink()
        cls.kept = {path.name for path in cls.folder.iterdir()}

    @staticmethod
    def environment(**faults):
        return {**os.environ, "LD_PRELOAD": FAULTS, **faults}

    def prepare(self, run):
        for name in run.outputs:
            (self.folder / name).write_bytes(OLD)

    def left_behind(self):
        outputs = {name for each in RUNS for name in each.outputs}
        return {path.name for path in self.folder.iterdir()} - self.kept - outputs

    def states(self, run):
        """Of each output: "old" or "new"; anything else is half a file."""
        found = []
        for name in run.outputs:
            content = (self.folder / name).read_bytes()
            self.assertIn(content, (OLD, self.whole[run.name][name]), f"{name} is neither the old file nor the new one")
            found.append("old" if content == OLD else "new")
        return found

    def fail_at(self, run, **fault):
        self.prepare(run)
        done = subprocess.run([PROGRAM, *run.arguments], cwd=self.folder, env=self.environment(**fault),
                              capture_output=True, timeout=600)
        said = done.stderr.decode("utf-8")
        self.assertGreaterEqual(done.returncode, 0, f"killed by a signal: {said}")
        self.assertEqual(self.left_behind(), set())
        states = self.states(run)
        if done.returncode == 3:
            self.assertRegex(said, r"(?m)^gainsay: ")
        else:
            # Somebody could do without.
            self.assertIn(done.returncode, (0, 1), said)
            self.assertEqual(set(states), {"new"}, said)
        return done.returncode, states

    def points(self, run, kind):
        """From 1 to the number of calls: the first and the last, and as many between as are wanted."""
        count = self.counts[run.name][kind]
        chosen = random.Random(f"{run.name} {kind}")
        wanted = {1, 2, 3, count - 1, count, *(chosen.randint(1, count) for _ in range(OPTIONS.points))}
        return sorted(point for point in wanted if 1 <= point <= count)

    def test_allocations(self):
        if SANITIZED:
            self.skipTest("a sanitizer has an allocator of its own")
        for run in RUNS:
            if run.draws:
                continue
            refused = 0
            for point in self.points(run, 0):
                with self.subTest(run=run.name, allocation=point):
                    status, states = self.fail_at(run, FAULT_ALLOCATION=str(point))
                    refused += status == 3
                    if status == 3 and len(run.outputs) == 1:
                        self.assertEqual(states, ["old"])
            self.assertGreater(refused, 0, f"{run.name}: no allocation mattered")

    def test_outputs(self):
        if SANITIZED:
            self.skipTest("a sanitizer writes by calls of its own")
        for run in RUNS:
            for point in self.points(run, 1):
                with self.subTest(run=run.name, call=point):
                    status, states = self.fail_at(run, FAULT_OUTPUT=str(point))
                    # Nothing was renamed, or the outputs before the one whose renaming failed were; the folder's sync,
                    # which comes last, may fail without a word where a file system knows none.
                    self.assertIn(status, (0, 3))
                    self.assertEqual(states, sorted(states, key=("new", "old").index))

    def kill(self, run, chosen, **faults):
        self.prepare(run)
        # A new session, so that nothing but the program gets the signal.
        with subprocess.Popen([PROGRAM, *run.arguments], cwd=self.folder, env=self.environment(**faults),
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True) as process:
            number = chosen.choice((signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP))
            time.sleep(chosen.random() * self.seconds[run.name] * 1.2)
            process.send_signal(number)
            process.wait(timeout=600)
        self.assertIn(process.returncode, (-number, 0, 1))
        states = self.states(run)
        # The graph is the last.
        self.assertEqual(states, sorted(states, key=("new", "old").index), "the order of renaming")
        return number

    def test_kills(self):
        for run in RUNS:
            chosen = random.Random(run.name)
            for attempt in range(OPTIONS.kills):
                with self.subTest(run=run.name, attempt=attempt):
                    # Where the file system knows files without names, a kill between naming and renaming, which are
                    # two calls, can leave one; a signal that can be handled leaves none anywhere.
                    faults = {"FAULT_NO_TMPFILE": "1"} if attempt % 2 else {}
                    number = self.kill(run, chosen, **faults)
                    if number != signal.SIGKILL:
                        self.assertEqual(self.left_behind(), set(), signal.Signals(number).name)
                    self.prepare(run)
                    if self.left_behind() or attempt + 1 == OPTIONS.kills:
                        done = subprocess.run([PROGRAM, *run.arguments], cwd=self.folder, capture_output=True, timeout=600)
                        self.assertEqual(done.returncode, 0, done.stderr)
                        self.assertEqual(self.left_behind(), set(), "the next run removes what a killed one left")
                        self.assertEqual(set(self.states(run)), {"new"})

    def test_closed_descriptors(self):
        for closed in ((0,), (1,), (2,), (0, 1), (0, 2), (1, 2), (0, 1, 2)):
            for run in RUNS:
                with self.subTest(run=run.name, closed=closed):
                    self.prepare(run)
                    done = subprocess.run([PROGRAM, *run.arguments], cwd=self.folder, timeout=600,
                                          preexec_fn=lambda closed=closed: [os.close(each) for each in closed])
                    self.assertIn(done.returncode, (0, 1))
                    self.assertEqual(set(self.states(run)), {"new"})

    def test_a_model_that_is_cut_short_while_it_is_read(self):
        """A mapped file that loses its end gives a signal on the next touch: a message all the same."""
        model = self.folder / "m.model"
        shutil.copy(os.environ["GAINSAY_MODEL"], model)
        try:
            articles = self.folder / "long.txt"
            articles.write_text((SAMPLES / "harbor_post.txt").read_text(encoding="utf-8") * 300, encoding="utf-8")
            for delay in (0.05, 0.1, 0.2, 0.4, 0.8, 1.6):
                shutil.copy(os.environ["GAINSAY_MODEL"], model)
                with subprocess.Popen([PROGRAM, "--model", model, "extract", articles, "-o", self.folder / "m.jsonl"],
                                      stderr=subprocess.PIPE) as process:
                    time.sleep(delay)
                    os.truncate(model, 100)
                    said = process.stderr.read().decode("utf-8")
                self.assertIn(process.returncode, (0, 3), said)
                if process.returncode == 3:
                    self.assertRegex(said, r"^gainsay: .*(cut short|cut off|damaged|model)")
                    self.assertFalse((self.folder / "m.jsonl").exists())
                else:
                    (self.folder / "m.jsonl").unlink()
        finally:
            model.unlink()
            (self.folder / "long.txt").unlink()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", help="test_allocations, …")
    parser.add_argument("--points", type=int, default=OPTIONS.points, help="places of each run and kind of fault")
    parser.add_argument("--kills", type=int, default=OPTIONS.kills, help="of each command")
    options = parser.parse_args()
    OPTIONS.points, OPTIONS.kills = options.points, options.kills
    loader = unittest.defaultTestLoader
    tests = unittest.TestSuite(Faults(name) for name in options.names or loader.getTestCaseNames(Faults))
    sys.exit(0 if unittest.TextTestRunner(verbosity=1).run(tests).wasSuccessful() else 1)


if __name__ == "__main__":
    main()
