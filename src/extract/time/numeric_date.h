#pragma once

#include "base/date.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace gainsay {

/// A date in digits at the beginning of a text.
struct NumericDate {
    DateInterval value;
    /// In bytes.
    std::size_t length = 0;
};

/// Reads "2014-10-14", "14/10/2014", "10/14/2014", "14.10.2014", "2009-2012" and "1990s". Where day and month cannot be
/// told apart ("4/5/2014") the year alone is the value. Nothing for other numbers.
std::optional<NumericDate> read_numeric_date(std::string_view text);

} // namespace gainsay
