#include "extract/mentions/nominal_kind.h"
#include "extract/mentions/nominal_mentions.h"
#include "extract/mentions/nominal_state.h"
#include "extract/mentions/person_title.h"
#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

#include <string>

using namespace gainsay;

namespace {

const char *const talks = R"(# text = The Norwegian minister Ana Berg met the Swedish army in court .
1 The the DET _ Definite=Def|PronType=Art 3 det _ _
2 Norwegian Norwegian ADJ _ Degree=Pos 3 amod _ _
3 minister minister NOUN _ Number=Sing 4 nmod:desc _ _
4 Ana Ana PROPN _ Number=Sing 6 nsubj _ NER=B-PER
5 Berg Berg PROPN _ Number=Sing 4 flat _ NER=I-PER
6 met meet VERB _ Tense=Past|VerbForm=Fin 0 root _ _
7 the the DET _ Definite=Def|PronType=Art 9 det _ _
8 Swedish Swedish ADJ _ Degree=Pos 9 amod _ _
9 army army NOUN _ Number=Sing 6 obj _ _
10 in in ADP _ _ 11 case _ _
11 court court NOUN _ Number=Sing 6 obl _ _
12 . . PUNCT _ _ 6 punct _ _

# text = The Norwegian minister told thousands of teachers about the daily Velin .
1 The the DET _ Definite=Def|PronType=Art 3 det _ _
2 Norwegian Norwegian ADJ _ Degree=Pos 3 amod _ _
3 minister minister NOUN _ Number=Sing 4 nsubj _ _
4 told tell VERB _ Tense=Past|VerbForm=Fin 0 root _ _
5 thousands thousand NOUN _ Number=Plur 4 obj _ _
6 of of ADP _ _ 7 case _ _
7 teachers teacher NOUN _ Number=Plur 5 nmod _ _
8 about about ADP _ _ 10 case _ _
9 the the DET _ Definite=Def|PronType=Art 10 det _ _
10 daily daily NOUN _ Number=Sing 4 obl _ _
11 Velin Velin PROPN _ Number=Sing 10 appos _ NER=B-ORG
12 . . PUNCT _ _ 4 punct _ _
)";

/// The document with names, offices and nominals, as coreference gets it.
struct Reading {
    explicit Reading(const std::string &tree)
        : document(read_tree_text(tree)), syntax(read_trees(document, test_english())), book(syntax, test_english()) {
        find_name_mentions(book);
        find_positions(book);
        open = find_nominal_mentions(book);
    }

    std::string name_at(TokenIndex word) const {
        const std::optional<EntityIndex> entity = book.at(word - 1);
        return entity ? book.entity(*entity).name : "";
    }

    Document document;
    Syntax syntax;
    EntityBook book;
    std::vector<OpenNominal> open;
};

} // namespace

TEST_CASE("What nouns without a name speak of") {
    const Reading read(talks);
    CHECK(nominal_kind(read.book, 8) == NominalKind::body);
    CHECK(nominal_kind(read.book, 10) == std::nullopt);
    CHECK(nominal_kind(read.book, 14) == NominalKind::person);
    CHECK(nominal_kind(read.book, 18) == NominalKind::group);
    CHECK(counted_people(read.book, 16) == TokenIndex(18));
    REQUIRE(state_of_phrase(read.book, 8) != nullptr);
    CHECK(state_of_phrase(read.book, 8)->code == "SE");
}

TEST_CASE("The only minister of a state in the text; a paper by its name; a title without its state") {
    const Reading read(talks);
    CHECK(read.name_at(15) == "Ana Berg");
    CHECK(read.name_at(22) == "Velin");
    REQUIRE(read.book.relations().size() == 1);
    CHECK(read.book.relations()[0].title == "minister");
}

TEST_CASE("Whom nothing names stays open: a body with its state, people with their number") {
    const Reading read(talks);
    REQUIRE(read.open.size() == 2);
    CHECK(read.open[0].name == "Swedish army");
    CHECK(read.open[0].country == "SE");
    CHECK(read.open[1].name == "thousands of teachers");
}
