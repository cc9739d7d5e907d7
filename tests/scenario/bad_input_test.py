"""Runs the table of bad inputs: bad_input_test.py [--slow] [--only WORDS] GROUP…

For every row: the status, each message with its place, one message a line, data alone on standard output, no output that
is half written or that replaced what was there, nothing left behind, and all documents that were not bad.
"""

import argparse
import json
import os
import re
import resource
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from bad_inputs import GROUPS

PROGRAM = os.environ["GAINSAY"]
SANITIZED = os.environ.get("GAINSAY_SANITIZED", "") not in ("", "0")
# Processor time in seconds that a row may take, which does not depend on how busy the machine is. A sanitized program is
# some ten times slower.
TIME_LIMIT = 600 if SANITIZED else 120
# Seconds by the clock after which a program that does nothing counts as hanging.
HANGS = 2400


def put(files, where):
    where = os.fsencode(where)
    for name, content in files.items():
        path = os.path.join(where, os.fsencode(name))
        if callable(content):
            content(path if isinstance(name, bytes) else os.fsdecode(path))
        elif isinstance(content, dict):
            os.mkdir(path)
            put(content, path)
        else:
            with open(path, "wb") as file:
                file.write(content)


def listing(where):
    """Every path below the folder, with the size of files."""
    found = {}
    for folder, folders, names in os.walk(os.fsencode(where)):
        for name in folders:
            found[os.path.join(folder, name)] = None
        for name in names:
            path = os.path.join(folder, name)
            found[path] = os.path.getsize(path) if os.path.isfile(path) else None
    return found


def open_up(where):
    """Gives back the permissions that a row took, so that its folder can be removed."""
    for folder, folders, _ in os.walk(where):
        for name in folders:
            path = os.path.join(folder, name)
            try:
                if not os.path.islink(path):
                    os.chmod(path, 0o755)
            except OSError:
                pass  # a path that is too long


def unprivileged(command):
    """Root reads everything, unless its capabilities are taken; null where that is not possible."""
    if os.geteuid() != 0:
        return command
    without = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
    try:
        if subprocess.run([*without, "true"], stderr=subprocess.DEVNULL).returncode == 0:
            return [*without, *command]
    except FileNotFoundError:
        pass
    return None


def on_tiny_disk(command):
    """In a name space of its own where `small` is a disk of 4 kB; null where that is not possible."""
    small = ["unshare", "--mount", "--map-root-user", "sh", "-c",
             'mkdir small && mount -t tmpfs -o size=4k tmpfs small && "$@"; status=$?; umount small && rmdir small; '
             "exit $status", "sh"]
    try:
        with tempfile.TemporaryDirectory() as scratch:
            if subprocess.run([*small, "true"], cwd=scratch, stderr=subprocess.DEVNULL).returncode == 0:
                return [*small, *command]
    except FileNotFoundError:
        pass
    return None


def processor_time():
    """Of all children that have ended, in seconds."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def vanish(where, name):
    """Removes a file while the program waits for what the pipe before it brings."""
    with open(os.path.join(where, "pipe"), "wb") as pipe:  # opened once the program reads
        os.remove(os.path.join(where, name))
        pipe.write(b"Mira Tolland denied on Monday that the harbour had been closed.\n")


class Result:
    def __init__(self, row, where):
        command = [PROGRAM, *shlex.split(row.command)]
        arguments = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "cwd": where,
                     "env": {**os.environ}}
        self.skipped = ""
        how, _, what = row.how.partition(" ")
        limits = []
        if row.how == "unprivileged":
            command = unprivileged(command)
            self.skipped = "" if command else "root's capabilities cannot be taken here"
        elif row.how == "tiny disk":
            command = on_tiny_disk(command)
            self.skipped = "" if command else "nothing can be mounted here"
        elif row.how == "full stdout":
            arguments["stdout"] = open("/dev/full", "wb")
        elif row.how == "closed stdout":
            limits.append(lambda: os.close(1))
        elif row.how == "closed stdin":
            limits.append(lambda: os.close(0))
        elif row.how == "closed stderr":
            limits.append(lambda: os.close(2))
        elif row.how == "closed all":
            limits.append(lambda: os.closerange(0, 3))
        elif row.how == "file limit":
            limits.append(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)))
        elif how == "vanish":
            threading.Thread(target=vanish, args=(where, what), daemon=True).start()
        if self.skipped:
            return

        def before():
            resource.setrlimit(resource.RLIMIT_CPU, (TIME_LIMIT, TIME_LIMIT + 5))
            for limit in limits:
                limit()

        started = processor_time()
        with subprocess.Popen(command, preexec_fn=before, **arguments) as process:
            killer = threading.Timer(HANGS, process.kill)
            killer.start()
            self.memory = None
            if row.memory and not SANITIZED:
                self.memory = MemoryWatch(process.pid)
            self.output, self.errors = process.communicate(row.stdin)
            killer.cancel()
        if row.how == "full stdout":
            arguments["stdout"].close()
            self.output = b""
        self.seconds = processor_time() - started
        self.status = process.returncode
        self.most_memory = self.memory.finish() if self.memory else 0


class MemoryWatch(threading.Thread):
    """The most memory in MB that a process had, looked at often."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid = pid
        self.most = 0
        self.start()

    def run(self):
        try:
            while True:
                with open(f"/proc/{self.pid}/status", encoding="ascii", errors="replace") as status:
                    for line in status:
                        if line.startswith("VmHWM:"):
                            self.most = max(self.most, int(line.split()[1]) // 1024)
                time.sleep(0.02)
        except (OSError, ValueError):
            pass

    def finish(self):
        self.join(5)
        return self.most


def documents_in(output):
    """The ids of documents in observations, in a graph or in CoNLL-U."""
    content = output.decode("utf-8")
    if content.startswith('{"document"'):
        return [json.loads(line)["document"]["id"] for line in content.splitlines()]
    if content.startswith("{"):
        graph = json.loads(content)
        return [node["label"] if "document" not in node["id"] else node["id"].split(":", 1)[1]
                for node in graph["nodes"] if node["kind"] == "Document"]
    return [line.split(" = ", 1)[1] for line in content.splitlines() if line.startswith("# newdoc id = ")]


class BadInput(unittest.TestCase):
    def check(self, row):
        where = tempfile.mkdtemp(prefix="gainsay-bad-")
        try:
            put(row.files, where)
            self.check_in(row, where)
        finally:
            open_up(where)
            shutil.rmtree(where)

    def check_in(self, row, where):
        before = listing(where)
        kept = os.path.join(where, row.output) if row.output else None
        old = None
        if kept and os.path.exists(kept):
            with open(kept, "rb") as file:
                old = file.read()
        result = Result(row, where)
        if result.skipped:
            self.skipTest(result.skipped)
        # Without the line in which a run says what it made of what.
        errors = re.sub(r"(?m)^gainsay: \d+ articles?( \(\d+ left out\))?, \d+ statements?, .*\n", "",
                        result.errors.decode("utf-8", "replace"))
        shown = f"status {result.status} after {result.seconds:.1f} s of processor time\n{errors[:3000]}"

        self.assertGreaterEqual(result.status, 0, f"killed by a signal: {shown}")
        self.assertEqual(result.status, row.status, shown)
        result.errors.decode("utf-8")  # what we say is UTF-8
        for words in [row.says] if isinstance(row.says, str) else row.says:
            self.assertRegex(errors, re.compile(words, re.MULTILINE), shown)
        for line in errors.splitlines():
            self.assertRegex(line, r"^(gainsay: |Try 'gainsay )", shown)
            self.assertNotRegex(line, r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
        if row.silent:
            self.assertEqual(errors, "")
        if (row.status != 0 or row.says) and row.how not in ("closed stderr", "closed all"):
            self.assertNotEqual(errors, "")

        output = result.output
        nothing = row.status in (2, 3)
        if row.output:
            self.assertEqual(output, b"", shown)
            new = None
            if os.path.exists(kept):
                with open(kept, "rb") as file:
                    new = file.read()
            if nothing:
                self.assertEqual(new, old, f"the output was touched: {shown}")
            output = new
        elif nothing and row.how != "closed stdout":
            self.assertEqual(output, b"", shown)
        if row.keeps is not None and not nothing:
            self.assertEqual(documents_in(output), row.keeps, shown)

        after = listing(where)
        gone = before.keys() - after.keys()
        self.assertLessEqual(gone, {os.fsencode(os.path.join(where, row.how.partition(" ")[2]))}, "removed")
        self.assertLessEqual(after.keys() - before.keys(), {os.fsencode(kept)} if kept else set(), "left behind")
        if row.memory:
            self.assertLess(result.most_memory, row.memory, "MB of memory")


def suite(groups, slow, only):
    tests = unittest.TestSuite()
    for group in groups:
        rows = GROUPS[group]()
        names = [row.name for row in rows]
        assert len(set(names)) == len(names), f"{group}: two rows of one name"
        for row in rows:
            if row.slow != slow or only not in row.name:
                continue
            name = f"{group}: {row.name}"
            case = type("BadInput", (BadInput,), {name: lambda self, row=row: self.check(row)})
            tests.addTest(case(name))
    return tests


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("groups", nargs="*", default=[], help=" ".join(GROUPS))
    parser.add_argument("--slow", action="store_true", help="the slow rows instead of the others")
    parser.add_argument("--only", default="", help="rows whose name has these words")
    parser.add_argument("--list", action="store_true", help="print the groups with their rows")
    options = parser.parse_args()
    groups = options.groups or list(GROUPS)
    if options.list:
        for group in groups:
            for row in GROUPS[group]():
                print(f"{group}: {row.name}")
        return
    tests = suite(groups, options.slow, options.only)
    result = unittest.TextTestRunner(verbosity=1).run(tests)
    sys.exit(0 if result.wasSuccessful() else 1)


if __name__ == "__main__":
    main()
