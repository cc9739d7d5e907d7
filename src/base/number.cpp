#include "base/number.h"

#include <array>
#include <charconv>
#include <cmath>

namespace gainsay {

namespace {

template <class Float>
std::string shortest(Float value) {
    std::array<char, 40> buffer = {};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), result.ptr};
}

template <class Number>
std::optional<Number> parse_whole(std::string_view text) {
    Number value = {};
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || result.ec != std::errc() || result.ptr != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

} // namespace

std::string format_number(double value) {
    return shortest(value);
}
std::string format_number(float value) {
    return shortest(value);
}

std::string format_rounded(double value, int decimals) {
    // The longest double has 309 digits before the point.
    std::array<char, 400> buffer = {};
    const auto result =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
    std::string text(buffer.data(), result.ptr);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') {
            text.pop_back();
        }
    }
    return text == "-0" ? "0" : text;
}

std::optional<double> parse_double(std::string_view text) {
    const std::optional<double> value = parse_whole<double>(text);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
    return parse_whole<std::int64_t>(text);
}

} // namespace gainsay
