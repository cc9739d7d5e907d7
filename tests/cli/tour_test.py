"""Every command of the README's tour does what the tour says."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from program import HANGS, PROGRAM

ROOT = pathlib.Path(__file__).resolve().parents[2]


def tour():
    """(command, whole block) of every ./gainsay line between the tour's heading and the next of its level."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    part = re.search(r"^## Five minutes with Gainsay\n(.*?)(?=^## )", text, re.DOTALL | re.MULTILINE).group(1)
    commands = []
    for block in re.findall(r"^```\n(.*?)^```$", part, re.DOTALL | re.MULTILINE):
        joined = block.replace("\\\n", " ")
        commands += [line for line in joined.splitlines() if line.startswith("./gainsay ")]
    return commands


class Tour(unittest.TestCase):
    def test_every_command(self):
        commands = tour()
        self.assertGreaterEqual(len(commands), 7)
        with tempfile.TemporaryDirectory(prefix="gainsay-tour-") as name:
            folder = pathlib.Path(name)
            (folder / "samples").symlink_to(ROOT / "samples")
            (folder / "gainsay").symlink_to(PROGRAM)
            # The program finds its resources beside itself, not beside the link.
            env = {**os.environ, "GAINSAY_RESOURCES": str(ROOT / "src" / "resources")}
            for command in commands:
                with self.subTest(command=command):
                    done = subprocess.run(["bash", "-c", command], cwd=folder, env=env, capture_output=True, text=True,
                                          timeout=HANGS)
                    self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
                    written = re.findall(r"(?:-o|--\w+) (\S+(?:\.(?:json|graphml|gexf|html|png|svg|pdf)|/)(?=\s|$))", command)
                    for file in written:
                        self.assertTrue((folder / file).stat().st_size > 0, file)
                    if not written:
                        self.assertNotEqual(done.stdout.strip(), "")

    def test_pictures_of_the_readme_are_there(self):
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text)
        self.assertTrue(pictures)
        for picture in pictures:
            self.assertTrue((ROOT / picture).is_file(), picture)


if __name__ == "__main__":
    unittest.main()
