"""The page for everybody: WCAG 2.2 AA as far as a program can check it (page_rules.js), keyboard alone, fingers, print."""

import pathlib
import re
import unittest

from browser import BROWSER, DESK, PHONE
from sample_page import SamplePage

HERE = pathlib.Path(__file__).resolve().parent
RULES = (HERE / "page_rules.js").read_text(encoding="utf-8")


@unittest.skipIf(BROWSER is None, "no Chromium is installed")
class Access(SamplePage):
    def rules(self):
        return self.browser.evaluate(RULES)

    def test_rules_in_every_view_light_dark_and_on_a_phone(self):
        for device, dark in ((DESK, False), (DESK, True), (PHONE, False)):
            self.show("#/overview", device, dark)
            for address in self.addresses:
                with self.subTest(address=address, phone=device["mobile"], dark=dark):
                    self.browser.go(address)
                    self.assertEqual(self.rules(), [])

    def test_rules_of_what_opens(self):
        self.show("#/overview")
        self.browser.press("/")
        self.browser.type("har")
        self.assertEqual(self.rules(), [])
        self.browser.press("Escape")
        self.browser.go(f"#/claim/{self.claim}")
        self.browser.evaluate("[...document.querySelectorAll('main button')].filter((b) => b.innerText === 'Cite').forEach((b) => b.click())")
        self.assertEqual(self.rules(), [])
        self.browser.go("#/network")
        self.browser.click(".network .node")
        self.assertEqual(self.rules(), [])

    def test_the_rules_find_faults(self):
        self.show("#/overview")
        for script, rule in (("document.querySelector('h2').outerHTML = '<h4>x</h4>'", "headings"),
                             ("document.querySelector('h1').style.color = '#aaa'", "contrast"),
                             ("document.querySelector('.theme').removeAttribute('aria-label'); document.querySelector('.theme').textContent = ''", "name"),
                             ("document.querySelector('select').closest('label').replaceWith(document.querySelector('select'))", "name"),
                             ("document.querySelector('main').id = 'search'", "ids")):
            with self.subTest(rule=rule, script=script):
                self.show("#/overview")
                self.browser.evaluate(script + "; 0")
                self.assertTrue(any(fault.startswith(rule) for fault in self.rules()), self.rules())

    def test_keys_reach_all_and_nothing_holds_them(self):
        for address in (f"#/claim/{self.claim}", "#/network"):
            self.browser.look()
            self.browser.open(self.page.resolve().as_uri() + address)
            reached = []
            for _ in range(400):
                self.browser.press("Tab")
                here = self.browser.evaluate("""(() => { const e = document.activeElement; const s = getComputedStyle(e);
                    const all = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')];
                    const chip = e.closest('.chip'); return [all.indexOf(e), chip ? getComputedStyle(chip).outlineStyle : s.outlineStyle, e.tagName, e === document.body]; })()""")
                if here[3] or (reached and here[0] == reached[0][0]):
                    break
                reached.append(here)
            wanted = self.browser.evaluate("""[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
                .filter((e) => !e.disabled && !e.closest('[hidden], details:not([open]) > :not(summary)') && e.getClientRects().length).length""")
            self.assertEqual(len({place for place, *_ in reached}), wanted)
            # In the order of the page, each one visible when it has the focus.
            self.assertEqual([place for place, *_ in reached], sorted(place for place, *_ in reached))
            self.assertTrue(all(outline != "none" or tag == "g" for _, outline, tag, _ in reached))

    def test_keys_in_the_network(self):
        self.show("#/network")
        self.browser.evaluate("document.querySelector('.network .node').focus()")
        first = self.browser.evaluate("document.activeElement.getAttribute('aria-label')")
        seen = {first}
        for key in ("ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"):
            self.browser.press(key)
            seen.add(self.browser.evaluate("document.activeElement.getAttribute('aria-label')"))
        self.assertGreater(len(seen), 1)
        self.browser.press("Enter")
        self.assertEqual(self.browser.evaluate("document.querySelectorAll('.node.chosen').length"), 1)
        self.browser.press("Escape")
        self.assertEqual(self.browser.evaluate("document.querySelectorAll('.node.chosen').length"), 0)

    def touch(self, *moves):
        """Each move is a list of (x, y), one a finger."""
        for place, points in enumerate(moves):
            self.browser.send("Input.dispatchTouchEvent", type="touchStart" if place == 0 else "touchMove",
                              touchPoints=[{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)])
        self.browser.send("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def test_fingers(self):
        self.show("#/network", PHONE)
        box = self.browser.evaluate("(() => { const b = document.querySelector('.network').getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; })()")
        x, y = box[0] + box[2] / 2, min(box[1] + box[3] / 2, 600)
        # One finger scrolls the page.
        self.touch(*([(x, y - 15 * step)] for step in range(15)))
        self.assertGreater(self.browser.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(scrollY), 100)))"), 100)
        self.browser.evaluate("scrollTo(0, 0)")
        # Two zoom.
        before = self.browser.evaluate("document.querySelector('.network').getAttribute('viewBox')")
        self.touch([(x - 30, y), (x + 30, y)], [(x - 60, y), (x + 60, y)], [(x - 90, y), (x + 90, y)])
        after = self.browser.evaluate("document.querySelector('.network').getAttribute('viewBox')")
        self.assertLess(float(after.split()[2]), float(before.split()[2]))
        # What a tap shows is on the screen, and so is the name.
        self.browser.evaluate("document.querySelector('.zoom button:nth-child(3)').click()")
        node = self.browser.evaluate("(() => { const e = document.querySelector('.network .node'); e.scrollIntoView({block: 'center'}); const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()")
        self.touch([tuple(node)])
        # A browser without a window makes no click of a tap, or a late one.
        tapped = "new Promise((done) => setTimeout(() => done(document.querySelector('.node.chosen') !== null), 500))"
        if not self.browser.evaluate(tapped):
            for kind in ("mousePressed", "mouseReleased"):
                self.browser.send("Input.dispatchMouseEvent", type=kind, x=node[0], y=node[1], button="left", clickCount=1)
        self.browser.until("document.querySelector('.node.chosen') !== null")
        panel = self.browser.evaluate("(() => { const b = document.querySelector('.panel').getBoundingClientRect(); return [b.top, b.bottom, innerHeight]; })()")
        self.assertLess(panel[0], panel[2] - 200)
        name = self.browser.evaluate("(() => { const b = document.querySelector('.node.chosen').getBoundingClientRect(); return [b.top, b.bottom]; })()")
        self.assertGreaterEqual(name[0], 0)
        self.assertLessEqual(name[1], panel[0])

    def test_what_a_finger_meets_is_large(self):
        self.show(f"#/claim/{self.claim}", PHONE)
        small = self.browser.evaluate("""[...document.querySelectorAll('button, select, nav.phone > a, summary')].filter((e) => e.getClientRects().length)
            .map((e) => [e.innerText, e.getBoundingClientRect().height]).filter(([, height]) => height < 44)""")
        self.assertEqual(small, [])

    def test_narrow_screens_and_large_letters(self):
        for address in self.addresses:
            self.show(address, {"width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": True})
            with self.subTest(address=address):
                self.assertLessEqual(self.browser.evaluate("document.documentElement.scrollWidth"), 320)

    def test_a_dispute_on_paper(self):
        for dark in (False, True):
            self.show(f"#/claim/{self.claim}", DESK, dark)
            data = self.browser.pdf()
            self.assertEqual(len(re.findall(rb"/Type\s*/Page\b", data)), 1)


if __name__ == "__main__":
    unittest.main()
