"""`gainsay export -o page.html`: the page by a parser, and in a headless browser where there is one."""

import html.parser
import json
import os
import pathlib
import re
import subprocess
import tempfile
import time
import unittest

from browser import BROWSER, DESK, PHONE, Browser
from program import run

SAMPLE_GRAPH = os.environ["GAINSAY_SAMPLE_GRAPH"]
SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"
VOID = {"meta", "link", "br", "input", "img", "hr"}
VIEWS = ["overview", "people", "disputes", "statements", "outlets", "network", "articles", "review"]


class Outline(html.parser.HTMLParser):
    """Checks that tags close in order; collects tags and the data."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.data = [], [], ""

    def handle_starttag(self, tag, attributes):
        # Nothing runs but the page's own script.
        assert not any(name.startswith("on") or name in ("src", "style") for name, _ in attributes), attributes
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open and self.open[-1][0] == tag, (self.open[-3:], tag)
        self.open.pop()

    def handle_data(self, text):
        if self.open and self.open[-1][1].get("id") == "data":
            self.data += text


class PageCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="gainsay-page-")
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.folder = pathlib.Path(cls.scratch.name)
        for sample in ("empty", "harbour", "hostile"):
            subprocess.run([SAMPLE_GRAPH, sample, cls.folder / f"{sample}.json"], check=True)
        (cls.folder / "calliope.json").write_bytes((SAMPLES / "graph.json").read_bytes())
        for sample in ("empty", "harbour", "hostile", "calliope"):
            result = run("export", cls.folder / f"{sample}.json", "-o", cls.folder / f"{sample}.html")
            assert (result.returncode, result.stdout, result.stderr) == (0, "", ""), result


class PageFile(PageCase):
    def outline(self, sample):
        outline = Outline()
        outline.feed((self.folder / f"{sample}.html").read_text(encoding="utf-8"))
        outline.close()
        self.assertEqual(outline.open, [])
        return outline

    def test_whatever_the_graph_the_tags_are_the_same(self):
        tags = self.outline("empty").tags
        self.assertEqual(tags.count("script"), 2)
        for sample in ("harbour", "hostile", "calliope"):
            self.assertEqual(self.outline(sample).tags, tags)

    def test_every_sentence_stands_in_the_data(self):
        graph = json.loads((self.folder / "harbour.json").read_text(encoding="utf-8"))
        data = json.loads(self.outline("harbour").data)
        passages = data["passages"]["text"]
        for edge in graph["edges"]:
            for piece in edge["evidence"]:
                self.assertTrue(any(piece["text"] in passage for passage in passages), piece)

    def test_a_part_is_a_page_of_the_part(self):
        target = self.folder / "part.html"
        result = run("export", self.folder / "calliope.json", "--around", "Selin Aksoy", "--hops", "1", "-o", target)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertLess(len(json.loads(self.outline("part").data)["nodes"]["id"]),
                        len(json.loads(self.outline("calliope").data)["nodes"]["id"]))


@unittest.skipIf(BROWSER is None, "no Chromium is installed")
class PageInBrowser(PageCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)

    def show(self, sample, address="#/overview", device=DESK, dark=False):
        self.browser.look(device, dark)
        self.browser.open(self.folder / f"{sample}.html")
        self.browser.go(address)

    def text(self, selector="main"):
        return self.browser.evaluate(f"document.querySelector({json.dumps(selector)}).innerText")

    def tearDown(self):
        self.assertEqual(self.browser.faults(), [])
        self.assertEqual(self.browser.requests(), [])

    def addresses(self):
        """One of every view, and every tab of a person."""
        graph = json.loads((self.folder / "calliope.json").read_text(encoding="utf-8"))
        claim = next(node["id"] for node in graph["nodes"] if node.get("status") == "disputed")
        tabs = ["said", "about", "did", "connected", "names"]
        return ([f"#/{view}" for view in VIEWS] + [f"#/who/person:mira-tolland/{tab}" for tab in tabs]
                + [f"#/claim/{claim}", "#/article/harbor_post", "#/who/person:nobody-here", "#/review/names:person:mira-tolland"])

    def text_in_time(self, selector):
        """Of an element that a busy machine may show late."""
        end = time.monotonic() + 30
        while time.monotonic() < end:
            if self.browser.evaluate(f"document.querySelector({json.dumps(selector)}) !== null"):
                break
            time.sleep(0.05)
        return self.text(selector)

    def test_search_finds_the_person_first(self):
        self.show("calliope")
        for words, name in (("tolland", "Mira Tolland"), ("mira tolland", "Mira Tolland"), ("toland", "Mira Tolland"),
                            ("ABASHIDZE", "Levan Abashidze"), ("levan", "Levan Abashidze"), ("norw", "Norway"),
                            ("meridian li", "Meridian Lines"), ("aksoy", "Selin Aksoy"), ("turkye", "Turkey")):
            with self.subTest(words=words):
                self.browser.press("/")
                self.browser.type(words)
                first = self.text_in_time("#found [role=option] strong")
                self.assertEqual(first, name)
                self.assertEqual(self.browser.evaluate("document.getElementById('search').getAttribute('aria-expanded')"), "true")
                self.browser.press("Escape")
                self.browser.evaluate("(document.getElementById('search').value = '', document.activeElement.blur())")

    def test_keys_alone_lead_to_a_person(self):
        self.show("calliope")
        self.browser.press("/")
        self.browser.type("tolland")
        self.browser.press("ArrowDown")
        self.browser.evaluate("new Promise((done) => addEventListener('hashchange', () => setTimeout(done), {once: true}) || "
                              "document.getElementById('search').dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true})))")
        self.assertEqual(self.browser.evaluate("location.hash"), "#/who/person:mira-tolland")
        self.assertEqual(self.text("h1"), "Mira Tolland")
        self.assertEqual(self.browser.evaluate("document.activeElement.tagName"), "H1")
        self.assertIn("Mira Tolland", self.browser.evaluate("document.title"))

    def test_a_dispute_shows_both_sides_with_their_sentences(self):
        graph = json.loads((self.folder / "calliope.json").read_text(encoding="utf-8"))
        labels = {node["id"]: node["label"] for node in graph["nodes"]}
        disputed = {node["id"] for node in graph["nodes"] if node.get("status") == "disputed"}
        denial = next(edge for edge in graph["edges"] if edge["kind"] == "denies" and edge["target"] in disputed)
        self.show("calliope", f"#/claim/{denial['target']}")
        self.assertIn(labels[denial["source"]], self.text(".side-column.against"))
        self.assertIn(denial["evidence"][0]["text"], self.text(".side-column.against"))
        self.assertTrue(self.browser.evaluate("document.querySelectorAll('.side-column.for .sentence').length > 0"))
        self.assertIn("Which outlet tells which side", self.text())
        self.assertTrue(self.browser.evaluate("document.querySelectorAll('svg.timeline .mark').length > 0"))

    def test_filters_count_anew_and_stand_in_the_address(self):
        self.show("calliope", "#/statements")
        whole = self.text(".chips .count")
        self.assertRegex(whole, r"^(\d+) of \1 statements$")
        self.show("calliope", "#/statements?outlet=Varna Morning")
        kept = re.match(r"(\d+) of (\d+)", self.text(".chips .count"))
        self.assertLess(int(kept[1]), int(kept[2]))
        outlets = set(self.browser.evaluate("[...document.querySelectorAll('.sentence .outlet')].map((e) => e.innerText)"))
        self.assertEqual(outlets, {"Varna Morning"})
        self.show("calliope", "#/statements?from=2099-01-01")
        self.assertRegex(self.text(".chips .count"), "^0 of ")
        # Choosing in a chip changes the address; going back takes it back.
        self.show("calliope", "#/statements")
        self.browser.evaluate("new Promise((done) => { addEventListener('hashchange', () => setTimeout(done), {once: true});"
                              " const e = document.querySelector('select[name=stance]'); e.value = 'against'; e.dispatchEvent(new Event('change')); })")
        self.assertIn("stance=against", self.browser.evaluate("location.hash"))
        self.assertEqual(self.browser.evaluate("document.querySelectorAll('.statement .badge.for').length"), 0)
        self.browser.evaluate("new Promise((done) => { addEventListener('hashchange', () => setTimeout(done), {once: true}); history.back(); })")
        self.assertEqual(self.text(".chips .count"), whole)

    def test_a_network_grows_by_choosing(self):
        self.show("calliope", "#/network")
        names = "document.querySelectorAll('.network .node').length"
        before = self.browser.evaluate(names)
        self.assertGreater(before, 3)
        self.browser.click(".network .node")
        self.assertTrue(self.browser.evaluate("document.querySelector('.node.chosen') !== null"))
        self.assertIn("sel=", self.browser.evaluate("location.hash"))
        self.assertTrue(self.browser.evaluate("document.querySelectorAll('.panel .sentence').length > 0"))
        self.browser.go("#/network?n=person:mira-tolland,country:norway")
        self.assertEqual(self.browser.evaluate(names), 2)
        self.browser.evaluate("document.querySelector('.node').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
        self.browser.evaluate("new Promise((done) => { addEventListener('hashchange', () => setTimeout(done), {once: true});"
                              " document.querySelector('[data-key=expand]').click(); })")
        self.assertGreater(self.browser.evaluate(names), 2)
        # Names do not lie upon each other, and the same address gives the same picture.
        boxes = "[...document.querySelectorAll('.node rect')].map((r) => ['x', 'y', 'width', 'height'].map((a) => Number(r.getAttribute(a))))"
        first = self.browser.evaluate(boxes)
        for place, (x, y, w, h) in enumerate(first):
            for other_x, other_y, other_w, other_h in first[place + 1:]:
                self.assertTrue(x + w <= other_x or other_x + other_w <= x or y + h <= other_y or other_y + other_h <= y)
        address = self.browser.evaluate("location.hash")
        self.show("calliope", address)
        self.assertEqual(self.browser.evaluate(boxes), first)

    def test_corrections_become_lines_that_the_program_reads(self):
        self.show("calliope", "#/who/person:mira-tolland/names")
        self.browser.evaluate("""(() => {
            const field = document.querySelector('.fields input[list]');
            field.value = 'person:selin-aksoy';
            [...document.querySelectorAll('button')].find((b) => b.innerText === 'Join').click();
        })()""")
        self.browser.evaluate("""(() => {
            document.querySelector('.tick input').checked = true;
            [...document.querySelectorAll('button')].find((b) => b.innerText.startsWith('The ticked')).click();
        })()""")
        self.browser.go("#/review")
        lines = self.browser.evaluate("[...document.querySelectorAll('main code')].map((e) => e.innerText)")
        self.assertIn("same | person:mira-tolland | person:selin-aksoy", lines)
        self.assertTrue(any(line.startswith("different | person:mira-tolland@") for line in lines), lines)
        overrides = self.folder / "corrections.txt"
        overrides.write_text("\n".join(line for line in lines if line.startswith("same")) + "\n", encoding="utf-8")
        # The browser keeps the lines for the next visit; another page starts without.
        self.browser.evaluate("localStorage.clear()")
        observations = self.folder / "observations.jsonl"
        run("extract", SAMPLES / "articles", "-o", observations)
        result = run("resolve", observations, "--overrides", overrides, "-o", self.folder / "corrected.json")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        ids = {node["id"] for node in json.loads((self.folder / "corrected.json").read_text(encoding="utf-8"))["nodes"]}
        self.assertFalse({"person:mira-tolland", "person:selin-aksoy"} <= ids)

    def corrected_graph(self, lines):
        overrides = self.folder / "corrections.txt"
        overrides.write_text("\n".join(lines) + "\n", encoding="utf-8")
        result = run("build", SAMPLES / "articles", "--overrides", overrides, "-o", self.folder / "corrected.json")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        return json.loads((self.folder / "corrected.json").read_text(encoding="utf-8"))

    def note(self, script):
        """Does something in the review and waits for what it makes of the address."""
        before = self.browser.evaluate("location.hash")
        self.browser.evaluate(script + "; 0")
        self.browser.until(f"location.hash !== {json.dumps(before)} || document.querySelector('#toast p') !== null")

    def lines_made(self):
        self.browser.go("#/review")
        return self.browser.evaluate("[...document.querySelectorAll('main .columns > :last-child li code')].map((e) => e.innerText)")

    def test_statements_are_reviewed_one_by_one(self):
        reading = json.loads(run("query", self.folder / "calliope.json", "review", "--json").stdout)["readings"]
        self.show("calliope", "#/review")
        # In the order of `gainsay query review`.
        first = reading[0]["statement"]
        self.assertIn(first["actor"]["label"], self.text(".card h2"))
        self.assertIn(first["edge"]["evidence"][0]["text"][:30], self.text(".card"))
        self.browser.press("a")
        self.browser.until("location.hash !== '#/review'")
        self.assertIn("1 of", self.text("main > p.quiet"))
        self.assertTrue(set(reading[0]["accept"]) <= set(self.lines_made()))
        # Taken back, and the other way round.
        self.browser.evaluate("document.querySelector('main .columns > :last-child button').click()")
        self.assertEqual(self.lines_made(), reading[0]["accept"][1:])
        second = next(each["statement"] for each in reading[1:] if each["kind"] == "statement" and len(each["remove"]) == 1)
        edge = second["edge"]
        name = " ".join((edge["source"], edge["kind"], edge["target"], edge["label"]))
        self.browser.go(f"#/review/statement:{name}".replace(" ", "%20").replace('"', "%22"))
        self.assertIn(second["actor"]["label"], self.text(".card h2"))
        self.browser.press("w")
        self.browser.until("document.querySelector('#toast p') !== null")
        lines = self.lines_made()
        self.assertTrue(lines[-1].startswith("drop | "), lines)
        graph = self.corrected_graph(lines)
        sentences = [(piece["document"], piece.get("content")) for other in graph["edges"] for piece in other["evidence"] if "cue" in piece]
        place = edge["evidence"][0]
        self.assertNotIn((place["document"], place["content"]), sentences)
        self.browser.evaluate("localStorage.clear()")

    def test_a_sentence_is_corrected_where_it_stands(self):
        graph = json.loads((self.folder / "calliope.json").read_text(encoding="utf-8"))
        denial = next(edge for edge in graph["edges"] if edge["kind"] == "denies" and len(edge["evidence"]) == 1)
        self.show("calliope", f"#/who/{denial['source']}/said")
        self.browser.evaluate("""(() => {
            const sentence = [...document.querySelectorAll('.sentence')].find((e) => e.innerText.includes(%s));
            [...sentence.querySelectorAll('button')].find((b) => b.innerText === 'Correct').click();
            const field = sentence.querySelector('input[list]');
            field.value = 'Rosa Venn';
            [...sentence.querySelectorAll('button')].find((b) => b.innerText === 'Set the speaker').click();
            const stance = sentence.querySelector('.verdicts label select');
            stance.value = 'demands';
            [...sentence.querySelectorAll('button')].find((b) => b.innerText === 'Set the stance').click();
        })()""" % json.dumps(denial["evidence"][0]["text"][:30]))
        lines = self.lines_made()
        self.assertEqual([line.split(" | ")[0] for line in lines], ["speaker", "stance"])
        corrected = self.corrected_graph(lines)
        found = [edge for edge in corrected["edges"] if edge["source"] == "person:rosa-venn" and edge["kind"] != "reported_in"]
        self.assertEqual([(edge["kind"], edge["confidence"]) for edge in found], [("demands", 1)])
        self.browser.evaluate("localStorage.clear()")

    def test_a_merge_is_reviewed(self):
        merge = next(each for each in json.loads(run("query", self.folder / "calliope.json", "review", "--only", "merges", "--json").stdout)["readings"]
                     if each["node"]["kind"] == "Claim")
        self.show("calliope", "#/review")
        ends = merge["merge"]
        self.browser.evaluate(f"location.hash = '#/review/' + encodeURIComponent({json.dumps('merge:' + merge['node']['id'] + ' | ' + ends['first'] + ' | ' + ends['second'])})")
        self.browser.until("document.querySelectorAll('.card .sentence').length === 2")
        self.browser.press("w")
        self.browser.until("document.querySelector('#toast p') !== null")
        lines = self.lines_made()
        self.assertEqual(lines, merge["remove"])
        graph = self.corrected_graph(lines)

        def claims_at(place):
            document, span = place.rsplit(":", 1)
            begin, end = map(int, span.split("-"))
            return {edge["target"] for edge in graph["edges"] for piece in edge["evidence"]
                    if piece["document"] == document and piece.get("content") and (piece["content"][0][0], piece["content"][-1][1]) == (begin, end)}

        self.assertTrue(claims_at(ends["first"]) and claims_at(ends["second"]))
        self.assertFalse(claims_at(ends["first"]) & claims_at(ends["second"]))
        self.browser.evaluate("localStorage.clear()")

    def test_letter_keys_can_be_switched_off(self):
        self.show("calliope", "#/review")
        self.browser.click(".keys input")
        self.browser.press("a")
        self.assertEqual(self.browser.evaluate("location.hash"), "#/review")
        self.assertEqual(self.lines_made(), [])
        self.browser.evaluate("localStorage.clear()")

    def test_who_says_the_same_together_stands_together(self):
        article = self.folder / "port.txt"
        article.write_text("The port\n\nNorway and Georgia said on Monday that the port of Varna was closed. Turkey denied that the port of Varna was closed.\n",
                           encoding="utf-8")
        graph = self.folder / "port.json"
        self.assertEqual(run("build", article, "-o", graph, "--html", self.folder / "port.html").returncode, 0)
        claim = next(node["id"] for node in json.loads(graph.read_text(encoding="utf-8"))["nodes"] if node.get("status") == "disputed")
        self.show("port", f"#/claim/{claim}")
        self.assertEqual(self.browser.evaluate("document.querySelectorAll('.side-column.for .sentence').length"), 1)
        self.assertEqual(self.browser.evaluate("[...document.querySelectorAll('.side-column.for .line .name')].map((e) => e.textContent).sort()"), ["Georgia", "Norway"])
        self.assertEqual(self.text(".side-column.for .count-badge"), "2")

    def test_hostile_texts_run_nothing_and_are_shown(self):
        self.show("hostile")
        for view in VIEWS:
            self.browser.go(f"#/{view}")
            self.assertEqual(self.browser.evaluate("[document.scripts.length, document.images.length, document.querySelectorAll('iframe, object, embed, link, b, i, u').length]"),
                             [1, 0, 0])
        graph = json.loads((self.folder / "hostile.json").read_text(encoding="utf-8"))
        self.browser.go("#/people")
        shown = self.text()
        for node in graph["nodes"]:
            if node["kind"] == "Person" and "<" in node["label"]:
                self.assertIn(re.sub(r"\s+", " ", node["label"])[:20], re.sub(r"\s+", " ", shown))
        # Each name's direction ends with it.
        self.assertTrue(self.browser.evaluate("[...document.querySelectorAll('.name')].every((e) => e.querySelector('bdi'))"))

    def test_every_view_in_every_look(self):
        for device, dark in ((DESK, False), (DESK, True), (PHONE, True)):
            self.show("calliope", "#/overview", device, dark)
            for address in self.addresses():
                with self.subTest(address=address, phone=device["mobile"], dark=dark):
                    self.browser.go(address)
                    self.assertEqual(self.browser.evaluate("document.querySelectorAll('h1').length"), 1)
                    self.assertLess(self.browser.evaluate("document.querySelectorAll('*').length"), 3000)
                    # No sideways scrolling of the page.
                    self.assertLessEqual(self.browser.evaluate("document.documentElement.scrollWidth"), device["width"])
                    self.assertEqual(self.browser.evaluate("matchMedia('(prefers-color-scheme: dark)').matches ? "
                                                           "document.documentElement.dataset.theme : 'light'"), "dark" if dark else "light")

    def test_a_view_is_whole_as_soon_as_it_is_there(self):
        self.show("calliope")
        # In the same moment, before the browser has drawn anything: a text cannot be lost and no button lie under the next entry.
        lost, covered, entries = self.browser.evaluate("""new Promise((done) => {
            addEventListener('hashchange', () => {
                const entries = [...document.querySelectorAll('.entries > li')];
                const shown = document.querySelector('main').innerText.replace(/\\s+/g, ' ');
                const lost = entries.filter((e) => !shown.includes(e.querySelector('.words').textContent.replace(/\\s+/g, ' ').trim()));
                const covered = entries.slice(0, -1).filter((e, at) => [...e.querySelectorAll('button')].some((b) =>
                    b.getBoundingClientRect().bottom > entries[at + 1].getBoundingClientRect().top));
                done([lost.length, covered.length, entries.length]);
            }, {once: true});
            location.hash = '#/statements';
        })""")
        self.assertEqual((lost, covered), (0, 0))
        self.assertGreater(entries, 12)

    def test_empty_graphs_have_a_page(self):
        self.show("empty")
        for view in VIEWS:
            self.browser.go(f"#/{view}")
            self.assertEqual(self.browser.evaluate("document.querySelectorAll('h1').length"), 1)


if __name__ == "__main__":
    unittest.main()
