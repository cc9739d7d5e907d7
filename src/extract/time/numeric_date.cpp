#include "extract/time/numeric_date.h"

#include "base/number.h"

#include <array>
#include <string>

namespace gainsay {

namespace {

constexpr std::string_view en_dash = "\u2013";

struct Parts {
    /// Up to three numbers as written.
    std::array<std::string_view, 3> numbers;
    std::size_t count = 0;
    /// Between the numbers; all the same.
    std::string_view separator;
    std::size_t length = 0;
};

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') {
        ++end;
    }
    return end - at;
}

std::string_view separator_at(std::string_view text, std::size_t at) {
    if (text.substr(at, en_dash.size()) == en_dash) {
        return text.substr(at, en_dash.size());
    }
    const bool known = at < text.size() && (text[at] == '-' || text[at] == '/' || text[at] == '.');
    return known ? text.substr(at, 1) : std::string_view();
}

Parts split(std::string_view text) {
    Parts parts;
    std::size_t at = 0;
    while (parts.count < parts.numbers.size()) {
        const std::size_t size = digits_at(text, at);
        if (size == 0) {
            break;
        }
        parts.numbers[parts.count++] = text.substr(at, size);
        parts.length = at + size;
        const std::string_view separator = separator_at(text, parts.length);
        if (separator.empty() || (parts.count > 1 && separator != parts.separator)) {
            break;
        }
        parts.separator = separator;
        at = parts.length + separator.size();
    }
    return parts;
}

int number(std::string_view digits) {
    return digits.size() <= 4 ? static_cast<int>(parse_integer(digits).value_or(0)) : 0;
}

std::optional<NumericDate> read_day(const Parts &parts) {
    const auto &texts = parts.numbers;
    Date date;
    if (texts[0].size() == 4 && texts[1].size() <= 2 && texts[2].size() <= 2) {
        date = {number(texts[0]), number(texts[1]), number(texts[2])};
    } else if (texts[2].size() == 4 && texts[0].size() <= 2 && texts[1].size() <= 2) {
        const int first = number(texts[0]);
        const int second = number(texts[1]);
        const bool clear = parts.separator == "." || first > 12 || second > 12 || first == second;
        date = !clear        ? Date{number(texts[2]), 0, 0}
               : second > 12 ? Date{number(texts[2]), first, second}
                             : Date{number(texts[2]), second, first};
    }
    return is_valid(date) ? std::optional(NumericDate{{date, date}, parts.length}) : std::nullopt;
}

bool is_recent_year(std::string_view digits) {
    return digits.size() == 4 && number(digits) >= 1500 && number(digits) <= 2200;
}

} // namespace

std::optional<NumericDate> read_numeric_date(std::string_view text) {
    const Parts parts = split(text);
    if (parts.count == 3) {
        return read_day(parts);
    }
    if (parts.count == 2 && is_recent_year(parts.numbers[0]) && is_recent_year(parts.numbers[1]) &&
        (parts.separator == "-" || parts.separator == en_dash) && number(parts.numbers[0]) < number(parts.numbers[1])) {
        return NumericDate{{{number(parts.numbers[0]), 0, 0}, {number(parts.numbers[1]), 0, 0}}, parts.length};
    }
    constexpr int years_a_decade = 10;
    if (parts.count == 1 && is_recent_year(parts.numbers[0]) && number(parts.numbers[0]) % years_a_decade == 0 &&
        text.substr(parts.length, 1) == "s") {
        const int year = number(parts.numbers[0]);
        return NumericDate{{{year, 0, 0}, {year + years_a_decade - 1, 0, 0}}, parts.length + 1};
    }
    return std::nullopt;
}

} // namespace gainsay
