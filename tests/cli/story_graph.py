"""A small graph of two papers that contradict each other, made by hand, for the tests of the queries."""


def article(name, outlet, published, title):
    return {"id": f"document:{name}", "kind": "Document", "label": title, "aliases": [name],
            "attributes": {"outlet": outlet, "published": published, "title": title}, "mentions": []}


def actor(name, kind="Person", **more):
    return {"id": f"{kind.lower()}:{name.lower().replace(' ', '-')}", "kind": kind, "label": name, "aliases": [],
            "attributes": {}, "mentions": [], **more}


def claim(name, label, status, sources, places=()):
    return {"id": f"claim:{name}", "kind": "Claim", "label": label, "status": status, "aliases": [],
            "attributes": {"sources": sources},
            "mentions": [{"document": document, "span": [at, at + len(label.encode())], "text": label}
                         for document, at in places]}


def edge(number, source, kind, target, document=None, text="", date=None, **more):
    evidence = []
    if document:
        size = len(text.encode())
        part = {"trigger": [[50, 50 + size]]} if kind in ("met", "suspended") else \
            {"source": [], "cue": [], "content": [[50, 50 + size]]}
        evidence = [{"document": document, "span": [50, 50 + size], "text": text, **part}]
    return {"id": f"e{number}", "source": source, "target": target, "kind": kind, "weight": 1, "confidence": 0.9,
            "polarity": "affirmed", "modality": "actual", "relayed_by": [], "evidence": evidence,
            **({"date": date} if date else {}), **more}


def story():
    talks = "Brandt met Tolland on Monday."
    return {
        "schema": "gainsay-graph/1",
        "nodes": [
            article("post-1", "The Post", "2031-05-02", "Dam leaks, says Brandt"),
            article("radio-1", "Radio Orsk", "2031-05-04", "Minister denies leak"),
            actor("Ilyas Brandt", aliases=["Brandt"]),
            actor("Mira Tolland", aliases=["Tolland"], attributes={"position": "Foreign Minister"}),
            actor("Ministry of Ports", "Organization"),
            actor("Norway", "Country", attributes={"country": "NO"}),
            claim("dam", "the dam at Salmere leaks", "disputed", 2, [("post-1", 10), ("radio-1", 20)]),
            claim("toll", "the toll was raised", "asserted", 1, [("post-1", 300)]),
            claim("fish", "the fish in the harbour are dead", "asserted", 1, [("radio-1", 300)]),
            {"id": "event:talks", "kind": "Event", "label": "Brandt met Tolland", "aliases": [],
             "attributes": {"type": "CONSULT", "date": "2031-05-01",
                            "variants": [{"document": "radio-1", "key": "date", "value": "2031-04-30"}]},
             "mentions": [{"document": name, "span": [50, 50 + len(talks)], "text": talks}
                          for name in ("post-1", "radio-1")]},
        ],
        "edges": [
            edge(1, "person:ilyas-brandt", "asserts", "claim:dam", "post-1", "“The dam\n leaks,” Brandt said.",
                 "2031-05-01"),
            edge(2, "person:mira-tolland", "denies", "claim:dam", "radio-1", "Tolland denied that the dam leaks."),
            edge(3, "organization:ministry-of-ports", "declines", "claim:dam", "radio-1", "The ministry had no comment."),
            edge(4, "person:ilyas-brandt", "asserts", "claim:toll", "post-1", "The toll was raised, he said."),
            edge(5, "country:norway", "asserts", "claim:fish", "radio-1", "The fish are dead, said Oslo."),
            edge(6, "person:ilyas-brandt", "met", "person:mira-tolland", "post-1", talks, "2031-05-01"),
            edge(7, "person:ilyas-brandt", "participates_in", "event:talks", role="agent"),
            edge(8, "person:mira-tolland", "participates_in", "event:talks", role="companion"),
            edge(9, "claim:dam", "about", "country:norway"),
        ],
    }


def story_before():
    """The day before: nobody has denied anything, and the claim was worded otherwise."""
    graph = story()
    graph["nodes"] = [node for node in graph["nodes"]
                      if node["id"] not in ("document:radio-1", "claim:fish", "country:norway", "claim:dam")]
    graph["nodes"].append(claim("old", "the dam of Salmere leaks", "asserted", 1, [("post-1", 10)]))
    graph["edges"] = [edge(1, "person:ilyas-brandt", "asserts", "claim:old", "post-1", "“The dam leaks,” Brandt said.",
                           "2031-05-01")] + [each for each in graph["edges"] if each["id"] in ("e4", "e6", "e7", "e8")]
    return graph
