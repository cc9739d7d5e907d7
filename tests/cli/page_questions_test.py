"""The four questions of docs/explorer.md, asked as a newcomer would: by typing, Enter, mouse and finger, on a desk and a phone,
light and dark. What answers must be on the page, and each answer within the steps that the document tells."""

import json
import pathlib
import tempfile
import unittest

from browser import BROWSER, DESK, PHONE, Browser
from program import run

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"
LOOKS = [(DESK, False), (DESK, True), (PHONE, False), (PHONE, True)]


@unittest.skipIf(BROWSER is None, "no Chromium is installed")
class FourQuestions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="gainsay-newcomer-")
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        cls.page = cls.folder / "affair.html"
        result = run("build", SAMPLES / "articles", "-o", cls.folder / "graph.json", "--html", cls.page, "--title", "The missing freighter")
        assert result.returncode == 0, result.stderr
        cls.graph = json.loads((cls.folder / "graph.json").read_text(encoding="utf-8"))
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)

    def in_every_look(self, ask):
        for device, dark in LOOKS:
            with self.subTest(phone=device["mobile"], dark=dark):
                self.browser.look(device, dark)
                self.browser.open(self.page)
                ask()
                self.assertEqual(self.browser.faults(), [])

    def text(self, selector="main"):
        """With what is farther down, which is drawn when it is scrolled to."""
        return self.browser.evaluate(f"document.querySelector({json.dumps(selector)}).textContent")

    def has_moved(self, before):
        """Another address, and its view drawn."""
        self.browser.until(f"location.hash !== {json.dumps(before)}")
        self.browser.evaluate("new Promise((done) => setTimeout(() => requestAnimationFrame(() => done(0)), 100))")

    def find(self, words):
        """Types into the search as people do, and opens what stands first."""
        self.browser.click("#search")
        self.browser.type(words)
        self.browser.until("document.querySelector('#found [role=option]') !== null")
        first = self.text("#found [role=option]")
        before = self.browser.evaluate("location.hash")
        self.browser.press("Enter")
        self.has_moved(before)
        return first

    def click_on(self, selector, words):
        """The first element of the selector whose words begin so, by the mouse; it must be on the screen then."""
        self.browser.evaluate("(() => { document.querySelectorAll('[data-wanted]').forEach((e) => e.removeAttribute('data-wanted'));"
                              " const e = [...document.querySelectorAll(%s)].find((each) => each.textContent.trim().startsWith(%s)); e.setAttribute('data-wanted', ''); })()"
                              % (json.dumps(selector), json.dumps(words)))
        self.browser.click("[data-wanted]")

    def test_who_denies_it(self):
        def ask():
            self.assertIn("radar data", self.find("radar"))
            against = self.text(".side-column.against")
            for name in ("Levan Abashidze", "Georgia", "Nino Gelashvili"):
                self.assertIn(name, against)
            self.assertIn("Mira Tolland", self.text(".side-column.for"))
            self.assertGreater(self.browser.evaluate("document.querySelectorAll('.side-column.against .sentence').length"), 2)

        self.in_every_look(ask)

    def test_what_did_she_say_in_a_certain_time(self):
        def ask():
            self.find("tolland")
            self.assertEqual(self.text("h1"), "Mira Tolland")
            before = self.browser.evaluate("location.hash")
            self.browser.evaluate("(() => { const e = document.querySelector('input[name=from]'); e.value = '2031-04-05'; e.dispatchEvent(new Event('change')); })()")
            self.has_moved(before)
            days = self.browser.evaluate("[...document.querySelectorAll('h2.group')].map((e) => e.innerText)")
            self.assertEqual(days, ["5 Apr 2031", "6 Apr 2031", "11 Apr 2031"])
            self.assertEqual(self.browser.evaluate("[...document.querySelectorAll('main button')].filter((b) => b.innerText === 'CSV').length"), 1)
            # The address holds the whole question.
            address = self.browser.evaluate("location.href")
            self.browser.open(address)
            self.assertEqual(self.browser.evaluate("[...document.querySelectorAll('h2.group')].map((e) => e.innerText)"), days)

        self.in_every_look(ask)

    def test_which_outlets_left_it_out(self):
        def ask():
            self.find("radar")
            self.assertIn("Left out by: Varna Morning", self.text())
            before = self.browser.evaluate("location.hash")
            self.click_on("main a", "Varna Morning")
            self.has_moved(before)
            self.assertIn("radar data", self.text())
            self.assertIn("Varna Morning", self.text())

        self.in_every_look(ask)

    def test_is_this_merge_right_and_correct_it(self):
        def ask():
            self.find("meridian")
            self.assertEqual(self.text("h1"), "Meridian Lines")
            self.click_on("nav.tabs a", "Names in")
            self.browser.until("document.querySelector('.tick input') !== null")
            self.assertIn("the same name", self.text())
            self.browser.click(".tick input")
            self.click_on("main button", "The ticked articles mean another")
            self.browser.until("document.querySelector('#toast p') !== null")
            self.assertIn("Noted", self.text("#toast"))
            self.browser.go("#/review")
            lines = self.browser.evaluate("[...document.querySelectorAll('main li code')].map((e) => e.innerText)")
            self.assertTrue(lines and all(line.startswith("different | organization:meridian-lines@") for line in lines), lines)
            overrides = self.folder / "corrections.txt"
            overrides.write_text("\n".join(lines) + "\n", encoding="utf-8")
            target = self.folder / "corrected.json"
            result = run("build", SAMPLES / "articles", "--overrides", overrides, "-o", target)
            self.assertEqual((result.returncode, result.stderr), (0, ""))
            corrected = json.loads(target.read_text(encoding="utf-8"))
            # The second one's label says behind the name what tells it from the first.
            named = [node for node in corrected["nodes"] if node["label"].startswith("Meridian Lines") and node["kind"] == "Organization"]
            self.assertEqual(len(named), 2)
            # Nothing else changed.
            others = lambda graph: sorted(node["id"] for node in graph["nodes"] if node["kind"] == "Person")
            self.assertEqual(others(corrected), others(self.graph))
            self.browser.evaluate("localStorage.clear()")

        self.in_every_look(ask)


if __name__ == "__main__":
    unittest.main()
