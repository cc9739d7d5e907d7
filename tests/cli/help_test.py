"""Help, manual pages and completion: they say the same, their examples work, and a wrong word is told apart."""

import gzip
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from program import HANGS, PROGRAM, run

COMMAND_FILES = pathlib.Path(os.environ["GAINSAY_BUILD"]) / "command_files"
ARTICLES = pathlib.Path(__file__).resolve().parents[2] / "samples" / "articles"


def names_below(help_text, title):
    """The first column of one of the help's lists."""
    part = help_text.split(f"\n{title}:\n")[1].split("\n\n")[0]
    return re.findall(r"(?m)^  (\S+)  ", part)


COMMANDS = names_below(run("--help").stdout, "Commands")
QUERIES = names_below(run("query", "--help").stdout, "Queries")
PAGES = [[], *([command] for command in COMMANDS), *(["query", "g.json", query] for query in QUERIES)]


def examples_of(help_text):
    part = help_text.split("\nExamples:\n")[1].split("\n\n")[0]
    return re.findall(r"(?m)^  (\S.*)\n      \S", part)


class Help(unittest.TestCase):
    def test_commands_and_queries_are_found(self):
        for name in ("build", "extract", "resolve", "parse", "export", "query", "verify"):
            self.assertIn(name, COMMANDS)
        for name in ("paths", "neighbors", "evidence", "stats"):
            self.assertIn(name, QUERIES)

    def test_every_page_teaches(self):
        for page in PAGES:
            with self.subTest(page=page):
                result = run(*page, "--help")
                self.assertEqual((result.returncode, result.stderr), (0, ""))
                self.assertIn("Usage: gainsay", result.stdout)
                self.assertTrue(2 <= len(examples_of(result.stdout)) <= 6, result.stdout)
                self.assertIn("2 wrong usage; 3 nothing could be", " ".join(result.stdout.split()))
                self.assertEqual(run(*page, "-h").stdout, result.stdout)

    def test_lines_are_short(self):
        for page in PAGES:
            text = run(*page, "--help").stdout
            examples = examples_of(text)
            for line in text.splitlines():
                if line.strip() not in examples and " " in line[30:].strip():
                    self.assertLessEqual(len(line), 80, line)


class Examples(unittest.TestCase):
    """Every example of every help, in a folder with the files that they name."""

    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="gainsay-examples-")
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        shutil.copytree(ARTICLES, self.folder / "articles")
        (self.folder / "speech.txt").write_text("Mira Tolland denied it on Monday.\n", encoding="utf-8")
        self.shell("gainsay build articles/ -o graph.json && gainsay extract articles/ -o observations.jsonl && "
                   "gainsay parse speech.txt -o speech.conllu && cp speech.conllu parsed.conllu")
        lines = (self.folder / "observations.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
        (self.folder / "monday.jsonl").write_text("".join(lines[:2]), encoding="utf-8")
        (self.folder / "tuesday.jsonl").write_text("".join(lines[2:]), encoding="utf-8")
        shutil.copy(self.folder / "graph.json", self.folder / "yesterday.json")
        shutil.copy(self.folder / "graph.json", self.folder / "today.json")
        story = {"id": "a", "text": "Mira Tolland denied it.", "body": "Mira Tolland denied it.", "source": "The Post",
                 "day": "2031-04-07"}
        (self.folder / "news.jsonl").write_text(json.dumps(story) + "\n", encoding="utf-8")
        (self.folder / "news.jsonl.gz").write_bytes(gzip.compress((json.dumps(story) + "\n").encode()))

    def shell(self, line):
        path = f"{pathlib.Path(PROGRAM).parent}:{os.environ['PATH']}"
        result = subprocess.run(["bash", "-o", "pipefail", "-c", line], cwd=self.folder, capture_output=True, timeout=HANGS,
                                env={**os.environ, "PATH": path})
        # 1 is an answer: nothing was found.
        self.assertIn(result.returncode, (0, 1) if " query " in line else (0,), line + "\n" + result.stderr.decode())
        self.assertNotIn(b"found '", result.stderr, line)

    def test_examples_work(self):
        count = 0
        for page in PAGES:
            for example in examples_of(run(*page, "--help").stdout):
                if "| dot " in example and not shutil.which("dot"):
                    continue
                # It serves until somebody ends it: serve_test does.
                if example.startswith("gainsay serve "):
                    continue
                with self.subTest(example=example):
                    self.shell(example)
                    count += 1
        self.assertGreater(count, 20)


class WrongWords(unittest.TestCase):
    def check(self, arguments, message, help_of):
        result = run(*arguments)
        self.assertEqual((result.returncode, result.stdout), (2, ""), arguments)
        self.assertEqual(result.stderr, f"gainsay: {message}\nTry '{help_of} --help'.\n")

    def test_commands(self):
        meant = "there is no command 'biuld'; did you mean 'build'?"
        self.check(["biuld"], meant, "gainsay")
        self.check(["--model", "x.model", "biuld"], meant, "gainsay")
        self.check(["--model=x.model", "biuld"], meant, "gainsay")
        self.check(["biuld", "--help"], meant, "gainsay")
        self.check(["nosuch", "--help"], "there is no command 'nosuch'", "gainsay")
        self.check(["--model", "build", "nosuch"], "there is no command 'nosuch'", "gainsay")

    def test_queries(self):
        self.check(["query", "g.json", "pahts", "A", "B"], "there is no query 'pahts'; did you mean 'paths'?", "gainsay query")
        self.check(["query", "g.json", "nosuch", "--help"], "there is no query 'nosuch'", "gainsay query")

    def test_options(self):
        self.check(["build", "articles", "--grapml", "a"],
                   "gainsay build has no option '--grapml'; did you mean '--graphml'?", "gainsay build")
        # Told before what is missing.
        self.check(["build", "--grapml", "a"],
                   "gainsay build has no option '--grapml'; did you mean '--graphml'?", "gainsay build")
        self.check(["export", "g.json", "--veiw=full"], "gainsay export has no option '--veiw'; did you mean '--view'?",
                   "gainsay export")
        self.check(["query", "g.json", "paths", "A", "B", "--max-lenght", "3"],
                   "gainsay query paths has no option '--max-lenght'; did you mean '--max-length'?", "gainsay query paths")
        self.check(["build", "a", "-x"], "gainsay build has no option '-x'", "gainsay build")
        self.check(["--modle", "x", "build", "a"], "gainsay has no option '--modle'; did you mean '--model'?", "gainsay")

    def test_values(self):
        for arguments, option, meant in ((["export", "g.json", "--view", "dispute"], "--view", "disputes"),
                                         (["export", "g.json", "-f", "grahpml"], "--format", "graphml"),
                                         (["export", "g.json", "--kinds", "denies,asert"], "--kinds", "asserts"),
                                         (["query", "g.json", "neighbors", "A", "--kinds", "denys"], "--kinds", "denies"),
                                         (["build", "a", "--input-format", "htm"], "--input-format", "html")):
            with self.subTest(arguments=arguments):
                result = run(*arguments)
                self.assertEqual((result.returncode, result.stdout), (2, ""))
                self.assertIn(option, result.stderr)
                self.assertIn(f"did you mean '{meant}'?", result.stderr)

    def test_what_looks_wrong_and_is_not(self):
        # Behind "--" and as an option's value everything may stand.
        result = run("build", "--", "--grapml")
        self.assertEqual(result.returncode, 3)
        self.assertIn("--grapml", result.stderr)
        self.assertEqual(run("export", "-", "--title", "--view", "-f", "json").returncode, 3)
        self.assertEqual(run("export", "no.json", "-fjson").returncode, 3)


@unittest.skipUnless(shutil.which("groff"), "there is no groff")
class Manual(unittest.TestCase):
    def test_one_page_a_command_without_warnings(self):
        pages = sorted(path.name for path in COMMAND_FILES.glob("*.1"))
        self.assertEqual(pages, sorted(["gainsay.1", *(f"gainsay-{command}.1" for command in COMMANDS)]))
        for page in pages:
            with self.subTest(page=page):
                result = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z", COMMAND_FILES / page],
                                        capture_output=True, text=True, timeout=HANGS)
                self.assertEqual((result.returncode, result.stderr), (0, ""))

    @unittest.skipUnless(shutil.which("man"), "there is no man")
    def test_it_says_what_the_help_says(self):
        for command in COMMANDS:
            with self.subTest(command=command):
                result = subprocess.run(["man", "--warnings", "-l", COMMAND_FILES / f"gainsay-{command}.1"],
                                        capture_output=True, text=True, timeout=HANGS,
                                        env={**os.environ, "MANWIDTH": "100", "LC_ALL": "C.UTF-8", "MANPAGER": "cat"})
                self.assertEqual((result.returncode, result.stderr), (0, ""))
                text = " ".join(re.sub(r".\x08|\x1b\[[0-9;]*m", "", result.stdout).split())
                helps = [run(command, "--help").stdout]
                helps += [run("query", "g.json", query, "--help").stdout for query in QUERIES] if command == "query" else []
                for page in helps:
                    for example in examples_of(page):
                        self.assertIn(" ".join(example.split()), text)
                    for option in re.findall(r"(?m)^  .*?(--[\w-]+)", page.split("\nOptions:\n")[1].split("\n\n")[0]):
                        self.assertIn(option, text)


class Completion(unittest.TestCase):
    def complete(self, *words):
        """What bash offers for the last of the words."""
        quoted = " ".join("'" + word + "'" for word in words)
        script = (f"source '{COMMAND_FILES}/gainsay.bash'; COMP_WORDS=(gainsay {quoted}); COMP_CWORD={len(words)}; "
                  "_gainsay; printf '%s\\n' \"${COMPREPLY[@]}\"")
        result = subprocess.run(["bash", "--norc", "-c", script], cwd=self.folder, capture_output=True, text=True, timeout=HANGS)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        return result.stdout.split()

    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="gainsay-completion-")
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        (self.folder / "graph.json").touch()

    def test_commands_and_queries(self):
        self.assertEqual(self.complete(""), COMMANDS)
        self.assertEqual(self.complete("ex"), ["extract", "export", "explain"])
        self.assertEqual(self.complete("--model", "x", "b"), ["build"])
        self.assertEqual(self.complete("query", "graph.json", ""), QUERIES)
        self.assertEqual(self.complete("query", "graph.json", "pa"), ["paths"])

    def test_files(self):
        self.assertEqual(self.complete("export", "g"), ["graph.json"])
        self.assertEqual(self.complete("query", ""), ["graph.json"])
        self.assertEqual(self.complete("build", "a", "-o", "gr"), ["graph.json"])
        self.assertEqual(self.complete("query", "graph.json", "neighbors", "gr"), [])

    def test_options(self):
        self.assertEqual(self.complete("export", "graph.json", "--no-l"), ["--no-legend"])
        self.assertEqual(self.complete("query", "graph.json", "paths", "--max-l"), ["--max-length"])
        self.assertIn("--model", self.complete("build", "--"))
        self.assertNotIn("--view", self.complete("build", "--"))

    def test_values(self):
        self.assertEqual(self.complete("export", "graph.json", "--view", "d"), ["disputes"])
        self.assertEqual(self.complete("export", "graph.json", "--view", "=", "d"), ["disputes"])
        self.assertEqual(self.complete("export", "--kinds", "Person,susp"), ["Person,suspended"])
        self.assertEqual(self.complete("export", "--title", "gr"), [])

    def test_every_option_of_the_help_is_completed(self):
        for page in PAGES[1:]:
            text = run(*page, "--help").stdout
            offered = set(self.complete(*page, "-"))
            for option in re.findall(r"(?m)^  .*?(--[\w-]+)", text.split("\nOptions:\n")[1].split("\n\n")[0]):
                self.assertIn(option, offered)

    def test_other_shells(self):
        for shell, name in (("zsh", "_gainsay"), ("fish", "gainsay.fish")):
            with self.subTest(shell=shell):
                script = (COMMAND_FILES / name).read_text(encoding="utf-8")
                for word in (*COMMANDS, *QUERIES, "disputes", "graphml"):
                    self.assertIn(word, script)
                if shutil.which(shell):
                    result = subprocess.run([shell, "-n", COMMAND_FILES / name], capture_output=True, text=True, timeout=HANGS)
                    self.assertEqual((result.returncode, result.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main()
