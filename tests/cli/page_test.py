"""`gainsay export -o page.html`: the page by a parser, and in a headless browser where there is one."""

import html.parser
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from program import HANGS, run

SAMPLE_GRAPH = os.environ["GAINSAY_SAMPLE_GRAPH"]
SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
VOID = {"meta", "link", "br", "input", "img", "hr"}


class Outline(html.parser.HTMLParser):
    """Checks that tags close in order; collects ids, links and scripts."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.targets, self.scripts = [], [], [], 0

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            self.ids.append(values["id"])
        for name in values:
            # Nothing runs but the page's own script.
            assert not name.startswith("on"), name
        href = values.get("href", values.get("xlink:href"))
        if href:
            self.targets.append(href)
        self.scripts += tag == "script"
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            self.ids.append(values["id"])

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (self.open[-3:], tag)
        self.open.pop()


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="gainsay-page-")
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.folder = pathlib.Path(cls.scratch.name)
        for sample in ("empty", "harbour", "hostile"):
            subprocess.run([SAMPLE_GRAPH, sample, cls.folder / f"{sample}.json"], check=True)
            result = run("export", cls.folder / f"{sample}.json", "-o", cls.folder / f"{sample}.html")
            assert (result.returncode, result.stdout, result.stderr) == (0, "", ""), result
        run("export", SAMPLES / "graph.json", "-o", cls.folder / "calliope.html")

    def test_tags_ids_and_links(self):
        for sample in ("empty", "harbour", "hostile"):
            with self.subTest(sample=sample):
                outline = Outline()
                outline.feed((self.folder / f"{sample}.html").read_text(encoding="utf-8"))
                outline.close()
                self.assertEqual(outline.open, [])
                self.assertEqual(outline.scripts, 1)
                self.assertEqual(len(outline.ids), len(set(outline.ids)))
                for target in outline.targets:
                    if target.startswith("#"):
                        self.assertIn(target[1:], outline.ids)
                    else:
                        self.assertRegex(target, "^https?://")

    def test_every_sentence_stands_in_the_page(self):
        graph = json.loads((self.folder / "harbour.json").read_text(encoding="utf-8"))
        page = (self.folder / "harbour.html").read_text(encoding="utf-8")
        text = re.sub("</?mark>", "", page)
        for edge in graph["edges"]:
            for piece in edge["evidence"]:
                quoted = piece["text"].replace("&", "&amp;").replace('"', "&quot;").replace("'", "&#39;")
                self.assertIn(quoted, text)
                self.assertIn(f"bytes {piece['span'][0]}–{piece['span'][1]}", page)

    def test_the_view_is_drawn_and_the_rest_is_listed(self):
        target = self.folder / "disputes.html"
        result = run("export", self.folder / "harbour.json", "--view", "disputes", "-o", target)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        whole, part = (name.read_text(encoding="utf-8") for name in (self.folder / "harbour.html", target))
        self.assertEqual(part.count("<article "), whole.count("<article "))
        self.assertLess(part.count("data-drawn="), whole.count("data-drawn="))

    def in_browser(self, sample, script):
        """What `script` (of JavaScript, run after the page's own) leaves in `result`."""
        if BROWSER is None:
            self.skipTest("no Chromium is installed")
        page = (self.folder / f"{sample}.html").read_text(encoding="utf-8")
        page = page.replace(
            "</body>",
            "<script>window.onerror = (e) => { document.body.dataset.error = e; };"
            f"const result = (() => {{ {script} }})();"
            "document.body.dataset.result = JSON.stringify(result);</script></body>")
        changed = self.folder / f"{self.id().rsplit('.', 1)[-1]}.html"
        changed.write_text(page, encoding="utf-8")
        with tempfile.TemporaryDirectory(prefix="gainsay-browser-") as profile:
            done = subprocess.run(
                [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                 "--disable-background-networking", "--disable-component-update", "--disable-sync",
                 "--disable-dev-shm-usage", f"--user-data-dir={profile}", "--dump-dom", changed.as_uri()],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=HANGS)
        self.assertEqual(done.returncode, 0, done.stderr[-500:])
        self.assertNotIn("data-error", done.stdout)
        found = re.search('data-result="([^"]*)"', done.stdout)
        self.assertTrue(found, "the script did not end")
        unescaped = html.unescape(found.group(1))
        return json.loads(unescaped)

    def test_click_search_and_filter(self):
        answer = self.in_browser("harbour", """
            const out = {};
            const panel = document.getElementById("panel");
            const node = [...document.querySelectorAll("svg .node")].find((n) => n.textContent.includes("Mira Tolland"));
            node.dispatchEvent(new MouseEvent("click", { bubbles: true }));
            out.node = panel.textContent;
            const edge = [...document.querySelectorAll("svg .edge")].find((e) => e.textContent.includes("denies"));
            out.focusable = edge.getAttribute("tabindex");
            edge.focus();
            edge.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
            out.edge = panel.textContent;
            const search = document.getElementById("search");
            search.value = "tolland";
            search.dispatchEvent(new Event("input", { bubbles: true }));
            out.found = [...document.querySelectorAll("#found button")].map((b) => b.textContent);
            const before = document.querySelector("svg").getAttribute("viewBox");
            document.getElementById("zoom-in").click();
            out.zoomed = before !== document.querySelector("svg").getAttribute("viewBox");
            const shown = () => [...document.querySelectorAll("#lists .edge")].filter((e) => !e.closest("[hidden]")).length;
            out.all = shown();
            const box = document.querySelector("input[name=edge-kind][value=denies]");
            box.click();
            out.withoutDenials = shown();
            out.denialsLeft = [...document.querySelectorAll("#lists .edge[data-kind=denies]")].filter((e) => !e.hidden).length;
            out.drawnDenials = [...document.querySelectorAll("svg .edge:not(.off)")].filter((e) => e.textContent.includes("denies")).length;
            box.click();
            out.again = shown();
            document.querySelector("input[name=weight]").value = 3;
            document.getElementById("filters").dispatchEvent(new Event("input"));
            out.heavy = [...document.querySelectorAll("#lists .edge")].filter((e) => !e.hidden && Number(e.dataset.weight) < 3).length;
            return out;""")
        self.assertIn("Mira Tolland", answer["node"])
        self.assertIn("bytes", answer["node"])
        self.assertEqual(answer["focusable"], "0")
        self.assertIn("denies", answer["edge"])
        self.assertIn("bytes", answer["edge"])
        self.assertTrue(any(name.startswith("Mira Tolland") for name in answer["found"]), answer["found"])
        self.assertTrue(answer["zoomed"])
        self.assertLess(answer["withoutDenials"], answer["all"])
        self.assertEqual((answer["denialsLeft"], answer["drawnDenials"]), (0, 0))
        self.assertEqual(answer["again"], answer["all"])
        self.assertEqual(answer["heavy"], 0)

    def test_filter_by_outlet_and_time(self):
        answer = self.in_browser("calliope", """
            const outlets = [...document.querySelectorAll("select[name=outlet] option")].map((o) => o.value);
            const filters = document.getElementById("filters");
            const sentences = () => [...document.querySelectorAll("#lists .evidence > li")].filter((s) => !s.closest("[hidden]"));
            const all = sentences().length;
            filters.elements.outlet.value = outlets[outlets.length - 1];
            filters.dispatchEvent(new Event("input"));
            const one = sentences().map((s) => s.dataset.outlet);
            filters.elements.outlet.value = "";
            filters.elements.from.value = "2099-01-01";
            filters.dispatchEvent(new Event("input"));
            return { outlets, all, one, future: sentences().length };""")
        self.assertGreater(len(answer["outlets"]), 1)
        self.assertGreater(answer["all"], len(answer["one"]))
        self.assertEqual(set(answer["one"]), {answer["outlets"][-1]})
        self.assertEqual(answer["future"], 0)

    def test_hostile_texts_run_nothing(self):
        answer = self.in_browser("hostile", """
            for (const drawn of document.querySelectorAll("svg .node")) {
              drawn.dispatchEvent(new MouseEvent("click", { bubbles: true }));
            }
            return { scripts: document.scripts.length, images: document.images.length };""")
        self.assertEqual(answer, {"scripts": 2, "images": 0})


if __name__ == "__main__":
    unittest.main()
