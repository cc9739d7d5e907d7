#include "query/time_windows.h"

#include "base/number.h"

#include <algorithm>

namespace gainsay {

namespace {

long aligned(long day, char unit) {
    const Date date = from_days(day);
    switch (unit) {
    case 'w':
        return day - weekday(date);
    case 'm':
        return to_days({date.year, date.month, 1});
    case 'y':
        return to_days({date.year, 1, 1});
    default:
        return day;
    }
}

/// The same day so many months on, or the last of its month.
long months_after(long day, int months) {
    constexpr int months_of_year = 12;
    const Date date = from_days(day);
    const int all = date.year * months_of_year + date.month - 1 + months;
    const int year = all / months_of_year;
    const int month = all % months_of_year + 1;
    return to_days({year, month, std::min(date.day, days_in_month(year, month))});
}

long after(long day, TimeLength length) {
    constexpr long days_of_week = 7;
    constexpr int months_of_year = 12;
    switch (length.unit) {
    case 'w':
        return day + days_of_week * length.count;
    case 'm':
        return months_after(day, length.count);
    case 'y':
        return months_after(day, months_of_year * length.count);
    default:
        return day + length.count;
    }
}

} // namespace

std::optional<TimeLength> parse_time_length(std::string_view text) {
    constexpr std::int64_t most = 10000;
    if (text.size() < 2 || std::string_view("dwmy").find(text.back()) == std::string_view::npos) {
        return std::nullopt;
    }
    const auto count = parse_integer(text.substr(0, text.size() - 1));
    if (!count || *count < 1 || *count > most) {
        return std::nullopt;
    }
    return TimeLength{static_cast<int>(*count), text.back()};
}

std::vector<TimeWindow> time_windows(long begin, long end, TimeLength width, TimeLength step) {
    std::vector<TimeWindow> windows;
    for (long first = aligned(begin, width.unit); first <= end;) {
        const long next = after(first, step);
        windows.push_back({first, after(first, width) - 1, next - 1});
        first = next;
    }
    return windows;
}

} // namespace gainsay
