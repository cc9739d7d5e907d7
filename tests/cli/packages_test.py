"""Every package of the lists is used: a source of ours includes its header, a link names its library, a build or test calls
its tool, a test imports its module. (That none is missing is what tests/bare_machine.sh tries.)"""

import functools
import os
import pathlib
import re
import shutil
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ["GAINSAY_BUILD"])
COMMON = ROOT / "packages.txt"
OTHERS = [ROOT / "tests" / "packages_browser.txt", ROOT / "tests" / "packages_lint.txt", ROOT / "cmake" / "package" / "packages.txt"]
FOLDERS = ("src", "graph_schema", "exporters", "tests", "samples", "cmake", ".ci")


def listed(path):
    lines = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def output(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False).stdout


def texts(*suffixes):
    paths = [ROOT / "gainsay", ROOT / ".ci" / "run"]
    paths += [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in suffixes]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths if path.is_file())


@functools.cache
def included():
    """What our own sources include: "zlib.h"."""
    return set(re.findall(r'(?m)^\s*#\s*include <([^>]+)>', texts(".cpp", ".h")))


@functools.cache
def linked():
    """Libraries as the link commands name them: real paths, and "libgumbo.so" for -lgumbo."""
    ninja = (BUILD / "build.ninja").read_text(encoding="utf-8")
    lines = "\n".join(re.findall(r"(?m)^  LINK_LIBRARIES = (.*)$", ninja))
    names = {f"lib{name}.so" for name in re.findall(r"(?:^|\s)-l(\S+)", lines)}
    return names | set(re.findall(r"(?:^|\s)(/\S+\.(?:so|a))\b", lines))


@functools.cache
def configured_tools():
    """Real paths of the programs that the configuration chose."""
    cache = (BUILD / "CMakeCache.txt").read_text(encoding="utf-8")
    values = re.findall(r"(?m)^\w+:\w+=(/\S+|ccache)$", cache)
    return {os.path.realpath(shutil.which(value) or "") for value in values if shutil.which(value)}


@functools.cache
def scripts():
    """Scripts without their comments, and our sources, which hold the examples of the help."""
    return re.sub(r"(?m)^\s*#.*$", "", texts(".sh", ".py", ".cmake", ".txt", ".cpp"))


def is_called(tool):
    """By the configuration, or in a way in which only a program is named."""
    if os.path.realpath(tool) in configured_tools():
        return True
    name = os.path.basename(tool)
    if name not in scripts():
        return False
    name = re.escape(name)
    return re.search(rf'which\("{name}"\)|command -v {name}\b|\b{name} --?[a-zA-Z]', scripts()) is not None


@functools.cache
def files_of(package):
    """What an installed package brings that can be used, with the parts of its own source that it depends on (python3 and
    python3-minimal), and, if that is nothing, with what it stands for (build-essential)."""
    def usable(name):
        return [path for path in output("dpkg-query", "-L", name).splitlines()
                if re.search(r"/include/|/s?bin/|\.so$|\.a$|/dist-packages/|\.ttf$", path) and os.path.isfile(path)]
    depends = output("dpkg-query", "-W", "-f", "${Pre-Depends}, ${Depends}", package)
    version = output("dpkg-query", "-W", "-f", "${Version}", package)
    files = usable(package)
    files += [path for name in re.findall(rf"([a-z0-9.+-]+) \(= {re.escape(version)}\)", depends) for path in usable(name)]
    if not files:
        names = re.findall(r"(?:^|[,|])\s*([a-z0-9.+-]+)", depends)
        files = [path for name in names for path in usable(name)]
    return files


def use_of(package):
    """How a package is used; empty if it is not."""
    for path in files_of(package):
        if "/include/" in path:
            below = path.partition("/include/")[2]
            if any("/".join(below.split("/")[cut:]) in included() for cut in range(below.count("/") + 1)):
                return f"included: {path}"
        if re.search(r"\.(so|a)$", path) and ({path, os.path.realpath(path), os.path.basename(path)} & linked()):
            return f"linked: {path}"
        if re.match(r"/(usr/)?s?bin/", path) and is_called(path):
            return f"called: {path}"
        module = re.match(r"/usr/lib/python3/dist-packages/(\w+)(/__init__)?\.\w*", path)
        if module and re.search(rf"(?m)^\s*(import|from) {module.group(1)}\b", scripts()):
            return f"imported: {path}"
        if path.endswith(".ttf") and os.path.basename(path) in scripts():
            return f"packed: {path}"
    return ""


def is_installed(package):
    return output("dpkg-query", "-W", "-f", "${db:Status-Status}", package).startswith("installed")


@unittest.skipUnless(shutil.which("dpkg-query"), "this is no Debian system")
class Packages(unittest.TestCase):
    def test_every_package_is_used(self):
        packages = listed(COMMON)
        self.assertGreater(len(packages), 10)
        for package in packages:
            with self.subTest(package=package):
                self.assertTrue(is_installed(package), "not installed")
                self.assertTrue(use_of(package), "nothing uses it")

    def test_every_package_for_other_commands_is_used(self):
        for package in (package for path in OTHERS for package in listed(path)):
            with self.subTest(package=package):
                if is_installed(package):
                    self.assertTrue(use_of(package), "nothing uses it")

    def test_none_is_listed_twice(self):
        packages = [package for path in [COMMON, *OTHERS] for package in listed(path)]
        self.assertEqual(len(packages), len(set(packages)))

    def test_what_is_not_used_is_seen(self):
        for package in ("init-system-helpers", "sysvinit-utils", "libpam-modules"):
            if is_installed(package):
                self.assertEqual(use_of(package), "", package)


if __name__ == "__main__":
    unittest.main()
