"""join_page.py FOLDER OUTPUT.cpp: the page's modules and styles as one script and one style sheet, compiled in.

Modules are plain JavaScript that browsers could load as they are. Joined, they share one scope: every name at the top of
a module must be unique, imports rename nothing and go round in no circle. Anything else ends with a message."""

import base64
import hashlib
import pathlib
import re
import sys

IMPORT = re.compile(r'^import \{[^}]*\} from "(\.[^"]+)";\n', re.MULTILINE)
TOP_NAME = re.compile(r"^(?:export )?(?:const|let|class|function|async function)\*? ([A-Za-z_$][\w$]*)", re.MULTILINE)


def fail(path, message):
    sys.exit(f"{path}: {message}")


def in_order(main):
    """The modules, each after those that it imports."""
    done, open_modules = [], []

    def visit(path):
        if path in done:
            return
        if path in open_modules:
            fail(path, "imports itself, by way of " + ", ".join(module.name for module in open_modules))
        open_modules.append(path)
        for target in IMPORT.findall(path.read_text(encoding="utf-8")):
            visit((path.parent / target).resolve())
        open_modules.pop()
        done.append(path)

    visit(main.resolve())
    return done


def shortened(path, text):
    """Without comments on lines of their own, and without indentation."""
    lines = []
    for line in text.splitlines():
        bare = line.strip()
        if bare.count("`") % 2:
            fail(path, f"expected a template that ends on its line, found {bare!r}")
        if bare and not bare.startswith("//"):
            lines.append(bare)
    return "\n".join(lines) + "\n"


def script(folder):
    owners, parts = {}, []
    modules = in_order(folder / "main.js")
    for path in folder.rglob("*.js"):
        if path.resolve() not in modules:
            fail(path, "no module imports it")
    for path in modules:
        text = path.read_text(encoding="utf-8")
        for name in TOP_NAME.findall(text):
            if name in owners:
                fail(path, f"{name} is also a name of {owners[name]}")
            owners[name] = path.name
        text = IMPORT.sub("", text)
        if re.search(r"^import ", text, re.MULTILINE):
            fail(path, 'expected imports of the form: import { a, b } from "./c.js";')
        parts.append(shortened(path, re.sub(r"^export ", "", text, flags=re.MULTILINE)))
    return '"use strict";\n(() => {\n' + "".join(parts) + "})();\n"


def style(folder):
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((folder / "style").glob("*.css")))
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()) + "\n"


def literals(text):
    """As C++: pieces that compilers take, none of which can end early."""
    assert ')page"' not in text
    return " ".join(f'R"page({text[at:at + 12000]})page"' for at in range(0, len(text), 12000))


def main():
    folder, output = map(pathlib.Path, sys.argv[1:])
    parts = {"style": style(folder), "script": script(folder)}
    source = "// Made of page/ by join_page.py.\n#include \"exporters/html/page_files.h\"\n\nnamespace gainsay {\n"
    for name, text in parts.items():
        if "</" + name in text or "<!--" in text:
            fail(folder, f"the {name} holds a tag that would end it")
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        source += f"\nstd::string_view page_{name}() {{\n    return {literals(text)};\n}}\n"
        source += f"\nstd::string_view page_{name}_hash() {{\n    return \"sha256-{digest}\";\n}}\n"
    output.write_text(source + "\n} // namespace gainsay\n", encoding="utf-8")


if __name__ == "__main__":
    main()
