#include "language/name_form.h"

#include <catch2/catch.hpp>

using namespace gainsay;

TEST_CASE("Names are compared without article, accents, stops and possessive") {
    CHECK(name_form("The U.S. State Department’s") == "us state department");
    CHECK(name_form("José Gutiérrez") == "jose gutierrez");
    CHECK(name_form("U.S.-Russia Commission") == "us russia commission");
    CHECK(name_words("The Hague") == std::vector<std::string>{"hague"});
}

TEST_CASE("Derivations of one word meet") {
    CHECK(word_stem("cooperation") == word_stem("cooperate"));
    CHECK(word_stem("agreement") == word_stem("agree"));
    CHECK(word_stem("sharing") == word_stem("share"));
    CHECK(word_stem("war") == "war");
}
