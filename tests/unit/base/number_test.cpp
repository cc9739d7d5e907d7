#include "base/number.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace gainsay;

TEST_CASE("doubles are printed in their shortest form that reads back") {
    CHECK(format_number(0.1) == "0.1");
    CHECK(format_number(0.1 + 0.2) == "0.30000000000000004");
    CHECK(format_number(3.0) == "3");
    CHECK(format_number(0.1F) == "0.1");
    for (const double value : {1.0 / 3, 1e300, -1e-300, std::numeric_limits<double>::denorm_min()}) {
        CHECK(parse_double(format_number(value)) == value);
    }
}

TEST_CASE("rounding drops trailing zeros") {
    CHECK(format_rounded(0.9299, 2) == "0.93");
    CHECK(format_rounded(0.5, 3) == "0.5");
    CHECK(format_rounded(2.0, 2) == "2");
    CHECK(format_rounded(100.0, 0) == "100");
    CHECK(format_rounded(-0.001, 2) == "0");
}

TEST_CASE("only whole texts are numbers") {
    CHECK(parse_integer("-12") == -12);
    for (const char *text : {"", "12a", " 12", "1.5", "99999999999999999999"}) {
        INFO(text);
        CHECK_FALSE(parse_integer(text));
    }
    for (const char *text : {"", "nan", "inf", "1,5", "1e999", "0x1"}) {
        INFO(text);
        CHECK_FALSE(parse_double(text));
    }
}
