"""English stands in the tables of src/resources/en and in src/language: the sources of extract, resolve and query hold none
of its function words, endings and forms, and no tag of the Penn Treebank (which other parsers' CoNLL-U need not have).

words_in_code.txt lists what is still there. It may only shrink: a word that is new fails, and so does a line whose word is
gone, until the line is taken out. A line with a folder alone ("extract/proposition/") excuses all of it: not cleared yet."""

import collections
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROOMS = ("extract", "resolve", "query")
KNOWN = pathlib.Path(__file__).with_name("words_in_code.txt")

PENN_TAGS = """CC CD DT EX FW IN JJ JJR JJS LS MD NN NNS NNP NNPS PDT POS PRP PRP$ RB RBR RBS RP TO UH VB VBD VBG VBN VBP VBZ
WDT WP WP$ WRB""".split()
WORDS = """a an the this that these those some any no every each all both another other such of to in on at by for from with
without about against between into over under after before since until as like than because if while although though unless
whether and or but nor so yet not n't never neither either i me my we us our you your he him his she her it its they them
their who whom whose which what where when why how there here be am is are was were been being have has had having do does
did done doing will would shall should can could may might must let 's mr mrs ms dr said says say told tell saying year week
month day today yesterday tomorrow government minister president mid half former late early jr sr""".split()
ENDINGS = "s es ed er ers ing ings ion ions ation ations ment ments ity ities ies ly y al ance ence tion sion ness".split()
# Names of kinds, relations and fields that look like words: behind these, a literal names and does not compare.
NAMING = re.compile(r'\b(?:has|is|is_before|words|value|name_is|child|relation|is_statement_word|table|column|field)\(([^()]*)$')
# Relations of Universal Dependencies, and columns and choices of the answers of query, which are words of their own.
NO_WORDS = {"extract": set(), "resolve": set(), "query": {"for", "against", "neither", "no", "first", "week", "month", "year", "day"}}


def literals(text):
    """Each string of a source, with what stands before it in its line."""
    for line in text.splitlines():
        line = re.sub(r"//.*", "", line)
        if line.lstrip().startswith("#"):
            continue
        for match in re.finditer(r'"((?:[^"\\]|\\.)*)"', line):
            yield match.group(1), line[: match.start()]


def words_of(room, text):
    for literal, before in literals(text):
        word = literal.strip()
        english = word in PENN_TAGS or word.lower() in WORDS or (word in ENDINGS and literal == word)
        if english and word not in NO_WORDS[room] and not NAMING.search(before):
            yield word


def lines():
    return [line for line in KNOWN.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def found():
    excused = tuple(line for line in lines() if line.endswith("/"))
    counts = collections.Counter()
    for room in ROOMS:
        for path in (ROOT / "src" / room).rglob("*.cpp"):
            name = path.relative_to(ROOT / "src").as_posix()
            if name.startswith(excused):
                continue
            counts.update((name, word) for word in words_of(room, path.read_text(encoding="utf-8")))
    return counts


def known():
    counts = {}
    for line in lines():
        if not line.endswith("/"):
            path, word, count = line.split("\t")
            counts[path, word] = int(count)
    return counts


class WordsInCode(unittest.TestCase):
    maxDiff = None

    def test_no_word_is_new_and_no_line_is_old(self):
        self.assertEqual({f"{path}: {word}": count for (path, word), count in sorted(found().items())},
                         {f"{path}: {word}": count for (path, word), count in sorted(known().items())})

    def test_excused_folders_are_there(self):
        for line in lines():
            if line.endswith("/"):
                self.assertTrue((ROOT / "src" / line).is_dir(), line)

    def test_what_it_finds(self):
        source = '''
            if (syntax.form(token) == "the" || xpos == "VBD") { // "an"
                return ends_with(word, "ing") ? lemma + " is" : syntax.is(token, "case");
            }
            english.grammar.has("by", word);'''
        self.assertEqual(list(words_of("extract", source)), ["the", "VBD", "ing", "is"])


if __name__ == "__main__":
    unittest.main()
