#include "extract/mentions/name_words.h"
#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

using namespace gainsay;

TEST_CASE("Words of a name") {
    CHECK(word_count("anke van der steen") == 4);
    CHECK(first_word("anke van der steen") == "anke");
    CHECK(last_word("anke van der steen") == "steen");
    CHECK(last_word("steen") == "steen");
    CHECK(surname_key("Tom Reed Jr.", test_english()) == "reed");
    CHECK(surname_key("Reed", test_english()) == "reed");
    CHECK(is_surname_alone("van der steen", test_english()));
    CHECK_FALSE(is_surname_alone("anke van der steen", test_english()));
}

TEST_CASE("Forms of one person's name") {
    const auto one = [](const std::string &a, const std::string &b) {
        return may_be_one_person(a, b, test_english()) && may_be_one_person(b, a, test_english());
    };
    CHECK(one("reed", "ana reed"));
    CHECK(one("garcia lopez", "maria garcia lopez"));
    CHECK(one("van der steen", "anke van der steen"));
    CHECK(one("j smith", "john smith"));
    CHECK(one("john q smith", "john smith"));
    CHECK(one("sergei belov", "sergey belov"));
    CHECK(one("xi", "xi jinping"));
    CHECK_FALSE(one("ana reed", "tom reed"));
    CHECK_FALSE(one("ana reed", "ana berg"));
    CHECK_FALSE(one("john smith jr", "john smith sr"));
}

TEST_CASE("Sex by a first name or a form of address") {
    CHECK(differ_in_sex("anna", "sergei", test_english()));
    CHECK_FALSE(differ_in_sex("anna", "maria", test_english()));
    CHECK_FALSE(differ_in_sex("anna", "zzyzx", test_english()));
}

TEST_CASE("Short and long names of bodies") {
    CHECK(is_acronym(letters_of("D.M.V."), initials_of("Department of Motor Vehicles")));
    CHECK(is_acronym(letters_of("IGB"), initials_of("International Grain Board")));
    CHECK_FALSE(is_acronym(letters_of("I"), initials_of("International")));
    CHECK(ends_with_name("san diego chargers", "chargers", true, test_english()));
    CHECK_FALSE(ends_with_name("international grain board of tarsk", "tarsk", false, test_english()));
    CHECK(ends_with_name("tarsk grain board", "grain board", false, test_english()));
}
