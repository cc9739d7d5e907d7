#include "base/date.h"

#include <catch2/catch.hpp>

using namespace gainsay;

TEST_CASE("dates are read at their precision and written back") {
    for (const char *text : {"2014", "2014-03", "2014-03-05", "2012-02-29", "0800-12-31"}) {
        const std::optional<Date> date = parse_date(text);
        REQUIRE(date);
        CHECK(format(*date) == text);
    }
    CHECK(parse_date("2014-03") == Date{2014, 3, 0});
}

TEST_CASE("what is no date is refused") {
    for (const char *text : {"", "14", "2014-", "2014-3", "2014-13", "2014-00", "2014-02-29", "2014-04-31",
                             "2014-04-00", "2014/04/01", "20140401", "2014-04-01T00:00", "0000", "+014", "2014-0a"}) {
        INFO(text);
        CHECK_FALSE(parse_date(text));
    }
}

TEST_CASE("intervals have a slash between their ends") {
    CHECK(format(*parse_interval("2014-09/2014-10")) == "2014-09/2014-10");
    CHECK(format(*parse_interval("2014-09")) == "2014-09");
    CHECK(parse_interval("2014/2014-03"));
    CHECK_FALSE(parse_interval("2014-10/2014-09"));
    CHECK_FALSE(parse_interval("2014-10/"));
    CHECK_FALSE(parse_interval("2014/2015/2016"));
}

TEST_CASE("days count through leap years both ways") {
    CHECK(to_days({1970, 1, 1}) == 0);
    CHECK(to_days({2000, 3, 1}) == 11017);
    for (long days = -200000; days < 60000; days += 37) {
        CHECK(to_days(from_days(days)) == days);
    }
    CHECK(from_days(to_days({2014, 2, 28}) + 1) == Date{2014, 3, 1});
    CHECK(from_days(to_days({2012, 2, 28}) + 1) == Date{2012, 2, 29});
    CHECK(weekday({2014, 10, 14}) == 1); // a Tuesday
    CHECK(weekday({1969, 12, 31}) == 2); // a Wednesday
}

TEST_CASE("a coarse date covers its days") {
    CHECK(days_covered({2014, 2, 0}) == DateInterval{{2014, 2, 1}, {2014, 2, 28}});
    CHECK(overlap({{2014, 0, 0}, {2014, 0, 0}}, {{2014, 3, 5}, {2014, 3, 5}}));
    CHECK_FALSE(overlap({{2014, 3, 0}, {2014, 4, 0}}, {{2014, 5, 1}, {2014, 5, 1}}));
}
