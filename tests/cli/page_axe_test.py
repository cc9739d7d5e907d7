"""axe-core over every view of the page: WCAG 2.0 to 2.2, A and AA, and best practice; light, dark, phone. Of npm, pinned by
axe/package-lock.json; skipped where it cannot be had or no Chromium is installed."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from browser import BROWSER, DESK, PHONE
from sample_page import SAMPLES, SamplePage

HERE = pathlib.Path(__file__).resolve().parent
NPM = shutil.which("npm")
# So high that nothing lies under the bar at the bottom, which one scrolls things out of.
TALL_PHONE = {**PHONE, "height": 12000}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe_source():
    """The script, installed once into the build folder; None where it cannot be had."""
    if BROWSER is None or NPM is None:
        return None
    packages = pathlib.Path(os.environ.get("GAINSAY_BUILD") or tempfile.gettempdir()) / "tests" / "axe"
    lock = (HERE / "axe" / "package-lock.json").read_bytes()
    installed = packages / "installed.json"
    if not installed.is_file() or installed.read_bytes() != lock:
        packages.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / "axe" / name, packages / name)
        result = subprocess.run([NPM, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=packages, capture_output=True, check=False)
        if result.returncode != 0:
            return None
        installed.write_bytes(lock)
    return (packages / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


AXE = axe_source()


@unittest.skipIf(AXE is None, "no Chromium is installed, or npm cannot install axe-core")
class Axe(SamplePage):
    export_options = ("--documents", SAMPLES / "articles")
    script = AXE

    def faults(self):
        return self.browser.evaluate("axe.run(document, {runOnly: " + json.dumps(TAGS) + ", resultTypes: ['violations']}).then((found) => "
                                     "found.violations.map((v) => `${v.id}: ${v.nodes.length}: ${v.nodes[0].html.slice(0, 200)} ${v.nodes[0].failureSummary}`))")

    def test_every_view_light_dark_and_on_a_phone(self):
        for device, dark in ((DESK, False), (DESK, True), (TALL_PHONE, False), (TALL_PHONE, True)):
            self.show("#/overview", device, dark)
            for address in self.addresses:
                with self.subTest(address=address, phone=device["mobile"], dark=dark):
                    self.browser.go(address)
                    # The whole view at once: what the bar at the foot covers of it at the moment comes free by scrolling.
                    height = self.browser.evaluate("document.documentElement.scrollHeight")
                    self.browser.look({**device, "height": max(device["height"], int(height))}, dark)
                    self.assertEqual(self.faults(), [])
                    self.browser.look(device, dark)

    def test_what_opens(self):
        for device in (DESK, PHONE):
            self.show("#/overview", device)
            self.browser.press("/")
            self.browser.type("har")
            self.assertEqual(self.faults(), [])
            self.browser.press("Escape")
            self.browser.go(f"#/claim/{self.claim}")
            self.browser.evaluate("[...document.querySelectorAll('main button')].filter((b) => ['Cite', 'Correct', 'Show what is around it'].includes(b.innerText)).forEach((b) => b.click())")
            self.assertEqual(self.faults(), [])
            self.browser.go("#/network")
            self.browser.click(".network .node")
            self.assertEqual(self.faults(), [])

    def test_it_finds_faults(self):
        self.show("#/overview")
        self.browser.evaluate("document.querySelector('h1').style.color = '#bbb'; document.querySelector('main a').textContent = ''; 0")
        self.assertGreaterEqual(len(self.faults()), 2)


if __name__ == "__main__":
    unittest.main()
