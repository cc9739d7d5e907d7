#include "extract/mentions/name_extents.h"
#include "extract/mentions/name_mentions.h"
#include "extract/mentions/name_types.h"
#include "extract/mentions/person_names.h"
#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

#include <string>

using namespace gainsay;

namespace {

/// What the word stands for: its kind and its name.
std::string entity_at(const TreeText &text, TokenIndex word) {
    const std::optional<EntityIndex> entity = text.book.at(word - 1);
    return entity ? std::string(row(text.book.entity(*entity).type).name) + " " + text.book.entity(*entity).name : "";
}

/// The names as these corrections leave them, with "/" between them.
template <typename... Corrections>
std::string corrected(const std::string &tree, const Corrections &...corrections) {
    const Document document = read_tree_text(tree);
    const Syntax syntax = read_trees(document, test_english());
    const EntityBook book(syntax, test_english());
    std::vector<NameUse> uses = read_name_uses(book);
    (corrections(uses, book), ...);
    std::string names;
    for (const NameUse &use : uses) {
        names += (names.empty() ? "" : "/") + std::string(name_type_name(use.type)) + " " + use.text;
    }
    return names;
}

const char *const freighter = R"(# text = The freighter Calliope sank , and Calliope burned .
1 The the DET _ Definite=Def|PronType=Art 2 det _ _
2 freighter freighter NOUN _ Number=Sing 4 nsubj _ _
3 Calliope Calliope PROPN _ Number=Sing 2 appos _ NER=B-PER
4 sank sink VERB _ Tense=Past|VerbForm=Fin 0 root _ _
5 , , PUNCT _ _ 8 punct _ _
6 and and CCONJ _ _ 8 cc _ _
7 Calliope Calliope PROPN _ Number=Sing 8 nsubj _ NER=B-ORG
8 burned burn VERB _ Tense=Past|VerbForm=Fin 4 conj _ _
9 . . PUNCT _ _ 4 punct _ _
)";

const char *const firm = R"(# text = Verbund 's Ana Reed met Holt & Sons .
1 Verbund Verbund PROPN _ Number=Sing 3 nmod:poss _ NER=B-PER
2 's 's PART _ _ 1 case _ NER=I-PER
3 Ana Ana PROPN _ Number=Sing 5 nsubj _ NER=I-PER
4 Reed Reed PROPN _ Number=Sing 3 flat _ NER=I-PER
5 met meet VERB _ Tense=Past|VerbForm=Fin 0 root _ _
6 Holt Holt PROPN _ Number=Sing 5 obj _ NER=B-PER
7 & & CCONJ _ _ 8 cc _ _
8 Sons Sons PROPN _ Number=Plur 6 conj _ NER=B-ORG
9 . . PUNCT _ _ 5 punct _ _
)";

const char *const couple = R"(# text = Sergei Belov and his wife , Anna Belov , left .
1 Sergei Sergei PROPN _ Number=Sing 10 nsubj _ NER=B-PER
2 Belov Belov PROPN _ Number=Sing 1 flat _ NER=I-PER
3 and and CCONJ _ _ 5 cc _ _
4 his his PRON _ Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs 5 nmod:poss _ _
5 wife wife NOUN _ Number=Sing 1 conj _ _
6 , , PUNCT _ _ 7 punct _ _
7 Anna Anna PROPN _ Number=Sing 5 appos _ NER=B-PER
8 Belov Belov PROPN _ Number=Sing 7 flat _ NER=I-PER
9 , , PUNCT _ _ 5 punct _ _
10 left leave VERB _ Tense=Past|VerbForm=Fin 0 root _ _
11 . . PUNCT _ _ 10 punct _ _

# text = Belov spoke .
1 Belov Belov PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 spoke speak VERB _ Tense=Past|VerbForm=Fin 0 root _ _
3 . . PUNCT _ _ 2 punct _ _
)";

const char *const namesakes = R"(# text = Anna Belov met Sergei Belov .
1 Anna Anna PROPN _ Number=Sing 3 nsubj _ NER=B-PER
2 Belov Belov PROPN _ Number=Sing 1 flat _ NER=I-PER
3 met meet VERB _ Tense=Past|VerbForm=Fin 0 root _ _
4 Sergei Sergei PROPN _ Number=Sing 3 obj _ NER=B-PER
5 Belov Belov PROPN _ Number=Sing 4 flat _ NER=I-PER
6 . . PUNCT _ _ 3 punct _ _

# text = Mrs. Belov spoke .
1 Mrs. Mrs. PROPN _ Number=Sing 2 nmod:desc _ NER=B-PER
2 Belov Belov PROPN _ Number=Sing 3 nsubj _ NER=I-PER
3 spoke speak VERB _ Tense=Past|VerbForm=Fin 0 root _ _
4 . . PUNCT _ _ 3 punct _ _
)";

const char *const board = R"(# text = The Tarsk Grain Board ( TGB ) met .
1 The the DET _ Definite=Def|PronType=Art 4 det _ _
2 Tarsk Tarsk PROPN _ Number=Sing 4 compound _ NER=B-ORG
3 Grain Grain PROPN _ Number=Sing 4 compound _ NER=I-ORG
4 Board Board PROPN _ Number=Sing 8 nsubj _ NER=I-ORG
5 ( ( PUNCT _ _ 6 punct _ _
6 TGB TGB PROPN _ Number=Sing 4 appos _ NER=B-ORG
7 ) ) PUNCT _ _ 6 punct _ _
8 met meet VERB _ Tense=Past|VerbForm=Fin 0 root _ _
9 . . PUNCT _ _ 8 punct _ _
)";

} // namespace

TEST_CASE("A vehicle's name is nobody's") {
    CHECK(corrected(freighter) == "PER Calliope/ORG Calliope");
    CHECK(corrected(freighter, correct_name_types).empty());
}

TEST_CASE("Parts of names: a firm of two, a body and its person") {
    CHECK(corrected(firm, join_names) == "PER Verbund 's Ana Reed/ORG Holt & Sons");
    CHECK(corrected(firm, join_names, correct_name_types) == "ORG Verbund/PER Ana Reed/ORG Holt & Sons");
}

TEST_CASE("A surname alone is the one's who bears it, not of a wife who is introduced as such") {
    CHECK(entity_at(TreeText(couple), 12) == "Person Sergei Belov");
    const TreeText addressed(std::string(couple) + R"(
# text = Mrs. Belov and Mr. Belov stayed .
1 Mrs. Mrs. PROPN _ Number=Sing 6 nsubj _ _
2 Belov Belov PROPN _ Number=Sing 1 flat _ NER=B-PER
3 and and CCONJ _ _ 4 cc _ _
4 Mr. Mr. PROPN _ Number=Sing 1 conj _ _
5 Belov Belov PROPN _ Number=Sing 4 flat _ NER=B-PER
6 stayed stay VERB _ Tense=Past|VerbForm=Fin 0 root _ _
7 . . PUNCT _ _ 6 punct _ _
)");
    CHECK(entity_at(addressed, 12) == "Person Sergei Belov");
    const auto named_at = [&addressed](TokenIndex word) {
        const std::optional<EntityIndex> entity = addressed.book.covering(word - 1);
        return entity ? addressed.book.entity(*entity).name : "";
    };
    CHECK(named_at(16) == "Anna Belov");
    CHECK(named_at(19) == "Sergei Belov");
}

TEST_CASE("A form of address tells which of two is called by the surname") {
    CHECK(entity_at(TreeText(namesakes), 8) == "Person Anna Belov");
}

TEST_CASE("A nickname stands between marks, and not between commas") {
    const TreeText marked(R"(# text = Robert " Bobby " Calloway left .
1 Robert Robert PROPN _ Number=Sing 6 nsubj _ NER=B-PER
2 " " PUNCT _ _ 3 punct _ NER=I-PER
3 Bobby Bobby PROPN _ Number=Sing 1 flat _ NER=I-PER
4 " " PUNCT _ _ 3 punct _ NER=I-PER
5 Calloway Calloway PROPN _ Number=Sing 1 flat _ NER=I-PER
6 left leave VERB _ Tense=Past|VerbForm=Fin 0 root _ _
7 . . PUNCT _ _ 6 punct _ _
)");
    REQUIRE(marked.book.at(0));
    CHECK(marked.book.entity(*marked.book.at(0)).aliases == std::vector<std::string>{"Bobby"});
    const TreeText commas(R"(# text = Robert , Bobby , Calloway left .
1 Robert Robert PROPN _ Number=Sing 6 nsubj _ NER=B-PER
2 , , PUNCT _ _ 3 punct _ NER=I-PER
3 Bobby Bobby PROPN _ Number=Sing 1 flat _ NER=I-PER
4 , , PUNCT _ _ 3 punct _ NER=I-PER
5 Calloway Calloway PROPN _ Number=Sing 1 flat _ NER=I-PER
6 left leave VERB _ Tense=Past|VerbForm=Fin 0 root _ _
7 . . PUNCT _ _ 6 punct _ _
)");
    REQUIRE(commas.book.at(0));
    CHECK(commas.book.entity(*commas.book.at(0)).aliases.empty());
}

TEST_CASE("Whether a name ends as places do does not depend on which comes first") {
    const std::string airport_of_two = R"(# text = Mira Airport met Anna Airport .
1 Mira Mira PROPN _ Number=Sing 3 nsubj _ NER=B-PER
2 Airport Airport PROPN _ Number=Sing 1 flat _ NER=I-PER
3 met meet VERB _ Tense=Past|VerbForm=Fin 0 root _ _
4 Anna Anna PROPN _ Number=Sing 3 obj _ NER=B-PER
5 Airport Airport PROPN _ Number=Sing 4 flat _ NER=I-PER
6 . . PUNCT _ _ 3 punct _ _
)";
    CHECK(corrected(airport_of_two, correct_persons) == "PER Mira Airport/PER Anna Airport");
}

TEST_CASE("Georgia is the place by the words of its sentence, or of the paragraph") {
    const std::string one = R"(1 Georgia Georgia PROPN _ Number=Sing 2 nsubj _ NER=B-GPE
2 votes vote VERB _ Tense=Pres|VerbForm=Fin 0 root _ _
3 . . PUNCT _ _ 2 punct _ _

)";
    const auto beside = [](const std::string &city) {
        return "1 " + city + " " + city + R"( PROPN _ Number=Sing 2 nsubj _ NER=B-GPE
2 hears hear VERB _ Tense=Pres|VerbForm=Fin 0 root _ _
3 Georgia Georgia PROPN _ Number=Sing 2 obj _ NER=B-GPE
4 . . PUNCT _ _ 2 punct _ _

)";
    };
    const TreeText states(one + beside("Tbilisi"));
    CHECK(entity_at(states, 1) == "Country Georgia");
    CHECK(entity_at(states, 6) == "Country Georgia");
    const TreeText both(one + beside("Atlanta") + beside("Tbilisi") + beside("Savannah"));
    CHECK(entity_at(both, 1) == "Place Georgia");
    CHECK(entity_at(both, 6) == "Place Georgia");
    CHECK(entity_at(both, 10) == "Country Georgia");
    CHECK(entity_at(both, 14) == "Place Georgia");
}

TEST_CASE("An abbreviation in brackets is the body before it") {
    const TreeText text(board);
    CHECK(entity_at(text, 4) == "Organization Tarsk Grain Board");
    CHECK(entity_at(text, 6) == "Organization Tarsk Grain Board");
}
