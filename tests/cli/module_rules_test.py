"""The build refuses a dependency that the table of modules does not allow."""

import os
import pathlib
import subprocess
import tempfile
import unittest

CMAKE_FOLDER = pathlib.Path(__file__).resolve().parents[2] / "cmake"

PROJECT = """
cmake_minimum_required(VERSION 3.25)
project(rules LANGUAGES CXX)
include(GNUInstallDirs)
list(APPEND CMAKE_MODULE_PATH "{folder}")
include(GainsayModule)
file(WRITE "${{CMAKE_CURRENT_SOURCE_DIR}}/a.cpp" "")
{modules}
"""

BASE_TEXT_NLP = """
gainsay_module(base SOURCES a.cpp)
gainsay_module(text SOURCES a.cpp DEPENDS base)
gainsay_module(nlp SOURCES a.cpp DEPENDS base text)
"""


def configure(modules):
    with tempfile.TemporaryDirectory(prefix="gainsay-rules-") as folder:
        pathlib.Path(folder, "CMakeLists.txt").write_text(PROJECT.format(folder=CMAKE_FOLDER, modules=modules))
        return subprocess.run(
            [os.environ["GAINSAY_CMAKE"], "-S", folder, "-B", folder + "/build", "-G", "Ninja",
             f"-DCMAKE_CXX_COMPILER={os.environ['GAINSAY_CXX']}", "-DCMAKE_POLICY_DEFAULT_CMP0079=NEW"],
            capture_output=True, text=True, timeout=1800,
        )


class ModuleRules(unittest.TestCase):
    def assert_refused(self, modules, message):
        result = configure(modules)
        self.assertNotEqual(result.returncode, 0)
        self.assertIn(message, " ".join(result.stderr.split()))

    def test_allowed_dependencies_configure(self):
        result = configure("add_library(gainsay_warnings INTERFACE)" + BASE_TEXT_NLP)
        self.assertEqual(result.returncode, 0, result.stderr)

    def test_extract_may_not_know_nlp(self):
        self.assert_refused(
            BASE_TEXT_NLP + "gainsay_module(extract SOURCES a.cpp DEPENDS text nlp)", "may not depend on 'nlp'")

    def test_base_depends_on_nothing(self):
        self.assert_refused("gainsay_module(base SOURCES a.cpp DEPENDS text)", "may not depend on 'text'")

    def test_a_module_needs_a_row(self):
        self.assert_refused("gainsay_module(politics SOURCES a.cpp)", "no such row")


if __name__ == "__main__":
    unittest.main()
