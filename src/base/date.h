#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace gainsay {

/// A day, month or year of the Gregorian calendar, at the precision known: `2014-03-05`, `2014-03`, `2014`.
struct Date {
    /// 1 to 9999.
    int year = 0;
    /// 1 to 12; 0 when unknown, then `day` is 0 too.
    int month = 0;
    /// 1 to 31; 0 when unknown.
    int day = 0;

    /// By time; a coarser date stands before the finer ones it contains.
    friend auto operator<=>(const Date &, const Date &) = default;
};

/// First and last date of a stretch of time, both included. A single date has `first == last`.
struct DateInterval {
    Date first;
    Date last;

    friend auto operator<=>(const DateInterval &, const DateInterval &) = default;
};

/// Whether the date exists in the calendar, at its precision.
bool is_valid(const Date &date);

/// Reads ISO 8601 `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nothing for any other text or a date that does not exist.
std::optional<Date> parse_date(std::string_view text);
/// Reads a date or two with a slash between; nothing if the first is after the last.
std::optional<DateInterval> parse_interval(std::string_view text);

std::string format(const Date &date);
/// A single date without slash.
std::string format(const DateInterval &interval);

int days_in_month(int year, int month);

/// Days since 1970-01-01; an unknown month or day counts as the first.
long to_days(const Date &date);
Date from_days(long days);
/// Monday is 0, Sunday 6. The date must have a day.
int weekday(const Date &date);

/// The first and the last day that the date covers.
DateInterval days_covered(const Date &date);
/// Whether the days covered have one in common.
bool overlap(const DateInterval &a, const DateInterval &b);

} // namespace gainsay
