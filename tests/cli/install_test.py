"""Installs to an empty prefix, runs the program from there and builds a program that embeds the library."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from program import HANGS, run

BUILD = os.environ["GAINSAY_BUILD"]
CMAKE = os.environ["GAINSAY_CMAKE"]

CONSUMER_CMAKE = """
cmake_minimum_required(VERSION 3.25)
project(consumer LANGUAGES CXX)
find_package(gainsay 0.1 REQUIRED)
add_executable(consumer main.cpp)
target_link_libraries(consumer PRIVATE gainsay::gainsay)
target_compile_definitions(consumer PRIVATE RESOURCES="${gainsay_RESOURCES}")
"""

CONSUMER_MAIN = """
#include <base/resources.h>
#include <base/version.h>
#include <text/conllu.h>
#include <iostream>
#include <sstream>
int main() {
    const gainsay::Resources resources{RESOURCES};
    std::istringstream input("1\\tYes\\tyes\\tINTJ\\t_\\t_\\t0\\troot\\t_\\t_\\n");
    gainsay::ConlluReader reader(input, "x");
    std::cout << gainsay::version() << ' ' << reader.read_document()->text << ' '
              << resources.path("en").string() << '\\n';
}
"""


class Install(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="gainsay-install-")
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        self.prefix = self.folder / "prefix"
        self.check(CMAKE, "--install", BUILD, "--prefix", self.prefix)

    def check(self, *command):
        result = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=HANGS)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        return result.stdout

    def test_program_runs_from_the_prefix(self):
        result = run("--version", program=self.prefix / "bin" / "gainsay")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertTrue((self.prefix / "share" / "gainsay" / "en").is_dir())

    def test_every_command_has_its_manual_page(self):
        commands = re.findall(r"(?m)^  (\S+)  ", run("--help").stdout.split("\nCommands:\n")[1].split("\n\n")[0])
        self.assertGreaterEqual(len(commands), 9)
        pages = sorted(path.name for path in (self.prefix / "share" / "man" / "man1").iterdir())
        self.assertEqual(pages, sorted(["gainsay.1", *(f"gainsay-{command}.1" for command in commands)]))

    def test_another_project_finds_the_library(self):
        project = self.folder / "consumer"
        project.mkdir()
        (project / "CMakeLists.txt").write_text(CONSUMER_CMAKE)
        (project / "main.cpp").write_text(CONSUMER_MAIN)
        self.check(
            CMAKE, "-S", project, "-B", project / "build", "-G", "Ninja",
            f"-DCMAKE_PREFIX_PATH={self.prefix}",
            f"-DCMAKE_CXX_COMPILER={os.environ['GAINSAY_CXX']}",
            f"-DCMAKE_CXX_FLAGS={os.environ['GAINSAY_CXX_FLAGS']}",
        )
        self.check(CMAKE, "--build", project / "build")
        output = self.check(project / "build" / "consumer")
        self.assertRegex(output, r"^0\.1\.0 Yes ")
        self.assertIn(str(self.prefix), output)


if __name__ == "__main__":
    unittest.main()
