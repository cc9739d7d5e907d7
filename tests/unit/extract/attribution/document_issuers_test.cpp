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
