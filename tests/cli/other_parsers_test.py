"""CoNLL-U that other parsers write: what they say of characters in MISC is no span, and other labels do no harm."""

import json
import tempfile
import unittest

from program import run

# Stanza counts characters, we count bytes: the name has two letters of two bytes each.
STANZA = """# newdoc id = stanza
# text = Zoé Björk denied that Norway had frozen the talks.
1 Zoé Zoé PROPN NNP Number=Sing 3 nsubj _ start_char=0|end_char=3|ner=B-PERSON
2 Björk Björk PROPN NNP Number=Sing 1 flat _ start_char=4|end_char=9|ner=E-PERSON
3 denied deny VERB VBD Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ start_char=10|end_char=16
4 that that SCONJ IN _ 7 mark _ start_char=17|end_char=21
5 Norway Norway PROPN NNP Number=Sing 7 nsubj _ start_char=22|end_char=28
6 had have AUX VBD VerbForm=Fin 7 aux _ start_char=29|end_char=32
7 frozen freeze VERB VBN VerbForm=Part 3 ccomp _ start_char=33|end_char=39
8 the the DET DT PronType=Art 9 det _ start_char=40|end_char=43
9 talks talk NOUN NNS Number=Plur 7 obj _ start_char=44|end_char=49|SpaceAfter=No
10 . . PUNCT . _ 3 punct _ start_char=49|end_char=50
"""
UDPIPE = "\n".join(
    line if line.startswith("#") else line.rsplit(" ", 1)[0] + " TokenRange=0:3" + ("|SpaceAfter=No" if "SpaceAfter" in line else "")
    for line in STANZA.splitlines()
).replace("id = stanza", "id = udpipe")
# Not the relations of UD 2.
SPACY = STANZA.replace("id = stanza", "id = spacy").replace(" obj ", " dobj ")


def conllu(blanks):
    lines = [line if line.startswith("#") else "\t".join(line.split(" ")) for line in blanks.strip().splitlines()]
    return "\n".join(lines) + "\n\n"


class OtherParsers(unittest.TestCase):
    def test_spans_are_bytes_whatever_the_parser_counts(self):
        for name, text in (("stanza", STANZA), ("udpipe", UDPIPE), ("spacy", SPACY)):
            with self.subTest(parser=name), tempfile.NamedTemporaryFile("w", suffix=".conllu", encoding="utf-8") as file:
                file.write(conllu(text))
                file.flush()
                result = run("extract", "--conllu", file.name)
                self.assertEqual(result.returncode, 0, result.stderr)
                document = json.loads(result.stdout)
                self.assertEqual(document["document"]["id"], name)
                denial = document["attributions"][0]
                self.assertEqual(denial["stance"], "denies")
                sentence = "Zoé Björk denied that Norway had frozen the talks.".encode()
                begin, end = denial["source"][0]
                self.assertEqual(sentence[begin:end].decode(), "Zoé Björk")
                begin, end = denial["cue"][0]
                self.assertEqual(sentence[begin:end].decode(), "denied")


if __name__ == "__main__":
    unittest.main()
