#include "extract/time/calendar_steps.h"

#include <optional>
#include <string>

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

std::string steps(const Date &from, int count, TimeUnit unit) {
    const std::optional<DateInterval> found = shift(from, count, unit);
    return found ? format(*found) : "nothing";
}

} // namespace

TEST_CASE("Steps in the calendar keep the unit's precision") {
    // A Wednesday.
    const Date day{2014, 10, 15};
    CHECK(steps(day, -2, TimeUnit::day) == "2014-10-13");
    CHECK(steps(day, 0, TimeUnit::hour) == "2014-10-15");
    CHECK(steps(day, -1, TimeUnit::week) == "2014-10-06/2014-10-12");
    CHECK(steps(day, 1, TimeUnit::fortnight) == "2014-10-27/2014-11-02");
    CHECK(steps(day, -10, TimeUnit::month) == "2013-12");
    CHECK(steps(day, 3, TimeUnit::year) == "2017");
    CHECK(steps(day, -2, TimeUnit::decade) == "1994");
}

TEST_CASE("A date that is too coarse takes no fine steps") {
    CHECK(steps({2014, 10, 0}, 1, TimeUnit::day) == "nothing");
    CHECK(steps({2014, 0, 0}, 1, TimeUnit::month) == "nothing");
    CHECK(steps({2014, 10, 0}, 1, TimeUnit::month) == "2014-11");
    CHECK(steps({2014, 0, 0}, -1, TimeUnit::year) == "2013");
}

TEST_CASE("A weekend is the one that began last") {
    CHECK(format(weekend_before(to_days({2014, 10, 15}))) == "2014-10-11/2014-10-12");
    CHECK(format(weekend_before(to_days({2014, 10, 11}))) == "2014-10-11/2014-10-12");
    CHECK(format(weekend_before(to_days({2014, 10, 10}))) == "2014-10-04/2014-10-05");
}

TEST_CASE("Months are counted from year 0") {
    CHECK(format(month_interval(month_index({2013, 12, 0}), month_index({2014, 2, 0}))) == "2013-12/2014-02");
    CHECK(month_index({2014, 0, 0}) == month_index({2014, 1, 0}));
}
