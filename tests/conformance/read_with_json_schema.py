"""What is written as JSON is as graph_schema/graph.schema.json says, and what is wrong is found by it."""

import copy
import json
import pathlib
import sys
import unittest

from expected import SAMPLES, load, skip

try:
    import jsonschema
except ImportError:
    skip("python3-jsonschema is not installed")

SCHEMAS = pathlib.Path(__file__).resolve().parents[2] / "graph_schema"


def validator(name):
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


class JsonSchema(unittest.TestCase):
    def test_every_sample_is_valid(self):
        schema = validator("graph.schema.json")
        for sample in SAMPLES:
            with self.subTest(sample=sample):
                self.assertEqual([error.message for error in schema.iter_errors(load(sample))], [])

    def test_wrong_graphs_are_found(self):
        schema = validator("graph.schema.json")
        good = load("harbour")
        denial = next(i for i, edge in enumerate(good["edges"]) if edge["kind"] == "denies")
        action = next(i for i, edge in enumerate(good["edges"]) if edge["kind"] == "suspended")
        claim = next(i for i, node in enumerate(good["nodes"]) if node["kind"] == "Claim")

        def broken(change):
            graph = copy.deepcopy(good)
            change(graph)
            return not schema.is_valid(graph)

        self.assertTrue(broken(lambda g: g.pop("schema")))
        self.assertTrue(broken(lambda g: g["edges"][denial].update(evidence=[])))
        self.assertTrue(broken(lambda g: g["edges"][denial]["evidence"][0].pop("content")))
        self.assertTrue(broken(lambda g: g["edges"][action]["evidence"][0].pop("trigger")))
        self.assertTrue(broken(lambda g: g["edges"][denial].update(kind="shouts")))
        self.assertTrue(broken(lambda g: g["edges"][denial].update(weight=0)))
        self.assertTrue(broken(lambda g: g["edges"][denial].update(confidence=2)))
        self.assertTrue(broken(lambda g: g["edges"][denial].update(date="May")))
        self.assertTrue(broken(lambda g: g["nodes"][claim].pop("status")))
        self.assertFalse(broken(lambda g: g["nodes"][claim].update(colour="red")))

    def test_observations_of_the_documentation_are_valid(self):
        line = {
            "document": {"id": "a", "title": "T", "outlet": None, "author": None, "published": "2031-05-02", "url": None,
                         "sha256": "0" * 64},
            "entities": [{"id": 0, "type": "Person", "name": "Mira Tolland",
                          "mentions": [{"span": [0, 12], "head": [0, 12], "kind": "name"}]}],
            "attributions": [{"id": 0, "source": [[0, 12]], "cue": [[13, 17]], "content": [[18, 30]],
                              "source_entity": 0, "stance": "asserts", "form": "indirect", "polarity": "affirmed",
                              "modality": "actual", "nested_in": None, "confidence": 0.9}],
            "events": [{"id": 0, "type": "SUSPEND", "trigger": [20, 25], "date": {"value": "2031-05", "span": [26, 29]},
                        "polarity": "affirmed", "modality": "actual", "attribution": 0,
                        "arguments": [{"role": "agent", "entity": 0, "span": [0, 12]}]}],
        }
        schema = validator("observations.schema.json")
        self.assertEqual([error.message for error in schema.iter_errors(line)], [])
        line["events"][0]["type"] = "PICNIC"
        self.assertFalse(schema.is_valid(line))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
