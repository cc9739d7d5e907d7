#include "base/date.h"

#include <array>
#include <cstddef>

namespace gainsay {

namespace {

constexpr int max_year = 9999;

bool is_leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/// `digits` ASCII digits at `offset`; nothing if there is anything else.
std::optional<int> digits_at(std::string_view text, std::size_t offset, std::size_t digits) {
    int value = 0;
    for (std::size_t i = offset; i < offset + digits; ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return std::nullopt;
        }
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

std::string padded(int value, std::size_t width) {
    const std::string digits = std::to_string(value);
    return digits.size() >= width ? digits : std::string(width - digits.size(), '0') + digits;
}

} // namespace

int days_in_month(int year, int month) {
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days.at(static_cast<std::size_t>(month - 1));
}

bool is_valid(const Date &date) {
    if (date.year < 1 || date.year > max_year || date.month < 0 || date.month > 12) {
        return false;
    }
    if (date.month == 0) {
        return date.day == 0;
    }
    return date.day >= 0 && date.day <= days_in_month(date.year, date.month);
}

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) {
        return std::nullopt;
    }
    Date date;
    const std::optional<int> year = digits_at(text, 0, 4);
    if (!year) {
        return std::nullopt;
    }
    date.year = *year;
    if (text.size() >= 7) {
        const std::optional<int> month = digits_at(text, 5, 2);
        if (text[4] != '-' || !month || *month == 0) {
            return std::nullopt;
        }
        date.month = *month;
    }
    if (text.size() == 10) {
        const std::optional<int> day = digits_at(text, 8, 2);
        if (text[7] != '-' || !day || *day == 0) {
            return std::nullopt;
        }
        date.day = *day;
    }
    return is_valid(date) ? std::optional(date) : std::nullopt;
}

std::optional<DateInterval> parse_interval(std::string_view text) {
    const std::size_t slash = text.find('/');
    const std::optional<Date> first = parse_date(text.substr(0, slash));
    const std::optional<Date> last = slash == std::string_view::npos ? first : parse_date(text.substr(slash + 1));
    if (!first || !last || to_days(*first) > to_days(days_covered(*last).last)) {
        return std::nullopt;
    }
    return DateInterval{*first, *last};
}

std::string format(const Date &date) {
    std::string text = padded(date.year, 4);
    if (date.month != 0) {
        text += '-' + padded(date.month, 2);
    }
    if (date.day != 0) {
        text += '-' + padded(date.day, 2);
    }
    return text;
}

std::string format(const DateInterval &interval) {
    return interval.first == interval.last ? format(interval.first)
                                           : format(interval.first) + "/" + format(interval.last);
}

long to_days(const Date &date) {
    // The year starts in March here, so that the leap day is its last.
    const int month = date.month == 0 ? 1 : date.month;
    const int day = date.day == 0 ? 1 : date.day;
    const long year = date.year - (month <= 2 ? 1 : 0);
    const long day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const long leap_days = year / 4 - year / 100 + year / 400;
    constexpr long epoch = 719468;
    return year * 365 + leap_days + day_of_year - epoch;
}

Date from_days(long days) {
    // A guess that is at most a year late, then the steps that remain.
    Date date{static_cast<int>(1970 + days / 366), 1, 1};
    if (days < 0) {
        date.year = static_cast<int>(1970 + days / 365 - 1);
    }
    while (to_days({date.year + 1, 1, 1}) <= days) {
        ++date.year;
    }
    while (date.month < 12 && to_days({date.year, date.month + 1, 1}) <= days) {
        ++date.month;
    }
    date.day = static_cast<int>(days - to_days(date)) + 1;
    return date;
}

int weekday(const Date &date) {
    constexpr long thursday = 3; // 1970-01-01
    return static_cast<int>(((to_days(date) + thursday) % 7 + 7) % 7);
}

DateInterval days_covered(const Date &date) {
    if (date.month == 0) {
        return {{date.year, 1, 1}, {date.year, 12, 31}};
    }
    if (date.day == 0) {
        return {{date.year, date.month, 1}, {date.year, date.month, days_in_month(date.year, date.month)}};
    }
    return {date, date};
}

bool overlap(const DateInterval &a, const DateInterval &b) {
    return to_days(days_covered(a.first).first) <= to_days(days_covered(b.last).last) &&
           to_days(days_covered(b.first).first) <= to_days(days_covered(a.last).last);
}

} // namespace gainsay
