#include "extract/proposition/shared_subjects.h"

#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

std::vector<std::string> split(const TreeText &text, const FoundAttribution &found, std::optional<TokenIndex> top) {
    std::vector<std::string> result;
    for (const ContentPart &part :
         split_predicates(text.book, text.quotations, found, {top ? std::optional(*top - 1) : top, found.content})) {
        result.push_back(text.text_of(part.tokens));
    }
    return result;
}

const char *const two_verbs = R"(# text = Reed said the mayor must leave the council and close the quay .
1 Reed Reed PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 said say VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 the the DET _ Definite=Def|PronType=Art 4 det _ _
4 mayor mayor NOUN _ Number=Sing 6 nsubj _ _
5 must must AUX _ VerbForm=Fin 6 aux _ _
6 leave leave VERB _ VerbForm=Inf 2 ccomp _ _
7 the the DET _ Definite=Def|PronType=Art 8 det _ _
8 council council NOUN _ Number=Sing 6 obj _ _
9 and and CCONJ _ _ 10 cc _ _
10 close close VERB _ VerbForm=Inf 6 conj _ _
11 the the DET _ Definite=Def|PronType=Art 12 det _ _
12 quay quay NOUN _ Number=Sing 10 obj _ _
13 . . PUNCT _ _ 2 punct _ _
)";

} // namespace

TEST_CASE("Predicates that share a subject are statements by themselves") {
    const TreeText text(two_verbs);
    FoundAttribution found = TreeText::attribution(2, TreeText::words(3, 12));
    CHECK(split(text, found, 6) == std::vector<std::string>{"the mayor must leave the council", "close the quay"});
    const std::optional<SharedSubject> shared = shared_subject(text.syntax, test_english(), 9);
    REQUIRE(shared);
    CHECK(shared->subject == 3);
    CHECK(shared->first == 5);
    CHECK(shared->auxiliaries == std::vector<TokenIndex>{4});
    found.stance = Stance::denies;
    CHECK(split(text, found, 6).size() == 1);
}

TEST_CASE("An object of both verbs keeps them together") {
    const TreeText text(R"(# text = Reed said the man caught and ate a rabbit .
1 Reed Reed PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 said say VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 the the DET _ Definite=Def|PronType=Art 4 det _ _
4 man man NOUN _ Number=Sing 5 nsubj _ _
5 caught catch VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 2 ccomp _ _
6 and and CCONJ _ _ 7 cc _ _
7 ate eat VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 5 conj _ _
8 a a DET _ Definite=Ind|PronType=Art 9 det _ _
9 rabbit rabbit NOUN _ Number=Sing 7 obj _ _
10 . . PUNCT _ _ 2 punct _ _
)");
    CHECK(split(text, TreeText::attribution(2, TreeText::words(3, 9)), 5).size() == 1);
}

TEST_CASE("Things that are wanted are one each where each has its own determiner") {
    const TreeText text(R"(# text = Reed demanded an inquiry and a new vote .
1 Reed Reed PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 demanded demand VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 an a DET _ Definite=Ind|PronType=Art 4 det _ _
4 inquiry inquiry NOUN _ Number=Sing 2 obj _ _
5 and and CCONJ _ _ 8 cc _ _
6 a a DET _ Definite=Ind|PronType=Art 8 det _ _
7 new new ADJ _ Degree=Pos 8 amod _ _
8 vote vote NOUN _ Number=Sing 4 conj _ _
9 . . PUNCT _ _ 2 punct _ _
)");
    FoundAttribution found = TreeText::attribution(2, TreeText::words(3, 8));
    found.stance = Stance::demands;
    CHECK(split(text, found, std::nullopt) == std::vector<std::string>{"an inquiry", "a new vote"});
}
