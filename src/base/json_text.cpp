#include "base/json_text.h"

#include "base/utf8.h"

#include <charconv>

namespace gainsay {

namespace {

/// The code unit of the escape whose backslash stands at `at`; nothing for another escape or a broken one.
std::optional<unsigned> code_unit(std::string_view json, std::size_t at) {
    constexpr std::size_t escape_bytes = 6;
    constexpr int hexadecimal = 16;
    const std::string_view escape = json.substr(at, escape_bytes);
    if (escape.size() < escape_bytes || escape[1] != 'u') {
        return std::nullopt;
    }
    unsigned value = 0;
    const char *const end = escape.data() + escape.size();
    const auto [stop, error] = std::from_chars(escape.data() + 2, end, value, hexadecimal);
    return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

bool is_high(std::optional<unsigned> unit) {
    return unit && *unit >= 0xD800 && *unit <= 0xDBFF;
}

bool is_low(std::optional<unsigned> unit) {
    return unit && *unit >= 0xDC00 && *unit <= 0xDFFF;
}

} // namespace

std::optional<JsonFlaw> find_json_flaw(std::string_view json) {
    constexpr std::size_t escape_bytes = 6;
    for (std::size_t i = 0; i < json.size();) {
        const char byte = json[i];
        if (byte == '\0') {
            return JsonFlaw{i, "a NUL byte"};
        }
        if (byte == '\\') {
            const std::optional<unsigned> unit = code_unit(json, i);
            if (is_low(unit)) {
                return JsonFlaw{i, "half a surrogate pair, " + std::string(json.substr(i, escape_bytes))};
            }
            if (is_high(unit) && is_low(code_unit(json, i + escape_bytes))) {
                i += 2 * escape_bytes;
            } else if (unit) {
                i += escape_bytes;
            } else {
                ++i; // the byte behind the backslash says nothing, unless it is one of those above
                i += i < json.size() && json[i] != '\0' && static_cast<unsigned char>(json[i]) < 0x80 ? 1U : 0U;
            }
        } else if (static_cast<unsigned char>(byte) < 0x80) {
            ++i;
        } else {
            const CodePoint point = decode_utf8(json, i);
            if (!point.valid) {
                return JsonFlaw{i, "a byte that is no UTF-8"};
            }
            i += point.length;
        }
    }
    return std::nullopt;
}

} // namespace gainsay
