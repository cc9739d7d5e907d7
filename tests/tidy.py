#!/usr/bin/env python3
"""clang-tidy of many sources in a fraction of the time: what clang-tidy does with a source is mostly work on the headers
of the standard library, so sources that can stand in one translation unit are looked at together.

    tests/tidy.py BUILD [--jobs N] [--cache FOLDER] [SOURCES…]

BUILD is a configured build folder (it has compile_commands.json). Without SOURCES: all that it compiles and did not
write itself; with them
these, groups with the first of them first. Says
"clean: FILE" of each source in which nothing was found, and what clang-tidy says of the others.

Sources are grouped by the .clang-tidy that holds for them and by their macros; two that give a meaning to the same name
at the outermost level, by themselves or by a header, are never in one group. A group that does not compile all the same
is taken apart, down to single sources, and what is found in a group counts only if it is found again in one of its
sources by itself, so that what is reported is never a matter of the grouping. What stands in a header from elsewhere is
nobody's to mend here and left out, unless it does not compile.

A source that was clean is not looked at again while it, the project's headers that it includes, its .clang-tidy, its
flags and clang-tidy are the same: the cache has one empty file for each, named by a digest of all that.

Exit: 0 all clean, 1 findings."""

import argparse
import bisect
import concurrent.futures
import hashlib
import itertools
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent.parent
# More sources in a group save little and make a group that must be taken apart dearer.
MOST_IN_GROUP = 30
FINDING = re.compile(r"^(/[^:\n]+):(\d+):\d+: (?:error|warning): ", re.M)
BROKEN = "clang-diagnostic-error"
# What forbids to include a header twice begins anew behind a macro.
BETWEEN = "#define GAINSAY_NEXT_SOURCE\n#undef GAINSAY_NEXT_SOURCE\n"
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.M)
# Names that a source defines at the outermost level, where clang-format lets nothing but such definitions begin.
NAME = [
    re.compile(r"^#\s*define (\w+)", re.M),
    re.compile(r"^(?:template <.*> )?(?:class|struct|enum(?: class)?|union) (\w+)", re.M),
    re.compile(r"^using (\w+) =", re.M),
    re.compile(r'^extern "C".*?(\w+)\(', re.M),
    re.compile(r"^(?!using|namespace|template|return|#|//|\})[A-Za-z_][\w:<>,&*\s\[\]]*?[\s&*](\w+)\s*(?:\(|=|\{|;|\[)", re.M),
]

SPECIALIZATION = re.compile(r"^template <>", re.M)


def names_of(text):
    return {name for pattern in NAME for name in pattern.findall(text)}


class Source:
    """One source as the build compiles it: its flags, its configuration, the names it must have for itself."""

    def __init__(self, entry, included):
        self.path = pathlib.Path(entry["directory"], entry["file"]).resolve()
        words = shlex.split(entry["command"])
        self.includes, self.macros, self.others = [], [], []
        skip = False
        for i, word in enumerate(words[1:], 1):
            if skip:
                skip = False
            elif word in ("-o", "-c", "-MF", "-MT"):
                skip = True
            elif word == "-isystem":
                self.includes.append((word, words[i + 1]))
                skip = True
            elif word.startswith("-I"):
                self.includes.append((word, ""))
            elif word.startswith("-D"):
                self.macros.append(word)
            elif word not in ("-fPIC", "-fPIE"):
                self.others.append(word)
        self.text = self.path.read_text(encoding="utf-8")
        self.names = names_of(self.text)
        self.config = next(up for up in self.path.parents if (up / ".clang-tidy").exists() or up == up.parent)
        self.files = included.closure(self.path, [folder or word[2:] for word, folder in self.includes])
        # Names of headers, which a source without those headers may give another meaning.
        self.foreign = set().union(*(included.names_of(path) for path in self.files if path != self.path))
        # As it was when it was read: who writes in it meanwhile does not make it clean.
        self.key = None

    def kind(self):
        # Boost's macros for linking change nothing that is compiled.
        macros = tuple(sorted(macro for macro in self.macros if not macro.startswith("-DBOOST_")))
        return str(self.config), macros, tuple(self.others)

    def bears(self, other):
        """Whether no name of either has another meaning in the other."""
        return (
            self.names.isdisjoint(other.names)
            and self.names.isdisjoint(other.foreign - self.foreign)
            and other.names.isdisjoint(self.foreign - other.foreign)
        )

    def digest(self, version):
        found = hashlib.sha256(version.encode())
        # Paths are not part of it: the same bytes in another folder are as clean.
        found.update(repr((self.macros_without_paths(), self.others)).encode())
        for up in [self.config, *self.config.parents]:
            if (up / ".clang-tidy").exists():
                found.update((up / ".clang-tidy").read_bytes())
        for path in sorted(self.files):
            found.update(str(path.relative_to(HERE) if path.is_relative_to(HERE) else path.name).encode())
            found.update(path.read_bytes())
        return found.hexdigest()

    def macros_without_paths(self):
        return sorted(re.sub(r"=.*/.*", "=", macro) for macro in self.macros)


class Included:
    """The project's own headers that a source includes, also by others."""

    def __init__(self):
        self.of_file, self.names = {}, {}

    def names_of(self, path):
        if path not in self.names:
            self.names[path] = names_of(path.read_text(encoding="utf-8"))
        return self.names[path]

    def direct(self, path):
        if path not in self.of_file:
            self.of_file[path] = INCLUDE.findall(path.read_text(encoding="utf-8"))
        return self.of_file[path]

    def closure(self, path, folders):
        seen, ahead = {path}, [path]
        while ahead:
            at = ahead.pop()
            for name in self.direct(at):
                for folder in [at.parent, *folders]:
                    found = pathlib.Path(folder, name)
                    if found.is_file():
                        found = found.resolve()
                        if found not in seen:
                            seen.add(found)
                            ahead.append(found)
                        break
        return seen


def groups_of(sources):
    """First fit: a source goes to the first group of its kind that has room and shares no name with it."""
    made = {}
    for source in sources:
        for group in made.setdefault(source.kind(), []):
            if len(group) < MOST_IN_GROUP and all(source.bears(other) for other in group):
                group.append(source)
                break
        else:
            made[source.kind()].append([source])
    places = {source: place for place, source in enumerate(sources)}
    return sorted((group for groups in made.values() for group in groups), key=lambda group: places[group[0]])


class Runner:
    def __init__(self, build, cache):
        self.folder, self.cache = build / "lint", cache
        self.folder.mkdir(parents=True, exist_ok=True)
        self.cache.mkdir(parents=True, exist_ok=True)
        self.version = subprocess.run(["clang-tidy", "--version"], capture_output=True, text=True, check=True).stdout
        self.found, self.said = False, set()

    def is_known(self, source):
        source.key = source.digest(self.version)
        return (self.cache / source.key).exists()

    def look_at(self, group):
        """One run of clang-tidy; the group in halves where it does not compile as one, and what findings concern once
        more by itself."""
        found, broken = self.tidy(group)
        if broken and len(group) > 1:
            self.look_at(group[: len(group) // 2])
            self.look_at(group[len(group) // 2 :])
            return
        if found and len(group) == 1:
            self.say(found)
            return
        suspects = {path for path, _ in found}
        stray = not suspects <= set().union(*(source.files for source in group))
        for source in group:
            if stray or not suspects.isdisjoint(source.files):
                self.look_at([source])
            else:
                (self.cache / source.key).touch()
                print(f"clean: {source.path}", flush=True)

    def say(self, found):
        """Each finding once: those in a header come with every source that includes it."""
        self.found = True
        new = [said for _, said in found if said not in self.said]
        self.said.update(new)
        if new:
            print("\n".join(new), flush=True)

    def tidy(self, group):
        """The findings in files of the project, each with its file, and whether the group did not compile."""
        name = hashlib.sha256("\n".join(str(source.path) for source in group).encode()).hexdigest()[:16]
        # The configuration is looked for from where the translation unit lies, upwards.
        config = group[0].config
        folder = self.folder / (config.relative_to(HERE) if config.is_relative_to(HERE) else "")
        folder.mkdir(parents=True, exist_ok=True)
        for up in [config, *config.parents]:
            if (up / ".clang-tidy").exists() and up.is_relative_to(HERE):
                copy = self.folder / up.relative_to(HERE) / ".clang-tidy"
                text = (up / ".clang-tidy").read_bytes()
                if not copy.exists() or copy.read_bytes() != text:
                    part = copy.with_name(f"{name}.part")
                    part.write_bytes(text)
                    part.replace(copy)
        unit, ends = group[0].path, []
        if len(group) > 1:
            # One file and not one that includes them, of which checks would take the sources for headers.
            unit = folder / f"{name}.cpp"
            # A specialization has to stand before what uses it.
            group = sorted(group, key=lambda source: not SPECIALIZATION.search(source.text))
            texts = [BETWEEN + source.text + "\n" for source in group]
            ends = list(itertools.accumulate(text.count("\n") for text in texts))
            unit.write_text("".join(texts), encoding="utf-8")
        beside = [f"-iquote{folder}" for folder in dict.fromkeys(source.path.parent for source in group)]
        includes = list(dict.fromkeys(include for source in group for include in source.includes))
        macros = list(dict.fromkeys(macro for source in group for macro in source.macros))
        flags = beside + [word for pair in includes for word in pair if word] + macros + group[0].others
        run = subprocess.run(["clang-tidy", "--quiet", str(unit), "--", *flags], capture_output=True, text=True, check=False)
        starts = [match.start() for match in FINDING.finditer(run.stdout)] + [len(run.stdout)]
        if run.returncode != 0 and len(starts) == 1:
            return [(group[0].path, (run.stdout + run.stderr).strip())], True
        found, ours = [], set().union(*(source.files for source in group))
        for begin, end in itertools.pairwise(starts):
            said = run.stdout[begin:end].rstrip()
            place, line = FINDING.match(said).groups()
            path = pathlib.Path(place).resolve()
            if ends and path == unit:
                path = group[bisect.bisect_left(ends, int(line))].path
            if path in ours or path.is_relative_to(HERE) or BROKEN in said.partition("\n")[0]:
                found.append((path, said))
        return found, BROKEN in run.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--cache", type=pathlib.Path)
    parser.add_argument("sources", nargs="*", type=pathlib.Path)
    given = parser.parse_intermixed_args()
    build = given.build.resolve()
    included = Included()
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    sources = {}
    for entry in entries:
        # What the build writes itself is nobody's to mend.
        if not pathlib.Path(entry["directory"], entry["file"]).resolve().is_relative_to(build):
            source = Source(entry, included)
            sources.setdefault(source.path, source)
    if given.sources:
        wanted = [sources[path.resolve()] for path in given.sources if path.resolve() in sources]
        if not wanted:
            print("tidy: none of these is a source that is compiled here", file=sys.stderr)
    else:
        wanted = sorted(sources.values(), key=lambda source: source.path)
    runner = Runner(build, given.cache or build / "lint" / "clean")
    unknown = []
    for source in dict.fromkeys(wanted):
        if runner.is_known(source):
            print(f"clean: {source.path} (as before)")
        else:
            unknown.append(source)
    with concurrent.futures.ThreadPoolExecutor(max_workers=given.jobs) as pool:
        for _ in pool.map(runner.look_at, groups_of(unknown)):
            pass
    return 1 if runner.found else 0


if __name__ == "__main__":
    sys.exit(main())
