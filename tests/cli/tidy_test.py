"""tests/tidy.py: what clang-tidy finds in a source does not depend on the sources it is looked at with."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

TIDY = pathlib.Path(__file__).resolve().parents[1] / "tidy.py"

CONFIGURATION = """Checks: '-*,clang-analyzer-*,modernize-use-nullptr,readability-identifier-naming,readability-inconsistent-declaration-parameter-name'
WarningsAsErrors: '*'
HeaderFilterRegex: '/project/'
CheckOptions: [{key: readability-identifier-naming.FunctionCase, value: lower_case}]
"""

SOURCES = {
    "shared.h": "#pragma once\nint shared(int value);\n",
    "one.cpp": '#include "shared.h"\nnamespace {\nint helper(int value) { return value + 1; }\n}\nint one(int value) { return helper(shared(value)); }\n',
    # The same name: never beside one.cpp.
    "two.cpp": '#include "shared.h"\nnamespace {\nint helper(int value) { return value + 2; }\n}\nint two(int value) { return helper(shared(value)); }\n',
    # Compiles alone, but not with the next, which nobody can see from the names at the outermost level.
    "three.cpp": "namespace inner { namespace {\n    int hidden = 3;\n} }\nint three() { return inner::hidden; }\n",
    "four.cpp": "namespace inner { namespace {\n    int hidden = 4;\n} }\nint four() { return inner::hidden; }\n",
    "analyzed.cpp": "int analyzed(bool known) {\n    int value = 1;\n    int *place = known ? &value : nullptr;\n    return *place;\n}\n",
    "zero.cpp": "int *zero() { return 0; }\n",
    # What is found of it stands in the header, which is not the project's.
    "foreign.cpp": "#include <foreign.h>\nint foreign(int number) { return number; }\n",
}
FOREIGN = "int foreign(int value);\n"


@unittest.skipIf(shutil.which("clang-tidy") is None, "clang-tidy is not installed")
class Tidy(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="gainsay-tidy-")
        self.addCleanup(scratch.cleanup)
        self.project = pathlib.Path(scratch.name).resolve() / "project"
        (self.project / "build").mkdir(parents=True)
        (self.project / ".clang-tidy").write_text(CONFIGURATION, encoding="utf-8")
        elsewhere = self.project.with_name("elsewhere")
        elsewhere.mkdir()
        (elsewhere / "foreign.h").write_text(FOREIGN, encoding="utf-8")
        for name, text in SOURCES.items():
            (self.project / name).write_text(text, encoding="utf-8")
        (self.project / "build" / "compile_commands.json").write_text(json.dumps([
            {"directory": str(self.project), "file": str(self.project / name), "command": f"c++ -std=c++20 -I{self.project} -isystem {elsewhere} -o x.o -c {name}"}
            for name in SOURCES if name.endswith(".cpp")]), encoding="utf-8")

    def run_tidy(self, *sources):
        result = subprocess.run([sys.executable, "-B", TIDY, self.project / "build", "--jobs", "1", *(self.project / name for name in sources)],
                                capture_output=True, text=True, check=False)
        clean = {pathlib.Path(line.split()[1]).name for line in result.stdout.splitlines() if line.startswith("clean: ")}
        return result, clean

    def test_each_source_is_judged_by_itself(self):
        result, clean = self.run_tidy()
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertEqual(clean, {"one.cpp", "two.cpp", "three.cpp", "four.cpp", "foreign.cpp"}, result.stdout)
        self.assertIn("analyzed.cpp:4:12: error: Dereference of null pointer", result.stdout)
        self.assertIn("zero.cpp:1:22: error: use nullptr", result.stdout)
        self.assertNotIn("redefinition", result.stdout)

    def test_what_was_clean_is_not_looked_at_again_until_it_changes(self):
        names = ("one.cpp", "two.cpp", "three.cpp")
        result, clean = self.run_tidy(*names)
        self.assertEqual((result.returncode, clean), (0, set(names)), result.stdout)
        self.assertEqual(self.run_tidy(*names)[0].stdout.count("(as before)"), 3)
        # A header of one and two; a fault in it is a fault of both.
        (self.project / "shared.h").write_text("#pragma once\nint Shared(int value);\nint shared(int value);\n", encoding="utf-8")
        result, clean = self.run_tidy(*names)
        self.assertEqual((result.returncode, clean), (1, {"three.cpp"}), result.stdout)
        self.assertIn("invalid case style for function 'Shared'", result.stdout)
        self.assertEqual(result.stdout.count("(as before)"), 1)


if __name__ == "__main__":
    unittest.main()
