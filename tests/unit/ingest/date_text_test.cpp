#include "ingest/zones/date_text.h"

#include "language/article_rules.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

const CalendarWords &calendar() {
    static const ArticleRules rules(GAINSAY_SOURCE_DIR "/src/resources/en");
    return rules.calendar;
}

std::string date_in(std::string_view line) {
    const std::optional<WrittenDate> date = find_date(line, calendar());
    return date ? format(date->date) : "none";
}

} // namespace

TEST_CASE("dates as outlets write them") {
    CHECK(date_in("October 28, 2014") == "2014-10-28");
    CHECK(date_in("By Ann Lee | Oct. 3rd, 2014 | 4:24am EDT") == "2014-10-03");
    CHECK(date_in("Tuesday, 28 October 2014 10:15 GMT") == "2014-10-28");
    CHECK(date_in("28th of October 2014") == "2014-10-28");
    CHECK(date_in("Sept 2014") == "2014-09");
    CHECK(date_in("2014-10-28T04:24:00Z") == "2014-10-28");
    CHECK(date_in("2014/10/28") == "2014-10-28");
    CHECK(date_in("28.10.2014") == "2014-10-28");
    CHECK(date_in("10/28/2014") == "2014-10-28");
    CHECK(date_in("28/10/2014") == "2014-10-28");
    CHECK(date_in("20141028") == "2014-10-28");
    CHECK(date_in("2005-07") == "2005-07");
    CHECK(date_in("Tue, 28-Oct-2014") == "2014-10-28");
}

TEST_CASE("what has no single reading is no date") {
    CHECK(date_in("5/10/2014") == "none");
    CHECK(date_in("October 28") == "none");
    CHECK(date_in("February 30, 2014") == "none");
    CHECK(date_in("in 2014") == "none");
    CHECK(date_in("call 555-0123-4567") == "none");
    CHECK(date_in("may 5000 people come") == "none");
    CHECK(date_in("") == "none");
}

TEST_CASE("a date's place in its line is known") {
    const std::optional<WrittenDate> date = find_date("Riga, May 3, 2021 at noon", calendar());
    REQUIRE(date);
    CHECK(date->span == ByteSpan{6, 17});
}

TEST_CASE("lines that are a date and nothing else") {
    CHECK(is_date_line("October 16, 2014", calendar()));
    CHECK(is_date_line("Published on Tue 16 Oct 2014, 10:30 am GMT", calendar()));
    CHECK(is_date_line("4:43 p.m.", calendar()) == false);
    CHECK_FALSE(is_date_line("On October 16, 2014 the dam broke", calendar()));
    CHECK_FALSE(is_date_line("", calendar()));
}

TEST_CASE("addresses carry dates") {
    CHECK(date_in_url("https://example.org/2014/10/15/dam-breaks") == Date{2014, 10, 15});
    CHECK(date_in_url("https://example.org/news/2014-10-15-dam") == Date{2014, 10, 15});
    CHECK_FALSE(date_in_url("https://example.org/2014/10/dam"));
    CHECK_FALSE(date_in_url("https://example.org/2014/13/45/dam"));
    CHECK_FALSE(date_in_url("https://example.org/123456/7/8"));
    CHECK_FALSE(date_in_url(""));
}
