"""The search of the page finds whom one means first: forty questions on the samples, and, where GAINSAY_SHARED names the
folder of shared data, forty on the 84 articles of PolNeAR dev."""

import json
import os
import pathlib
import tempfile
import unittest

from browser import BROWSER, DESK, Browser
from program import run

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"
POLNEAR = pathlib.Path(os.environ.get("GAINSAY_SHARED", "")) / "data" / "polnear" / "polnear-dev.jsonl"

# What is typed, and the label that must come first: of a person or body, else of a claim, else of an article.
OF_SAMPLES = {
    "tolland": "Mira Tolland", "mira tolland": "Mira Tolland", "mira": "Mira Tolland", "toland": "Mira Tolland", "tollnad": "Mira Tolland",
    "mrs. tolland": "Mira Tolland", "minister tolland": "Mira Tolland", "foreign minister tolland": "Mira Tolland", "ABASHIDZE": "Levan Abashidze",
    "abashize": "Levan Abashidze", "levan": "Levan Abashidze", "minister abashidze": "Levan Abashidze", "gelashvili": "Nino Gelashvili",
    "nino": "Nino Gelashvili", "gelashvilli": "Nino Gelashvili", "aksoy": "Selin Aksoy", "selin": "Selin Aksoy", "sand": "Viktor Sand",
    "viktor": "Viktor Sand", "victor sand": "Viktor Sand", "lomidze": "Davit Lomidze", "davit": "Davit Lomidze", "roth": "Hanna Roth",
    "renner": "Paula Renner", "lund": "Eva Lund", "kvam": "Odd Kvam", "norw": "Norway", "norway": "Norway", "georgia": "Georgia",
    "turkye": "Turkey", "meridian": "Meridian Lines", "meridian li": "Meridian Lines", "council": "Black Sea Search Council",
    "search council": "Black Sea Search Council", "bssc": "Black Sea Search Council", "eu": "European Union", "european": "European Union",
    "un": "United Nations", "united nations": "United Nations", "harbor post": "Harbor Post",
}
OF_POLNEAR = {
    "trump": "Donald Trump", "donald trump": "Donald Trump", "mr. trump": "Donald Trump", "tramp": "Donald Trump", "obama": "Barack Obama",
    "barack obama": "Barack Obama", "president obama": "Barack Obama", "mr. obama": "Barack Obama", "clinton": "Hillary Clinton",
    "hillary": "Hillary Clinton", "hillary clinton": "Hillary Clinton", "secretary clinton": "Hillary Clinton", "hilary clinton": "Hillary Clinton",
    "bill clinton": "Bill Clinton", "pence": "Mike Pence", "mike pence": "Mike Pence", "kaine": "Tim Kaine", "sanders": "Bernie Sanders",
    "bernie": "Bernie Sanders", "cruz": "Ted Cruz", "paul ryan": "Paul Ryan", "ryan": "Paul Ryan", "holt": "Lester Holt", "machado": "Alicia Machado",
    "putin": "Vladimir Putin", "kerry": "John Kerry", "secretary kerry": "John Kerry", "warren": "Elizabeth Warren", "elizabeth waren": "Elizabeth Warren",
    "mcconnell": "Mitch McConnell", "stumpf": "John Stumpf", "gary johnson": "Gary Johnson", "jill stein": "Jill Stein", "ivanka": "Ivanka Trump",
    "michelle obama": "Michelle Obama", "russia": "Russia", "united states": "United States", "cnn": "CNN", "gop": "Republican Party",
    "wells fargo": "Wells Fargo",
}


@unittest.skipIf(BROWSER is None, "no Chromium is installed")
class Search(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="gainsay-search-")
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)

    def first_found(self, words):
        return self.browser.evaluate("(() => { const field = document.getElementById('search'); field.value = %s; field.dispatchEvent(new Event('input'));"
                                     " const first = document.querySelector('#found [role=option] strong'); return first ? first.innerText : ''; })()" % json.dumps(words))

    def check(self, page, questions):
        self.browser.look(DESK)
        self.browser.open(page)
        wrong = {words: found for words, label in questions.items() if (found := self.first_found(words)) != label}
        # 95 of a hundred.
        self.assertLessEqual(20 * len(wrong), len(questions), wrong)

    def test_samples(self):
        page = self.folder / "samples.html"
        self.assertEqual(run("export", SAMPLES / "graph.json", "-o", page).returncode, 0)
        self.check(page, OF_SAMPLES)

    @unittest.skipIf(not POLNEAR.is_file(), "GAINSAY_SHARED names no folder with PolNeAR")
    def test_polnear(self):
        articles = self.folder / "polnear.jsonl"
        with open(articles, "w", encoding="utf-8") as out:
            for line in POLNEAR.read_text(encoding="utf-8").splitlines():
                article = json.loads(line)
                out.write(json.dumps({"id": article["doc_id"], "title": article["title"], "outlet": article["publisher"], "published": article["date"],
                                      "text": article["text"]}) + "\n")
        page = self.folder / "polnear.html"
        self.assertEqual(run("build", articles, "-o", self.folder / "polnear.json", "--html", page).returncode, 0)
        self.check(page, OF_POLNEAR)


if __name__ == "__main__":
    unittest.main()
