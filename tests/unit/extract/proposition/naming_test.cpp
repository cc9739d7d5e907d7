#include "extract/proposition/naming.h"

#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

using namespace gainsay;

TEST_CASE("A verb of calling names its object, in part between quotation marks") {
    const TreeText text(R"(# text = Reed called the plan a “ land grab ” .
1 Reed Reed PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 called call VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 the the DET _ Definite=Def|PronType=Art 4 det _ _
4 plan plan NOUN _ Number=Sing 2 obj _ _
5 a a DET _ Definite=Ind|PronType=Art 8 det _ _
6 “ “ PUNCT _ _ 8 punct _ _
7 land land NOUN _ Number=Sing 8 compound _ _
8 grab grab NOUN _ Number=Sing 2 xcomp _ _
9 ” ” PUNCT _ _ 8 punct _ _
10 . . PUNCT _ _ 2 punct _ _
)");
    const std::optional<Naming> found =
        find_naming(text.book, text.quotations, TreeText::attribution(2, TreeText::words(3, 9)));
    REQUIRE(found);
    CHECK(text.text_of(found->thing) == "the plan");
    CHECK(found->thing_head == 3);
    CHECK(text.text_of(found->name) == "a land grab");
    CHECK(found->name_head == 7);
    CHECK(found->quoted_from == TokenIndex{6});
}

TEST_CASE("A verb of naming needs \"as\"") {
    const TreeText text(R"(# text = Reed described the mayor as a liar .
1 Reed Reed PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 described describe VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 the the DET _ Definite=Def|PronType=Art 4 det _ _
4 mayor mayor NOUN _ Number=Sing 2 obj _ _
5 as as ADP _ _ 7 case _ _
6 a a DET _ Definite=Ind|PronType=Art 7 det _ _
7 liar liar NOUN _ Number=Sing 2 obl _ _
8 . . PUNCT _ _ 2 punct _ _
)");
    const std::optional<Naming> found =
        find_naming(text.book, text.quotations, TreeText::attribution(2, TreeText::words(3, 7)));
    REQUIRE(found);
    CHECK(text.text_of(found->thing) == "the mayor");
    CHECK(text.text_of(found->name) == "a liar");
    CHECK_FALSE(found->quoted_from);
    // The object alone is not named anything.
    CHECK_FALSE(find_naming(text.book, text.quotations, TreeText::attribution(2, TreeText::words(3, 4))));
}

TEST_CASE("What the parser took for a part of the thing's phrase is its name where it is quoted right behind it") {
    const TreeText text(R"(# text = Reed called the handling “ madness ” .
1 Reed Reed PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 called call VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 the the DET _ Definite=Def|PronType=Art 4 det _ _
4 handling handling NOUN _ Number=Sing 2 obj _ _
5 “ “ PUNCT _ _ 6 punct _ _
6 madness madness NOUN _ Number=Sing 4 appos _ _
7 ” ” PUNCT _ _ 6 punct _ _
8 . . PUNCT _ _ 2 punct _ _
)");
    const std::optional<Naming> found =
        find_naming(text.book, text.quotations, TreeText::attribution(2, TreeText::words(3, 6)));
    REQUIRE(found);
    CHECK(text.text_of(found->thing) == "the handling");
    CHECK(text.text_of(found->name) == "madness");
    CHECK(found->quoted_from == TokenIndex{5});
}
