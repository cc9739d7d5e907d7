"""`gainsay verify`: the sentences of a graph are those of its documents, for every format of the inputs."""

import gzip
import json
import pathlib
import shutil
import tempfile
import unittest

from program import run

ARTICLES = pathlib.Path(__file__).resolve().parents[2] / "samples" / "articles"


class Verify(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="gainsay-verify-")
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.folder = pathlib.Path(cls.scratch.name)
        # Text, Markdown, HTML and JSON Lines stand among the samples.
        cls.graph = cls.folder / "graph.json"
        result = run("build", ARTICLES, "-o", cls.graph)
        assert result.returncode == 0, result.stderr

    def articles(self, name):
        """A copy of the samples that a test may spoil."""
        folder = self.folder / name
        shutil.copytree(ARTICLES, folder)
        return folder

    def test_all_right(self):
        result = run("verify", self.graph, "--documents", ARTICLES)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertRegex(result.stdout, r"^\d{2,} spans in \d+ documents checked: 0 differences\n$")

    def test_packed_documents_and_other_order(self):
        packed = self.articles("packed")
        for path in (packed / "harbor_post.txt", packed / "wire.jsonl"):
            (packed / (path.name + ".gz")).write_bytes(gzip.compress(path.read_bytes()))
            path.unlink()
        result = run("verify", self.graph, "--documents", *sorted(packed.iterdir(), reverse=True))
        self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_a_changed_word_is_named_with_its_place(self):
        spoilt = self.articles("spoilt")
        text = spoilt / "harbor_post.txt"
        content = text.read_bytes()
        at = content.index(b"Tolland")
        text.write_bytes(content[:at] + b"Brandts" + content[at + 7:])
        result = run("verify", self.graph, "--documents", spoilt)
        self.assertEqual((result.returncode, result.stderr), (1, ""))
        self.assertRegex(result.stdout, rf"(?m)^harbor_post: bytes {at}-\d+, evidence of edge \w+: expected “Tolland.*”, found “Brandts")
        self.assertIn("harbor_post: not the text that the graph was made of", result.stdout)
        self.assertNotIn("meridian_page", result.stdout)
        answer = json.loads(run("verify", self.graph, "--documents", spoilt, "--json").stdout)
        self.assertEqual({found["document"] for found in answer["differences"]}, {"harbor_post"})
        self.assertEqual(answer["changed_documents"], ["harbor_post"])
        ids = {edge["id"] for edge in json.loads(self.graph.read_text(encoding="utf-8"))["edges"]}
        self.assertTrue({found["edge"] for found in answer["differences"] if "edge" in found} <= ids)

    def test_a_changed_graph_is_found_too(self):
        graph = json.loads(self.graph.read_text(encoding="utf-8"))
        evidence = next(edge["evidence"][0] for edge in graph["edges"] if edge["evidence"])
        evidence["text"] = evidence["text"].replace("e", "a", 1)
        other = self.folder / "changed.json"
        other.write_text(json.dumps(graph), encoding="utf-8")
        answer = json.loads(run("verify", other, "--documents", ARTICLES, "--json").stdout)
        self.assertEqual([found["expected"] for found in answer["differences"]], [evidence["text"]])

    def test_whatever_is_changed_in_the_graph_is_found(self):
        def edge_of(graph, kinds):
            return next(edge for edge in graph["edges"] if edge["kind"] in kinds)

        def other_kind(graph):
            edge_of(graph, ("denies",))["kind"] = "asserts"

        def swapped_sources(graph):
            edges = [edge for edge in graph["edges"] if edge["kind"] in ("asserts", "denies")]
            first = edges[0]
            second = next(edge for edge in edges if edge["source"] != first["source"])
            first["source"], second["source"] = second["source"], first["source"]

        def other_date(graph):
            next(edge for edge in graph["edges"] if edge["date"])["date"] = "1999-01-01"

        def other_weight(graph):
            edge_of(graph, ("asserts",))["weight"] = 12

        def other_label(graph):
            next(node for node in graph["nodes"] if node["kind"] == "Claim")["label"] += " not"

        def other_article(graph):
            node = next(node for node in graph["nodes"] if node["kind"] == "Document" and "published" in node["attributes"])
            node["attributes"]["published"] = "1999-01-01"

        def no_document_hash(graph):
            next(node for node in graph["nodes"] if node["kind"] == "Document")["attributes"].pop("sha256")

        def no_hash(graph):
            graph.pop("sha256")

        for change, says in ((other_kind, r"edge e\w+: id \(of source, target, kind"), (swapped_sources, r"edge e\w+: id"),
                             (other_date, "the graph was changed after it was written"),
                             (other_weight, r"edge e\w+: weight .*: expected “\d+”, found “12”"),
                             (other_label, "the graph was changed after it was written"),
                             (other_article, ": published: expected “1999-01-01”, found “20"),
                             (no_document_hash, "the graph has no SHA-256 of its text"),
                             (no_hash, "the graph has no SHA-256 of its own")):
            with self.subTest(change=change.__name__):
                graph = json.loads(self.graph.read_text(encoding="utf-8"))
                change(graph)
                other = self.folder / "tampered.json"
                other.write_text(json.dumps(graph), encoding="utf-8")
                result = run("verify", other, "--documents", ARTICLES)
                self.assertEqual((result.returncode, result.stderr), (1, ""))
                self.assertRegex(result.stdout, says)
                answer = json.loads(run("verify", other, "--documents", ARTICLES, "--json").stdout)
                self.assertEqual(answer["graph_sha256"], "missing" if change is no_hash else "wrong")

    def test_bytes_between_the_spans(self):
        spoilt = self.articles("between")
        with open(spoilt / "harbor_post.txt", "ab") as file:
            file.write(b"\n\nMore.\n")
        result = run("verify", self.graph, "--documents", spoilt)
        self.assertEqual((result.returncode, result.stderr), (1, ""))
        self.assertIn("harbor_post: not the text that the graph was made of (SHA-256 differs)\n", result.stdout)
        self.assertIn(": 0 differences\n", result.stdout)

    def test_the_layout_of_the_json_does_not_matter(self):
        other = self.folder / "indented.json"
        other.write_text(json.dumps(json.loads(self.graph.read_text(encoding="utf-8")), indent=1), encoding="utf-8")
        result = run("verify", other, "--documents", ARTICLES)
        self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_a_shorter_document(self):
        short = self.articles("short")
        (short / "harbor_post.txt").write_text("Nothing is left.\n", encoding="utf-8")
        result = run("verify", self.graph, "--documents", short)
        self.assertEqual(result.returncode, 1)
        self.assertIn("the document ends at byte 17", result.stdout)

    def test_a_missing_document_is_no_success(self):
        fewer = self.articles("fewer")
        (fewer / "harbor_post.txt").unlink()
        (fewer / "harbor_post.json").unlink()
        result = run("verify", self.graph, "--documents", fewer)
        self.assertEqual(result.returncode, 1)
        self.assertIn("harbor_post: not among the documents\n", result.stdout)
        self.assertIn("0 differences, 1 document not found\n", result.stdout)

    def test_nothing_could_be_checked(self):
        other = self.folder / "other.txt"
        other.write_text("Another story.\n", encoding="utf-8")
        for documents, message in ((other, "nothing could be checked"), (self.folder / "none.txt", "none.txt")):
            with self.subTest(documents=documents):
                result = run("verify", self.graph, "--documents", documents)
                self.assertEqual((result.returncode, result.stdout), (3, ""))
                self.assertIn(message, result.stderr)
        self.assertEqual(run("verify", self.folder / "no.json", "--documents", ARTICLES).returncode, 3)

    def test_a_refused_document_is_1(self):
        result = run("verify", self.graph, "--documents", ARTICLES, self.folder / "vanished.txt")
        self.assertEqual(result.returncode, 1)
        self.assertIn("vanished.txt", result.stderr)
        self.assertIn("0 differences", result.stdout)

    def test_conllu(self):
        text = self.folder / "speech.txt"
        text.write_text("Mira Tolland said on Monday that Norway suspended the talks.\n", encoding="utf-8")
        trees = self.folder / "speech.conllu"
        self.assertEqual(run("parse", text, "-o", trees).returncode, 0)
        graph = self.folder / "speech.json"
        self.assertEqual(run("build", "--conllu", trees, "-o", graph).returncode, 0)
        result = run("verify", graph, "--conllu", "--documents", trees)
        self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_wrong_usage(self):
        for arguments in ((), (self.graph,), (self.graph, "--documents"), (self.graph, "--documents", ARTICLES, "--input-format", "pdf")):
            with self.subTest(arguments=arguments):
                result = run("verify", *arguments)
                self.assertEqual((result.returncode, result.stdout), (2, ""))


if __name__ == "__main__":
    unittest.main()
