#include "extract/mentions/person_sex.h"
#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

using namespace gainsay;

TEST_CASE("The sex of a person by titles and by the first name") {
    Entity person;
    person.name = "Anna Belic";
    CHECK(sex_by_first_name(test_english(), person) == Gender::female);
    CHECK(sex_by_titles(test_english(), person) == Gender::unknown);
    person.name = "Zzyzx Belic";
    person.titles = {"Minister", "Mr."};
    CHECK(sex_by_first_name(test_english(), person) == Gender::unknown);
    CHECK(sex_by_titles(test_english(), person) == Gender::male);
    CHECK(sex_by_word(test_english(), "daughter") == Gender::female);
    CHECK(sex_by_word(test_english(), "minister") == Gender::unknown);
}
