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

TEST_CASE("A gap that is nobody else's is filled; what the article says behind the report goes") {
    const TreeText text(R"(# text = Reed said they trusted Lee more , by two to one .
1 Reed Reed PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 said say VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 they they PRON _ Person=3|PronType=Prs 4 nsubj _ _
4 trusted trust VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 2 ccomp _ _
5 Lee Lee PROPN _ Number=Sing 4 obj _ NER=B-PER
6 more more ADV _ _ 4 advmod _ _
7 , , PUNCT _ _ 9 punct _ _
8 by by ADP _ _ 9 case _ _
9 two two NUM _ _ 4 obl _ _
10 to to ADP _ _ 11 case _ _
11 one one NUM _ _ 9 nmod _ _
12 . . PUNCT _ _ 2 punct _ _

# text = The town is small .
1 The the DET _ Definite=Def|PronType=Art 2 det _ _
2 town town NOUN _ Number=Sing 4 nsubj _ _
3 is be AUX _ Mood=Ind|VerbForm=Fin 4 cop _ _
4 small small ADJ _ Degree=Pos 0 root _ _
5 . . PUNCT _ _ 4 punct _ _
)");
    FoundAttribution gap = TreeText::attribution(2, TreeText::words(3, 6));
    gap.content.push_back(9);
    gap.content.push_back(10);
    CHECK(mended(text, gap) == "they trusted Lee more , by two to one");
    CHECK(mended(text, TreeText::attribution(2, TreeText::words(3, 15))) == "they trusted Lee more , by two to one .");
}

TEST_CASE("A circumstance of the promise is not promised") {
    const TreeText text(R"(# text = They promised throughout the long season to name judges .
1 They they PRON _ Person=3|PronType=Prs 2 nsubj _ _
2 promised promise VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 throughout throughout ADP _ _ 6 case _ _
4 the the DET _ Definite=Def|PronType=Art 6 det _ _
5 long long ADJ _ Degree=Pos 6 amod _ _
6 season season NOUN _ Number=Sing 2 obl _ _
7 to to PART _ _ 8 mark _ _
8 name name VERB _ VerbForm=Inf 2 xcomp _ _
9 judges judge NOUN _ Number=Plur 8 obj _ _
10 . . PUNCT _ _ 2 punct _ _
)");
    CHECK(mended(text, TreeText::attribution(2, TreeText::words(5, 9))) == "to name judges");
}
