#include "extract/attribution/content_bounds.h"

#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

std::string mended(const TreeText &text, FoundAttribution found) {
    mend_content_bounds(text.syntax, test_english(), text.quotations, found);
    return text.text_of(found.content);
}

} // namespace

TEST_CASE("A content that stops where another clause begins takes it in") {
    const TreeText text(R"(# text = Reed said the ferry sank when it left Bergen .
1 Reed Reed PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 said say VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 the the DET _ Definite=Def|PronType=Art 4 det _ _
4 ferry ferry NOUN _ Number=Sing 5 nsubj _ _
5 sank sink VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 2 ccomp _ _
6 when when SCONJ _ _ 8 mark _ _
7 it it PRON _ Case=Nom|Person=3|PronType=Prs 8 nsubj _ _
8 left leave VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 5 advcl _ _
9 Bergen Bergen PROPN _ Number=Sing 8 obj _ NER=B-LOC
10 . . PUNCT _ _ 2 punct _ _
)");
    CHECK(mended(text, TreeText::attribution(2, TreeText::words(3, 7))) == "the ferry sank when it left Bergen");
    CHECK(mended(text, TreeText::attribution(2, TreeText::words(3, 5))) == "the ferry sank");
}

TEST_CASE("What is left of somebody else's clause goes") {
    const TreeText text(R"(# text = Reed said the ferry sank and he left .
1 Reed Reed PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 said say VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 the the DET _ Definite=Def|PronType=Art 4 det _ _
4 ferry ferry NOUN _ Number=Sing 5 nsubj _ _
5 sank sink VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 2 ccomp _ _
6 and and CCONJ _ _ 8 cc _ _
7 he he PRON _ Case=Nom|Person=3|PronType=Prs 8 nsubj _ _
8 left leave VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 2 conj _ _
9 . . PUNCT _ _ 2 punct _ _
)");
    CHECK(mended(text, TreeText::attribution(2, TreeText::words(3, 7))) == "the ferry sank");
}

TEST_CASE("Whom it was told stands before the clause and is no part of it; a subject in front is") {
    const TreeText text(R"(# text = Reed cautioned the party that the need for haste is overstated .
1 Reed Reed PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 cautioned caution VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 the the DET _ Definite=Def|PronType=Art 4 det _ _
4 party party NOUN _ Number=Sing 2 obj _ _
5 that that SCONJ _ _ 11 mark _ _
6 the the DET _ Definite=Def|PronType=Art 7 det _ _
7 need need NOUN _ Number=Sing 11 nsubj:pass _ _
8 for for ADP _ _ 9 case _ _
9 haste haste NOUN _ Number=Sing 7 nmod _ _
10 is be AUX _ Mood=Ind|Tense=Pres|VerbForm=Fin 11 aux:pass _ _
11 overstated overstate VERB _ Tense=Past|VerbForm=Part 2 ccomp _ _
12 . . PUNCT _ _ 2 punct _ _
)");
    CHECK(mended(text, TreeText::attribution(2, TreeText::words(3, 11))) == "that the need for haste is overstated");
    CHECK(mended(text, TreeText::attribution(2, TreeText::words(8, 11))) == "the need for haste is overstated");
}
