#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gainsay {

/// The shortest decimal text that reads back as the same double ("0.1", "1e+300"), never in a locale's style.
/// The value must be finite.
std::string format_number(double value);
/// As above for a float: the shortest text that reads back as the same float.
std::string format_number(float value);

/// Rounded to a number of decimals, trailing zeros dropped ("0.93"). The value must be finite.
std::string format_rounded(double value, int decimals);

/// Reads the whole text as a number; nothing if there is anything else in it.
std::optional<double> parse_double(std::string_view text);
std::optional<std::int64_t> parse_integer(std::string_view text);

} // namespace gainsay
