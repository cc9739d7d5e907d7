"""The page of the sample graph in a browser, and the addresses of all its views."""

import json
import pathlib
import tempfile
import unittest

from browser import DESK, Browser
from program import run

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"
GRAPH = SAMPLES / "graph.json"


class SamplePage(unittest.TestCase):
    """Written once for a class of tests: `page`, its `addresses` and the id of a disputed `claim`; `browser` shows it."""

    # What `gainsay export` gets beside the graph and the title.
    export_options = ()

    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix=f"gainsay-{cls.__name__.lower()}-")
        cls.addClassCleanup(scratch.cleanup)
        cls.page = pathlib.Path(scratch.name) / "calliope.html"
        result = run("export", GRAPH, "-o", cls.page, *cls.export_options, "--title", "The missing freighter")
        assert result.returncode == 0, result.stderr
        nodes = json.loads(GRAPH.read_text(encoding="utf-8"))["nodes"]
        cls.claim = next(node["id"] for node in nodes if node.get("status") == "disputed")
        cls.addresses = ["#/overview", "#/people", "#/disputes", "#/statements?sort=date", "#/outlets", "#/outlets?of=Varna Morning&show=left",
                         "#/network", "#/articles", "#/review", f"#/claim/{cls.claim}", "#/article/harbor_post", "#/who/person:nobody",
                         "#/statements?stance=against&told=2"]
        cls.addresses += [f"#/who/person:mira-tolland/{tab}" for tab in ("said", "about", "did", "connected", "names")]
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)

    # Run in the page as soon as it is open.
    script = ""

    def show(self, address, device=DESK, dark=False):
        self.browser.look(device, dark)
        self.browser.open(self.page)
        if self.script:
            self.browser.evaluate(self.script + "; 0")
        self.browser.go(address)
