#include "extract/proposition/statement_context.h"

#include "base/utf8.h"
#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

#include <string>

using namespace gainsay;

namespace {

const char *const two_sentences = R"(# text = The ferry sank .
1 The the DET _ Definite=Def|PronType=Art 2 det _ _
2 ferry ferry NOUN _ Number=Sing 3 nsubj _ _
3 sank sink VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
4 . . PUNCT _ _ 3 punct _ _

# text = On Monday Reed said this was planned .
1 On on ADP _ _ 2 case _ _
2 Monday Monday PROPN _ Number=Sing 4 obl _ _
3 Reed Reed PROPN _ Number=Sing 4 nsubj _ NER=B-PER
4 said say VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
5 this this PRON _ Number=Sing|PronType=Dem 7 nsubj:pass _ _
6 was be AUX _ Mood=Ind|Tense=Past|VerbForm=Fin 7 aux:pass _ _
7 planned plan VERB _ Tense=Past|VerbForm=Part 4 ccomp _ _
8 . . PUNCT _ _ 4 punct _ _
)";

} // namespace

TEST_CASE("What stands before a statement ends at its first word") {
    const TreeText text(two_sentences);
    FoundAttribution found = TreeText::attribution(8, TreeText::words(9, 11));
    found.source = TreeText::words(7, 7);
    CHECK(statement_context(text.book, found, found.content) == "The ferry sank . On Monday");
    CHECK(points_back(text.book, found.content));
    const FoundAttribution first = TreeText::attribution(1, TreeText::words(1, 3));
    CHECK(statement_context(text.book, first, first.content).empty());
}

TEST_CASE("Context goes on with what the statement's sentence tells behind it, if that is more than who speaks") {
    const TreeText text(R"(# text = Costs rose , said Reed of the new ferry .
1 Costs cost NOUN _ Number=Plur 2 nsubj _ _
2 rose rise VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 , , PUNCT _ _ 2 punct _ _
4 said say VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 2 parataxis _ _
5 Reed Reed PROPN _ Number=Sing 4 nsubj _ NER=B-PER
6 of of ADP _ _ 9 case _ _
7 the the DET _ Definite=Def|PronType=Art 9 det _ _
8 new new ADJ _ Degree=Pos 9 amod _ _
9 ferry ferry NOUN _ Number=Sing 4 obl _ _
10 . . PUNCT _ _ 4 punct _ _

# text = Prices fell , said Reed .
1 Prices price NOUN _ Number=Plur 2 nsubj _ _
2 fell fall VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 , , PUNCT _ _ 2 punct _ _
4 said say VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 2 parataxis _ _
5 Reed Reed PROPN _ Number=Sing 4 nsubj _ NER=B-PER
6 . . PUNCT _ _ 4 punct _ _
)");
    FoundAttribution found = TreeText::attribution(4, TreeText::words(1, 2));
    found.cue = TreeText::words(4, 4);
    found.source = TreeText::words(5, 5);
    CHECK(statement_context(text.book, found, found.content) == "\u2026 said Reed of the new ferry .");
    FoundAttribution second = TreeText::attribution(14, TreeText::words(11, 12));
    second.cue = TreeText::words(14, 14);
    second.source = TreeText::words(15, 15);
    CHECK(statement_context(text.book, second, second.content) == "Costs rose , said Reed of the new ferry .");
}

TEST_CASE("Context goes back to a sentence that names somebody") {
    const TreeText text(R"(# text = Tom Lund sold the ferry in May .
1 Tom Tom PROPN _ Number=Sing 3 nsubj _ NER=B-PER
2 Lund Lund PROPN _ Number=Sing 1 flat _ NER=I-PER
3 sold sell VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
4 the the DET _ Definite=Def|PronType=Art 5 det _ _
5 ferry ferry NOUN _ Number=Sing 3 obj _ _
6 in in ADP _ _ 7 case _ _
7 May May PROPN _ Number=Sing 3 obl _ _
8 . . PUNCT _ _ 3 punct _ _

# text = The crew wept all night .
1 The the DET _ Definite=Def|PronType=Art 2 det _ _
2 crew crew NOUN _ Number=Sing 3 nsubj _ _
3 wept weep VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
4 all all DET _ _ 5 det _ _
5 night night NOUN _ Number=Sing 3 obl _ _
6 . . PUNCT _ _ 3 punct _ _

# text = Reed said prices rose .
1 Reed Reed PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 said say VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 prices price NOUN _ Number=Plur 4 nsubj _ _
4 rose rise VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 2 ccomp _ _
5 . . PUNCT _ _ 2 punct _ _
)");
    FoundAttribution found = TreeText::attribution(16, TreeText::words(17, 18));
    found.source = TreeText::words(15, 15);
    CHECK(statement_context(text.book, found, found.content) ==
          "Tom Lund sold the ferry in May . The crew wept all night .");
}

TEST_CASE("\"Those who left\" says itself whom it means") {
    const TreeText text(R"(# text = Reed said those who left were right .
1 Reed Reed PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 said say VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 those that PRON _ Number=Plur|PronType=Dem 7 nsubj _ _
4 who who PRON _ PronType=Rel 5 nsubj _ _
5 left leave VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 3 acl:relcl _ _
6 were be AUX _ Mood=Ind|Tense=Past|VerbForm=Fin 7 cop _ _
7 right right ADJ _ Degree=Pos 2 ccomp _ _
8 . . PUNCT _ _ 2 punct _ _
)");
    CHECK_FALSE(points_back(text.book, TreeText::words(3, 7)));
}

TEST_CASE("What told of a noun at length is cut at a word's end") {
    // The long word has a limit in bytes fall within each of its letters' two bytes once.
    for (const std::string &pad : {std::string(), std::string("x")}) {
        std::string word = pad;
        for (int letter = 0; letter < 260; ++letter) {
            word += "\u00e9";
        }
        std::string tree = R"(# text = The steel bridge by )";
        tree.append(word)
            .append(R"( opened .
1 The the DET _ Definite=Def|PronType=Art 3 det _ _
2 steel steel NOUN _ Number=Sing 3 compound _ _
3 bridge bridge NOUN _ Number=Sing 6 nsubj _ _
4 by by ADP _ _ 5 case _ _
5 )")
            .append(word)
            .append(" ")
            .append(word)
            .append(R"( NOUN _ Number=Sing 3 nmod _ _
6 opened open VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
7 . . PUNCT _ _ 6 punct _ _

# text = Many crowds came .
1 Many many ADJ _ _ 2 amod _ _
2 crowds crowd NOUN _ Number=Plur 3 nsubj _ _
3 came come VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
4 . . PUNCT _ _ 3 punct _ _

# text = Reed said the bridge fell .
1 Reed Reed PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 said say VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 the the DET _ Definite=Def|PronType=Art 4 det _ _
4 bridge bridge NOUN _ Number=Sing 5 nsubj _ _
5 fell fall VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 2 ccomp _ _
6 . . PUNCT _ _ 2 punct _ _
)");
        const TreeText text(tree);
        FoundAttribution found = TreeText::attribution(13, TreeText::words(14, 16));
        found.source = TreeText::words(12, 12);
        const std::string context = statement_context(text.book, found, found.content);
        CHECK_FALSE(find_invalid_utf8(context));
        CHECK(context == "The steel bridge by \u2026 Many crowds came .");
    }
}
