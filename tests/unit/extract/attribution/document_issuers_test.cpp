#include "extract/attribution/document_issuers.h"

#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

// Words 1 to 8, then 9 to 14.
const char *const statement_then_statement = R"(# text = The Army said in a statement so .
1 The the DET _ Definite=Def|PronType=Art 2 det _ NER=B-ORG
2 Army Army PROPN _ Number=Sing 3 nsubj _ NER=I-ORG
3 said say VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
4 in in ADP _ _ 6 case _ _
5 a a DET _ Definite=Ind|PronType=Art 6 det _ _
6 statement statement NOUN _ Number=Sing 3 obl _ _
7 so so ADV _ _ 3 advmod _ _
8 . . PUNCT _ _ 3 punct _ _

# text = The statement said so again .
1 The the DET _ Definite=Def|PronType=Art 2 det _ _
2 statement statement NOUN _ Number=Sing 3 nsubj _ _
3 said say VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
4 so so ADV _ _ 3 advmod _ _
5 again again ADV _ _ 3 advmod _ _
6 . . PUNCT _ _ 3 punct _ _
)";

/// Both sentences' attributions; the first is the army's.
std::vector<FoundAttribution> issued(const TreeText &text, std::vector<TokenIndex> first_content) {
    FoundAttribution army = TreeText::attribution(3, std::move(first_content));
    army.source_head = 1;
    army.source_entity = text.book.covering(1);
    FoundAttribution paper = TreeText::attribution(11, TreeText::words(12, 12));
    paper.source_head = 9;
    std::vector<FoundAttribution> all = {army, paper};
    find_issuers(text.book, all);
    return all;
}

} // namespace

TEST_CASE("A statement is of who said so in it, and of nobody who only speaks of one") {
    const TreeText text(statement_then_statement);
    REQUIRE(text.book.covering(1));
    CHECK(issued(text, TreeText::words(7, 7)).back().source_entity == text.book.covering(1));
    CHECK_FALSE(issued(text, TreeText::words(4, 7)).back().source_entity);
}

TEST_CASE("The article is of the medium that an article before it was said to be of") {
    const TreeText text(R"(# text = An article in the Times and a book by Reuters disputed the article .
1 An a DET _ Definite=Ind|PronType=Art 2 det _ _
2 article article NOUN _ Number=Sing 11 nsubj _ _
3 in in ADP _ _ 5 case _ _
4 The the DET _ Definite=Def|PronType=Art 5 det _ NER=B-ORG
5 Times Times PROPN _ Number=Sing 2 nmod _ NER=I-ORG
6 and and CCONJ _ _ 8 cc _ _
7 a a DET _ Definite=Ind|PronType=Art 8 det _ _
8 book book NOUN _ Number=Sing 2 conj _ _
9 by by ADP _ _ 10 case _ _
10 Reuters Reuters PROPN _ Number=Sing 8 nmod _ NER=B-ORG
11 disputed dispute VERB _ Tense=Past|VerbForm=Fin 0 root _ _
12 the the DET _ Definite=Def|PronType=Art 13 det _ _
13 article article NOUN _ Number=Sing 11 obj _ _
14 . . PUNCT _ _ 11 punct _ _
)");
    REQUIRE(text.book.at(4));
    const PressDocuments press(text.book);
    CHECK_FALSE(press.medium_of(1));
    CHECK(press.medium_of(12) == text.book.at(4));
    CHECK_FALSE(press.medium_of(10));
    CHECK(press.author_of_content({11, 12}) == text.book.at(4));
}
