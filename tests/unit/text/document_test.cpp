#include "text/document.h"

#include <catch2/catch.hpp>

using namespace gainsay;

TEST_CASE("features are found by their whole name") {
    CHECK(feature("Mood=Ind|Tense=Past|VerbForm=Fin", "Tense") == "Past");
    CHECK(feature("VerbForm=Fin", "Form") == std::nullopt);
    CHECK(feature("VerbForm=Fin", "Verb") == std::nullopt);
    CHECK(feature("", "Tense") == std::nullopt);
    CHECK(feature("Number[psor]=Sing|Number=Plur", "Number") == "Plur");
}

TEST_CASE("a subtype is a kind of its relation") {
    CHECK(is_relation("nsubj:pass", "nsubj"));
    CHECK(is_relation("nsubj", "nsubj"));
    CHECK_FALSE(is_relation("nsubjx", "nsubj"));
    CHECK_FALSE(is_relation("nsubj", "nsubj:pass"));
}

TEST_CASE("names of enumerators go both ways") {
    for (std::size_t i = 0; i < upos_count; ++i) {
        const auto upos = static_cast<Upos>(i);
        CHECK(parse_upos(upos_name(upos)) == upos);
    }
    for (std::size_t i = 0; i < name_type_count; ++i) {
        const auto type = static_cast<NameType>(i);
        CHECK(parse_name_type(name_type_name(type)) == type);
    }
    CHECK(upos_name(Upos::PROPN) == "PROPN");
    CHECK(name_type_name(NameType::NORP) == "NORP");
    CHECK(zone_name(Zone::boilerplate) == "boilerplate");
    CHECK(parse_zone("byline") == Zone::byline);
    CHECK_FALSE(parse_zone("menu"));
    CHECK_FALSE(parse_upos("NN"));
}

TEST_CASE("a document's zones answer by byte") {
    Document document;
    document.text = "Title\nBody.";
    CHECK(document.zone_at(0) == Zone::body);
    document.zones = {{{0, 6}, Zone::headline}, {{6, 11}, Zone::body}};
    CHECK(document.zone_at(5) == Zone::headline);
    CHECK(document.zone_at(6) == Zone::body);
    CHECK(document.zone_at(99) == Zone::body);
}

TEST_CASE("inconsistent layers are named") {
    Document document;
    document.text = "He left.";
    document.tokens.resize(3);
    document.tokens[0].span = {0, 2};
    document.tokens[1].span = {3, 7};
    document.tokens[2].span = {7, 8};
    document.sentences.push_back({{0, 8}, 0, 3, "", false, {}});
    CHECK_FALSE(find_inconsistency(document));

    Document bad = document;
    bad.tokens[1].head = 3;
    CHECK(find_inconsistency(bad) == "token 1 has a head outside its sentence");
    bad = document;
    bad.sentences[0].end_token = 2;
    CHECK(find_inconsistency(bad) == "tokens after the last sentence");
    bad = document;
    bad.names.push_back({1, 4, NameType::PER});
    CHECK(find_inconsistency(bad));
    bad = document;
    bad.zones = {{{0, 3}, Zone::body}, {{4, 8}, Zone::body}};
    CHECK(find_inconsistency(bad) == "zones leave a gap or overlap at byte 3");
    bad = document;
    bad.tokens[2].span = {7, 9};
    CHECK(find_inconsistency(bad) == "token 2 lies outside its sentence");
}
