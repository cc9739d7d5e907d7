#include "extract/time/calendar_steps.h"

#include <algorithm>

namespace gainsay {

namespace {

Date month_of(int index) {
    return {index / 12, index % 12 + 1, 0};
}

DateInterval week_around(long day) {
    const long monday = day - weekday(from_days(day));
    return {from_days(monday), from_days(monday + days_a_week - 1)};
}

} // namespace

DateInterval day_interval(long day) {
    const Date date = from_days(day);
    return {date, date};
}

int month_index(const Date &date) {
    return date.year * 12 + std::max(date.month, 1) - 1;
}

DateInterval month_interval(int first, int last) {
    return {month_of(first), month_of(last)};
}

DateInterval weekend_before(long day) {
    constexpr int saturday = 5;
    const long begin = day - (weekday(from_days(day)) - saturday + days_a_week) % days_a_week;
    return {from_days(begin), from_days(begin + 1)};
}

std::optional<DateInterval> shift(const Date &from, int count, TimeUnit unit) {
    constexpr int months_a_quarter = 3;
    constexpr int years_a_decade = 10;
    constexpr int years_a_century = 100;
    const auto years = [&](int number) {
        const Date date{from.year + number, 0, 0};
        return is_valid(date) ? std::optional(DateInterval{date, date}) : std::nullopt;
    };
    switch (unit) {
    case TimeUnit::year:
        return years(count);
    case TimeUnit::decade:
        return years(count * years_a_decade);
    case TimeUnit::century:
        return years(count * years_a_century);
    case TimeUnit::month:
    case TimeUnit::quarter: {
        const int index = month_index(from) + count * (unit == TimeUnit::quarter ? months_a_quarter : 1);
        return from.month > 0 && index >= 12 ? std::optional(month_interval(index, index)) : std::nullopt;
    }
    default:
        break;
    }
    if (from.day == 0) {
        return std::nullopt;
    }
    const long day = to_days(from);
    switch (unit) {
    case TimeUnit::hour:
        return day_interval(day);
    case TimeUnit::day:
        return day_interval(day + count);
    case TimeUnit::weekend:
        return weekend_before(day + static_cast<long>(days_a_week) * count);
    case TimeUnit::fortnight:
        return week_around(day + 2L * days_a_week * count);
    default:
        return week_around(day + static_cast<long>(days_a_week) * count);
    }
}

} // namespace gainsay
