#include "extract/attribution/addressees.h"

#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

FoundAttribution with_addressees(const TreeText &text, FoundAttribution attribution) {
    std::vector<FoundAttribution> all = {std::move(attribution)};
    find_addressees(text.book, all);
    return all.front();
}

} // namespace

TEST_CASE("Whom a speaker tells something is the addressee, and no part of what is said") {
    const TreeText text(R"(# text = Reed told Lee the bridge is closed .
1 Reed Reed PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 told tell VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 Lee Lee PROPN _ Number=Sing 2 iobj _ NER=B-PER
4 the the DET _ Definite=Def|PronType=Art 5 det _ _
5 bridge bridge NOUN _ Number=Sing 7 nsubj:pass _ _
6 is be AUX _ Mood=Ind|Tense=Pres|VerbForm=Fin 7 aux:pass _ _
7 closed close VERB _ Tense=Past|VerbForm=Part 2 ccomp _ _
8 . . PUNCT _ _ 2 punct _ _
)");
    const FoundAttribution found = with_addressees(text, TreeText::attribution(2, TreeText::words(3, 7)));
    CHECK(found.unsaid == TreeText::words(3, 3));
    CHECK(found.addressee == TokenIndex{2});
    CHECK(found.content == TreeText::words(3, 7));
}

TEST_CASE("Who is blamed does what follows, and is nobody who is told it") {
    const TreeText text(R"(# text = Reed blamed Lee for losing the keys .
1 Reed Reed PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 blamed blame VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 Lee Lee PROPN _ Number=Sing 2 obj _ NER=B-PER
4 for for SCONJ _ _ 5 mark _ _
5 losing lose VERB _ VerbForm=Ger 2 xcomp _ _
6 the the DET _ Definite=Def|PronType=Art 7 det _ _
7 keys key NOUN _ Number=Plur 5 obj _ _
8 . . PUNCT _ _ 2 punct _ _
)");
    const FoundAttribution found = with_addressees(text, TreeText::attribution(2, TreeText::words(3, 7)));
    CHECK(found.content_subject == TokenIndex{2});
    CHECK(found.unsaid == TreeText::words(3, 3));
    CHECK_FALSE(found.addressee);
}

TEST_CASE("An object without a clause behind it is what is said, or who is told where it stands outside") {
    const TreeText text(R"(# text = Reed disputed that in a brief .
1 Reed Reed PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 disputed dispute VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 that that PRON _ Number=Sing|PronType=Dem 2 obj _ _
4 in in ADP _ _ 6 case _ _
5 a a DET _ Definite=Ind|PronType=Art 6 det _ _
6 brief brief NOUN _ Number=Sing 2 obl _ _
7 . . PUNCT _ _ 2 punct _ _
)");
    FoundAttribution attribution = TreeText::attribution(2, TreeText::words(3, 6));
    attribution.stance = Stance::denies;
    const FoundAttribution found = with_addressees(text, attribution);
    // The pronoun is all that is disputed.
    CHECK(found.content == TreeText::words(3, 3));
    CHECK(found.unsaid.empty());
    CHECK_FALSE(found.addressee);
}

TEST_CASE("Where something is said stands before the clause and is not said") {
    const TreeText text(R"(# text = Reed said in an interview that she would resign .
1 Reed Reed PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 said say VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 in in ADP _ _ 5 case _ _
4 an a DET _ Definite=Ind|PronType=Art 5 det _ _
5 interview interview NOUN _ Number=Sing 2 obl _ _
6 that that SCONJ _ _ 9 mark _ _
7 she she PRON _ Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs 9 nsubj _ _
8 would would AUX _ VerbForm=Fin 9 aux _ _
9 resign resign VERB _ VerbForm=Inf 2 ccomp _ _
10 . . PUNCT _ _ 2 punct _ _
)");
    CHECK(with_addressees(text, TreeText::attribution(2, TreeText::words(3, 9))).unsaid == TreeText::words(3, 5));
    CHECK(with_addressees(text, TreeText::attribution(2, TreeText::words(6, 9))).unsaid.empty());
}
