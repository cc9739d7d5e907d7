#pragma once

#include "query/question_tables.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace gainsay {

// Values of tables.

inline TableValue text_value(std::string_view text) {
    return text.empty() ? TableValue() : TableValue(std::string(text));
}
inline TableValue count_value(std::size_t count) {
    return static_cast<std::int64_t>(count);
}

/// How many statements stand on which side.
struct SideCounts {
    std::size_t in_favor = 0;
    std::size_t against = 0;
    std::size_t neither = 0;

    void add(Side side) { ++(side == Side::in_favor ? in_favor : (side == Side::against ? against : neither)); }
};

/// First and last known date of what is added.
struct DateRange {
    std::string first;
    std::string last;

    void add(const std::string &date) {
        if (date.empty()) {
            return;
        }
        if (first.empty() || date < first) {
            first = date;
        }
        if (date > last) {
            last = date;
        }
    }
};

} // namespace gainsay
