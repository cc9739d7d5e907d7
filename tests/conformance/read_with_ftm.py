"""Our FollowTheMoney entities against its model: the schemata and properties that we use, written down after its YAML files, and,
where the package `followthemoney` is installed, its own validation."""

import json
import re
import sys
import unittest

from expected import SAMPLES, folder, load

THING = {"name": "name", "summary": "text", "description": "text", "country": "country", "alias": "name", "sourceUrl": "url",
         "publisher": "text", "keywords": "text", "notes": "text", "proof": "Document"}
INTERVAL = {"date": "date", "startDate": "date", "endDate": "date", "summary": "text", "sourceUrl": "url", "proof": "Document"}
MODEL = {
    "LegalEntity": THING,
    "Person": {**THING, "position": "text"},
    "Organization": THING,
    "PublicBody": THING,
    "Event": {**THING, **INTERVAL, "location": "text", "involved": "LegalEntity"},
    "Document": {**THING, "title": "text", "author": "text", "fileName": "text", "publishedAt": "date", "date": "date"},
    "Mention": {"document": "Document", "resolved": "LegalEntity", "detectedSchema": "text", "name": "name"},
    "UnknownLink": {**INTERVAL, "subject": "Thing", "object": "Thing", "role": "text"},
    "Note": {**THING, "entity": "Thing"},
}
IS_A = {"Person": {"LegalEntity", "Thing"}, "Organization": {"LegalEntity", "Thing"}, "PublicBody": {"LegalEntity", "Thing"},
        "LegalEntity": {"LegalEntity", "Thing"}, "Document": {"Document", "Thing"}, "Event": {"Thing"}, "Note": {"Thing"}}
REQUIRED = {"Person": "name", "Organization": "name", "PublicBody": "name", "LegalEntity": "name", "Event": "name",
            "Document": "name", "UnknownLink": "subject", "Mention": "document", "Note": "description"}
ENTITY_ID = re.compile(r"^[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?$")
DATE = re.compile(r"^\d{4}(-\d\d(-\d\d)?)?$")


def entities(sample):
    with open(folder() / f"{sample}.ftm", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


class FollowTheMoney(unittest.TestCase):
    def test_the_model(self):
        for sample in SAMPLES:
            with self.subTest(sample=sample):
                found = entities(sample)
                schema = {entity["id"]: entity["schema"] for entity in found}
                self.assertEqual(len(schema), len(found), "an id stands twice")
                for entity in found:
                    self.assertRegex(entity["id"], ENTITY_ID)
                    self.assertIn(REQUIRED[entity["schema"]], entity["properties"])
                    for name, values in entity["properties"].items():
                        kind = MODEL[entity["schema"]][name]
                        self.assertTrue(values and len(set(values)) == len(values) and all(values))
                        for value in values:
                            if kind == "date":
                                self.assertRegex(value, DATE)
                            elif kind == "country":
                                self.assertRegex(value, "^[a-z]{2}$")
                            elif kind[0].isupper():
                                self.assertIn(kind, IS_A[schema[value]], f"{name} of {entity['id']}")

    def test_nothing_is_lost(self):
        for sample in SAMPLES:
            graph, found = load(sample), entities(sample)
            kept = ("Person", "Organization", "Country", "Group", "Outlet", "Event", "Document")
            things = [entity for entity in found if entity["schema"] not in ("Mention", "UnknownLink", "Note")]
            self.assertEqual(len(things), sum(node["kind"] in kept for node in graph["nodes"]))
            statements = {"asserts", "denies", "rejects", "accuses", "demands", "promises", "warns", "suggests", "questions",
                          "declines", "agrees", "retracts"}
            self.assertEqual(sum(entity["schema"] == "Note" for entity in found),
                             sum(edge["kind"] in statements for edge in graph["edges"]))

    def test_its_own_model(self):
        try:
            from followthemoney import model
        except ImportError:
            self.skipTest("the package followthemoney is not installed")
        for sample in SAMPLES:
            for entity in entities(sample):
                proxy = model.get_proxy(entity, cleaned=False)
                self.assertEqual(proxy.schema.name, entity["schema"])
                dropped = {name: values for name, values in entity["properties"].items()
                           if len(proxy.get(name)) != len(values) and name != "sourceUrl"}
                self.assertEqual(dropped, {}, entity["id"])
                proxy.schema.validate(entity)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
