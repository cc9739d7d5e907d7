#include "extract/syntax/agents.h"
#include "extract/syntax/titles.h"
#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

// The parser hung the name on its title.
const char *const secretary = R"(# text = U.S. Secretary of State Ana Berg left .
1 U.S. U.S. PROPN _ Number=Sing 2 compound _ NER=B-GPE
2 Secretary Secretary PROPN _ Number=Sing 7 nsubj _ _
3 of of ADP _ _ 4 case _ _
4 State State PROPN _ Number=Sing 2 nmod _ _
5 Ana Ana PROPN _ Number=Sing 2 appos _ NER=B-PER
6 Berg Berg PROPN _ Number=Sing 5 flat _ NER=I-PER
7 left leave VERB _ Tense=Past|VerbForm=Fin 0 root _ _
8 . . PUNCT _ _ 7 punct _ _
)";

// Two objects, and the clause on the name.
const char *const company = R"(# text = Norway accused the company Meridian Lines of lying .
1 Norway Norway PROPN _ Number=Sing 2 nsubj _ NER=B-GPE
2 accused accuse VERB _ Tense=Past|VerbForm=Fin 0 root _ _
3 the the DET _ Definite=Def|PronType=Art 4 det _ _
4 company company NOUN _ Number=Sing 2 obj _ _
5 Meridian Meridian PROPN _ Number=Sing 6 compound _ NER=B-ORG
6 Lines Lines PROPN _ Number=Plur 2 obj _ NER=I-ORG
7 of of SCONJ _ _ 8 mark _ _
8 lying lie VERB _ VerbForm=Ger 6 acl _ _
9 . . PUNCT _ _ 2 punct _ _
)";

const char *const passive = R"(# text = Fish was stopped by Norway , which forced Sweden to pay .
1 Fish fish NOUN _ Number=Sing 3 nsubj:pass _ _
2 was be AUX _ Tense=Past|VerbForm=Fin 3 aux:pass _ _
3 stopped stop VERB _ Tense=Past|VerbForm=Part|Voice=Pass 0 root _ _
4 by by ADP _ _ 5 case _ _
5 Norway Norway PROPN _ Number=Sing 3 obl _ NER=B-GPE
6 , , PUNCT _ _ 8 punct _ _
7 which which PRON _ PronType=Rel 8 nsubj _ _
8 forced force VERB _ Tense=Past|VerbForm=Fin 5 acl:relcl _ _
9 Sweden Sweden PROPN _ Number=Sing 8 obj _ NER=B-GPE
10 to to PART _ _ 11 mark _ _
11 pay pay VERB _ VerbForm=Inf 8 advcl _ _
12 . . PUNCT _ _ 3 punct _ _
)";

} // namespace

TEST_CASE("A person's name is the head of its title") {
    const Document document = read_tree_text(secretary);
    Syntax syntax(document);
    CHECK(title_start(syntax, test_english(), 4) == 0);
    CHECK(bare_name_start(syntax, test_english(), document.names.back()) == 4);
    attach_titles(syntax, test_english());
    CHECK(syntax.head(4) == TokenIndex(6));
    CHECK(syntax.relation(4) == "nsubj");
    CHECK(syntax.head(1) == TokenIndex(4));
    CHECK(syntax.relation(1) == "nmod:desc");
    CHECK(syntax.head(5) == TokenIndex(4));
}

TEST_CASE("The noun before a name is the object, and does what the verb says") {
    const Document document = read_tree_text(company);
    Syntax syntax(document);
    CHECK(noun_before_name(syntax, test_english(), 5) == TokenIndex(3));
    CHECK(noun_before_name(syntax, test_english(), 3) == std::nullopt);
    name_agents(syntax, test_english());
    CHECK(syntax.head(5) == TokenIndex(3));
    CHECK(syntax.relation(5) == "appos");
    CHECK(syntax.head(7) == TokenIndex(1));
    CHECK(syntax.relation(7) == "xcomp");
}

TEST_CASE("By whom a passive is done, and whom one forces") {
    const Document document = read_tree_text(passive);
    Syntax syntax(document);
    name_agents(syntax, test_english());
    CHECK(syntax.relation(4) == "obl:agent");
    CHECK(syntax.relation(10) == "xcomp");
}
