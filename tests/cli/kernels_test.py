"""GAINSAY_KERNEL: the whole program gives the same bytes with every kernel that this machine can run."""

import os
import re
import tempfile
import unittest
from pathlib import Path

from program import run

ARTICLES = Path(__file__).parents[2] / "samples" / "articles"


def run_with(kernel, *arguments, stdin=""):
    return run(*arguments, stdin=stdin, env={"GAINSAY_KERNEL": kernel})


def kernels():
    """The kernels of this machine, out of the message about one that there is not; none without a trained model."""
    result = run_with("none", "parse", "-", stdin="A word.\n")
    found = re.search(r"one that this processor runs \(([a-z0-9, ]+)\)", result.stderr)
    return found.group(1).split(", ") if found else []


KERNELS = kernels()


@unittest.skipUnless(KERNELS, "no trained model")
class Kernels(unittest.TestCase):
    def assert_same_with_all(self, make):
        """`make` gives bytes for a kernel's name."""
        self.assertEqual(KERNELS[0], "plain")
        expected = make("plain")
        self.assertGreater(len(expected), 100)
        for kernel in KERNELS[1:] + [""]:
            self.assertEqual(make(kernel), expected, kernel or "chosen by the program")

    def test_an_unknown_kernel_is_wrong_usage(self):
        for name in "none", "AVX2", "avx2 ", "\x1b[31m":
            result = run_with(name, "build", ARTICLES)
            self.assertEqual(result.returncode, 2, name)
            self.assertEqual(result.stdout, "")
            self.assertIn("environment variable GAINSAY_KERNEL: expected", result.stderr)
            self.assertIn("plain", result.stderr)

    def test_build_gives_the_same_bytes_with_every_kernel(self):
        with tempfile.TemporaryDirectory(prefix="gainsay-kernels-") as folder:

            def build(kernel):
                output = os.path.join(folder, f"graph-{kernel}.json")
                result = run_with(kernel, "build", ARTICLES, "-o", output)
                self.assertEqual(result.returncode, 0, result.stderr)
                return Path(output).read_bytes()

            self.assert_same_with_all(build)

    def test_extract_gives_the_same_bytes_with_every_kernel(self):
        def extract(kernel):
            result = run_with(kernel, "extract", ARTICLES)
            self.assertEqual(result.returncode, 0, result.stderr)
            return result.stdout

        self.assert_same_with_all(extract)

    def test_parse_gives_the_same_bytes_with_every_kernel(self):
        text = "".join(path.read_text() + "\n\n" for path in sorted(ARTICLES.glob("*.txt")))

        def parse(kernel):
            result = run_with(kernel, "parse", "-", stdin=text)
            self.assertEqual(result.returncode, 0, result.stderr)
            return result.stdout

        self.assert_same_with_all(parse)


if __name__ == "__main__":
    unittest.main()
