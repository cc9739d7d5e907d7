#pragma once

#include "base/date.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// A stretch of the calendar: "30d", "2w", "1m", "1y".
struct TimeLength {
    /// Above 0.
    int count = 0;
    /// d(ays), w(eeks), m(onths), y(ears).
    char unit = 'd';

    friend bool operator==(const TimeLength &, const TimeLength &) = default;
};

/// Nothing for any other text.
std::optional<TimeLength> parse_time_length(std::string_view text);

/// First and last day of a window, both in it, and the last day before the next window begins.
struct TimeWindow {
    long first = 0;
    long last = 0;
    long until_next = 0;

    friend bool operator==(const TimeWindow &, const TimeWindow &) = default;
};

/// The windows of that width that begin at `begin`, and every `step` after it, up to `end` (days since 1970-01-01).
/// Weeks begin on Monday, months on their first day, years on the first of January.
std::vector<TimeWindow> time_windows(long begin, long end, TimeLength width, TimeLength step);

} // namespace gainsay
