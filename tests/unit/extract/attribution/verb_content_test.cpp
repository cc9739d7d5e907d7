#include "extract/attribution/source_phrase.h"
#include "extract/attribution/verb_content.h"
#include "extract/attribution/verb_source.h"
#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

#include <string>

using namespace gainsay;

namespace {

const char *const call = R"(# text = Norway called on Sweden to pay .
1 Norway Norway PROPN _ Number=Sing 2 nsubj _ NER=B-GPE
2 called call VERB _ Tense=Past|VerbForm=Fin 0 root _ _
3 on on ADP _ _ 4 case _ _
4 Sweden Sweden PROPN _ Number=Sing 2 obl _ NER=B-GPE
5 to to PART _ _ 6 mark _ _
6 pay pay VERB _ VerbForm=Inf 2 xcomp _ _
7 . . PUNCT _ _ 2 punct _ _
)";

const char *const refusal = R"(# text = The spokesman of Norway refused to say that it paid .
1 The the DET _ Definite=Def|PronType=Art 2 det _ _
2 spokesman spokesman NOUN _ Number=Sing 5 nsubj _ _
3 of of ADP _ _ 4 case _ _
4 Norway Norway PROPN _ Number=Sing 2 nmod _ NER=B-GPE
5 refused refuse VERB _ Tense=Past|VerbForm=Fin 0 root _ _
6 to to PART _ _ 7 mark _ _
7 say say VERB _ VerbForm=Inf 5 xcomp _ _
8 that that SCONJ _ _ 10 mark _ _
9 it it PRON _ Gender=Neut|Number=Sing|Person=3|PronType=Prs 10 nsubj _ _
10 paid pay VERB _ Tense=Past|VerbForm=Fin 7 ccomp _ _
11 . . PUNCT _ _ 5 punct _ _
)";

const char *const quoted = R"(# text = The paper quoted Norway as saying it paid .
1 The the DET _ Definite=Def|PronType=Art 2 det _ _
2 paper paper NOUN _ Number=Sing 3 nsubj _ _
3 quoted quote VERB _ Tense=Past|VerbForm=Fin 0 root _ _
4 Norway Norway PROPN _ Number=Sing 3 obj _ NER=B-GPE
5 as as SCONJ _ _ 6 mark _ _
6 saying say VERB _ VerbForm=Ger 3 advcl _ _
7 it it PRON _ Gender=Neut|Number=Sing|Person=3|PronType=Prs 8 nsubj _ _
8 paid pay VERB _ Tense=Past|VerbForm=Fin 6 ccomp _ _
9 . . PUNCT _ _ 3 punct _ _
)";

std::string content_of(const TreeText &text, TokenIndex verb, Complement complement, const std::string &word = "") {
    ReportingVerb reading;
    reading.complement = complement;
    reading.preposition = word;
    const auto content = find_verb_content(text.book, text.quotations, verb - 1, reading);
    return content ? text.text_of(content->tokens) : "";
}

} // namespace

TEST_CASE("Content stands where the reading's complement says") {
    const TreeText text(call);
    CHECK(content_of(text, 2, Complement::phrase_to, "on") == "to pay");
    CHECK(content_of(text, 2, Complement::phrase_to, "for").empty());
    CHECK(content_of(text, 2, Complement::clause).empty());
    CHECK(content_of(TreeText(refusal), 7, Complement::clause) == "that it paid");
}

TEST_CASE("Who says it: the subject, who is quoted, whom a spokesman speaks for") {
    CHECK(verb_source(TreeText(call).book, 1) == TokenIndex(0));
    CHECK(verb_source(TreeText(quoted).book, 5) == TokenIndex(3));
    const TreeText text(refusal);
    const std::optional<EntityIndex> speaker = source_entity(text.book, 1);
    REQUIRE(speaker);
    CHECK(text.book.entity(*speaker).name == "Norway");
}

TEST_CASE("A verb above may say that nothing was said") {
    CHECK(shifting_verb(TreeText(refusal).book, 6) == TokenIndex(4));
    CHECK(shifting_verb(TreeText(quoted).book, 5) == std::nullopt);
}
