"""`gainsay parse`: statuses and messages for every kind of input, data alone on standard output."""

import os
import shutil
import stat
import subprocess
import tempfile
import unittest

from program import HANGS, PROGRAM, run


def missing_model():
    """Why the trained model cannot be used; empty if it can."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as text:
        text.write("A word.\n")
        text.flush()
        result = run("parse", text.name)
    return result.stderr if "english.model" in result.stderr else ""


NO_MODEL = missing_model()

SENTENCE = "".join(f"{i}\t{form}\t_\t_\t_\t_\t_\t_\t_\t_\n" for i, form in enumerate(["She", "left", "."], 1)) + "\n"


def run_bytes(*arguments, stdin=b""):
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, timeout=HANGS)


class Parse(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="gainsay-parse-")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def file(self, name, content):
        with open(self.path(name), "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return self.path(name)


class Usage(Parse):
    """What needs no model."""

    def test_no_input_is_wrong_usage(self):
        result = run("parse")
        self.assertEqual(result.returncode, 2)
        self.assertEqual(result.stdout, "")
        self.assertIn("gainsay parse --help", result.stderr)

    def test_unknown_option_is_wrong_usage(self):
        result = run("parse", "--pretokenised", "-")
        self.assertEqual(result.returncode, 2)
        self.assertIn("--pretokenised", result.stderr)

    def test_help(self):
        result = run("parse", "--help")
        self.assertEqual(result.returncode, 0)
        self.assertEqual(result.stderr, "")
        for word in ("--pretokenized", "--output", "standard input"):
            self.assertIn(word, result.stdout)

    def test_missing_model_is_named(self):
        text = self.file("a.txt", "A word.\n")
        result = run("--model", self.path("no.model"), "parse", text)
        self.assertEqual(result.returncode, 3)
        self.assertEqual(result.stdout, "")
        self.assertIn("no.model", result.stderr)
        self.assertIn("No such file", result.stderr)

    def test_a_file_that_is_no_model_is_named(self):
        text = self.file("a.txt", "A word.\n")
        model = self.file("text.model", "This is no model, though it is long enough to hold the head of one.\n" * 3)
        result = run("--model", model, "parse", text)
        self.assertEqual(result.returncode, 3)
        self.assertIn("text.model: expected a gainsay model file", result.stderr)

    def test_missing_resources_are_named(self):
        text = self.file("a.txt", "A word.\n")
        result = run("parse", text, env={"GAINSAY_RESOURCES": self.folder})
        self.assertEqual(result.returncode, 3)
        self.assertIn("english.model", result.stderr)
        self.assertIn(self.folder, result.stderr)


@unittest.skipIf(NO_MODEL, f"there is no trained model: {NO_MODEL}")
class WithModel(Parse):
    def assertDone(self, result, status=0):
        self.assertEqual(result.returncode, status, result.stderr)
        if status == 0:
            self.assertEqual(result.stderr, "")

    def test_text(self):
        result = run("parse", self.file("morning.txt", "The minister didn't answer.\n"))
        self.assertDone(result)
        lines = result.stdout.splitlines()
        self.assertEqual(lines[0], "# newdoc id = morning")
        self.assertEqual(lines[1], "# sent_id = morning-1")
        self.assertEqual(lines[2], "# text = The minister didn't answer.")
        self.assertIn("3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_", lines)
        for line in lines:
            if line and line[0].isdigit():
                self.assertEqual(len(line.split("\t")), 10)
        self.assertEqual(lines[-1], "")

    def test_standard_input(self):
        result = run("parse", "-", stdin="Nobody answered.\n")
        self.assertDone(result)
        self.assertTrue(result.stdout.startswith("# newdoc id = stdin\n"))
        self.assertIn("# text = Nobody answered.", result.stdout)

    def test_several_files_in_order(self):
        files = [self.file(f"{name}.txt", f"Document {name} is here.\n") for name in ("b", "a", "c")]
        result = run("parse", *files)
        self.assertDone(result)
        ids = [line for line in result.stdout.splitlines() if line.startswith("# newdoc")]
        self.assertEqual(ids, ["# newdoc id = b", "# newdoc id = a", "# newdoc id = c"])
        # Each document's part is what it would be alone.
        self.assertEqual(result.stdout, "".join(run("parse", file).stdout for file in files))

    def test_same_bytes_every_time(self):
        text = self.file("same.txt", "Anna Example denied it. \"It's a lie,\" she said in Geneva.\n" * 50)
        self.assertEqual(run("parse", text).stdout, run("parse", text).stdout)

    def test_output_file(self):
        text = self.file("out.txt", "Nobody answered.\n")
        target = self.path("out.conllu")
        result = run("parse", text, "-o", target)
        self.assertDone(result)
        self.assertEqual(result.stdout, "")
        with open(target, encoding="utf-8") as file:
            self.assertEqual(file.read(), run("parse", text).stdout)
        # It replaces what was there, and leaves nothing beside it.
        self.assertDone(run("parse", text, "-o", target))
        self.assertCountEqual([name for name in os.listdir(self.folder) if name.startswith("out")], ["out.txt", "out.conllu"])

    def test_output_appears_whole_or_not_at_all(self):
        target = self.file("kept.conllu", "precious\n")
        result = run("parse", self.path("missing.txt"), "-o", target)
        self.assertEqual(result.returncode, 3)
        with open(target, encoding="utf-8") as file:
            self.assertEqual(file.read(), "precious\n")
        self.assertEqual([name for name in os.listdir(self.folder) if name.startswith(("kept", ".kept"))], ["kept.conllu"])

    def test_output_in_a_missing_folder(self):
        result = run("parse", self.file("a.txt", "A word.\n"), "-o", self.path("none/out.conllu"))
        self.assertEqual(result.returncode, 3)
        self.assertIn("none/out.conllu", result.stderr)

    def test_full_disk(self):
        text = self.file("full.txt", "Nobody answered.\n" * 2000)
        with open("/dev/full", "w", encoding="utf-8") as full:
            result = run("parse", text, stdout=full)
        self.assertEqual(result.returncode, 3)
        self.assertIn("standard output", result.stderr)
        result = run("parse", text, "-o", "/dev/full")
        self.assertEqual(result.returncode, 3)
        self.assertIn("/dev/full", result.stderr)
        self.assertIn("No space left", result.stderr)

    def test_missing_file_alone(self):
        result = run("parse", self.path("missing.txt"))
        self.assertEqual(result.returncode, 3)
        self.assertEqual(result.stdout, "")
        self.assertIn("missing.txt", result.stderr)
        self.assertIn("No such file", result.stderr)

    def test_missing_file_among_others(self):
        good = self.file("good.txt", "Nobody answered.\n")
        result = run("parse", self.path("missing.txt"), good)
        self.assertEqual(result.returncode, 1)
        self.assertIn("missing.txt", result.stderr)
        self.assertEqual(result.stdout, run("parse", good).stdout)

    def test_folder(self):
        result = run("parse", self.folder)
        self.assertEqual(result.returncode, 3)
        self.assertIn("a folder", result.stderr)

    @unittest.skipIf(os.geteuid() == 0, "root reads everything")
    def test_unreadable_file(self):
        path = self.file("secret.txt", "A word.\n")
        os.chmod(path, 0)
        result = run("parse", path)
        os.chmod(path, stat.S_IRUSR)
        self.assertEqual(result.returncode, 3)
        self.assertIn("Permission denied", result.stderr)

    def test_binary_file(self):
        result = run_bytes("parse", self.file("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"))
        self.assertEqual(result.returncode, 3)
        self.assertEqual(result.stdout, b"")
        self.assertIn(b"picture", result.stderr)
        self.assertIn(b"NUL byte at byte 8", result.stderr)

    def test_invalid_utf8_is_replaced_and_reported(self):
        result = run_bytes("parse", self.file("latin.txt", b"The caf\xe9 in Paris closed.\n"))
        self.assertEqual(result.returncode, 0)
        self.assertIn(b"latin: byte 7: warning: invalid UTF-8", result.stderr)
        self.assertIn("caf\ufffd", result.stdout.decode("utf-8"))

    def test_no_text(self):
        for content in ("", "\n\n", "\ufeff", " \t\r\n"):
            with self.subTest(content=content):
                result = run("parse", self.file("empty.txt", content))
                self.assertEqual(result.returncode, 0)
                self.assertEqual(result.stdout, "")
                self.assertIn("empty: warning: there is no text in it", result.stderr)

    def test_byte_order_mark_and_windows_line_ends(self):
        plain = run("parse", "-", stdin="Nobody answered.\n\nHe left.\n").stdout
        odd = run_bytes("parse", "-", stdin=b"\xef\xbb\xbfNobody answered.\r\n\r\nHe left.\r\n")
        self.assertEqual(odd.stdout.decode("utf-8"), plain)
        self.assertEqual(odd.stderr, b"")

    def test_pretokenized(self):
        result = run("parse", "--pretokenized", self.file("good.conllu", "# sent_id = kept\n" + SENTENCE))
        self.assertDone(result)
        self.assertIn("# sent_id = kept\n", result.stdout)
        rows = [line.split("\t") for line in result.stdout.splitlines() if line[:1].isdigit()]
        self.assertEqual([row[1] for row in rows], ["She", "left", "."])
        self.assertEqual([row[3] for row in rows], ["PRON", "VERB", "PUNCT"])
        self.assertEqual([row[6] for row in rows], ["2", "0", "2"])
        self.assertEqual(rows[1][2], "leave")

    def test_pretokenized_from_standard_input(self):
        self.assertDone(run("parse", "--pretokenized", "-", stdin=SENTENCE))

    def test_broken_conllu_names_file_and_line(self):
        for name, content, line, words in (
            ("columns", SENTENCE + "1\tonly\tthree\n\n", 5, "10 columns"),
            ("number", SENTENCE + SENTENCE.replace("3\t.", "4\t."), 7, "word number 3"),
            ("text", "Plain text.\n", 1, "10 columns"),
            ("head", SENTENCE.replace("1\tShe\t_\t_\t_\t_\t_", "1\tShe\t_\t_\t_\t_\tx"), 1, "head"),
        ):
            with self.subTest(name=name):
                path = self.file(f"{name}.conllu", content)
                result = run("parse", "--pretokenized", path)
                self.assertEqual(result.returncode, 3)
                self.assertIn(f"{path}:{line}: expected", result.stderr)
                self.assertIn(words, result.stderr)

    def test_broken_conllu_among_others(self):
        good = self.file("fine.conllu", SENTENCE)
        result = run("parse", "--pretokenized", self.file("bad.conllu", "x\n"), good)
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stdout, run("parse", "--pretokenized", good).stdout)

    def test_invalid_utf8_in_conllu(self):
        result = run_bytes("parse", "--pretokenized", self.file("bytes.conllu", b"1\tcaf\xe9" + b"\t_" * 8 + b"\n\n"))
        self.assertEqual(result.returncode, 3)
        self.assertIn(b"bytes.conllu:1: expected UTF-8", result.stderr)

    def test_output_of_parse_is_input_of_pretokenized(self):
        first = run("parse", "-", stdin="\"We can't,\" said Anna Example of the Example Bank in Geneva.\n\nHe left.\n")
        second = run("parse", "--pretokenized", "-", stdin=first.stdout)
        self.assertDone(second)
        self.assertEqual(second.stdout, first.stdout)


if __name__ == "__main__":
    unittest.main()
