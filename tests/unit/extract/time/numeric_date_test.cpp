#include "extract/time/numeric_date.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

std::string value(std::string_view text) {
    const std::optional<NumericDate> date = read_numeric_date(text);
    return date ? format(date->value) + " " + std::to_string(date->length) : "";
}

} // namespace

TEST_CASE("Dates in digits") {
    CHECK(value("2031-03-14, they said") == "2031-03-14 10");
    CHECK(value("14/03/2031") == "2031-03-14 10");
    CHECK(value("3/14/2031.") == "2031-03-14 9");
    CHECK(value("14.3.2031") == "2031-03-14 9");
    // Day and month of the same number; those that cannot be told apart.
    CHECK(value("4/4/2031") == "2031-04-04 8");
    CHECK(value("4/5/2031") == "2031 8");
    CHECK(value("2027-2029") == "2027/2029 9");
    CHECK(value("2027\u20132029") == "2027/2029 11");
    CHECK(value("1990s") == "1990/1999 5");
}

TEST_CASE("Numbers that are no dates") {
    CHECK(value("2029").empty());
    CHECK(value("2029-2027").empty());
    CHECK(value("31/02/2031").empty());
    CHECK(value("1995s").empty());
    CHECK(value("3-2").empty());
    CHECK(value("99999999999999999999/1/1").empty());
    CHECK(value("").empty());
}
