#include "extract/proposition/statement_context.h"

#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

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
