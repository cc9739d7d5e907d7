#include "base/message.h"

#include "base/number.h"
#include "base/utf8.h"

#include <algorithm>

namespace gainsay {

namespace {

void append_escape(std::string &text, char32_t value) {
    constexpr std::string_view digits = "0123456789abcdef";
    constexpr unsigned one_byte = 0x100;
    text += value < one_byte ? "\\x" : "\\u";
    for (int shift = value < one_byte ? 4 : 12; shift >= 0; shift -= 4) {
        text += digits[(value >> static_cast<unsigned>(shift)) & 0xFU];
    }
}

std::string shown(std::string_view text, bool keep_layout) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        if (point.value == U'\n' || point.value == U'\t') {
            if (keep_layout) {
                append_utf8(result, point.value);
            } else {
                result += point.value == U'\n' ? "\\n" : "\\t";
            }
        } else if (is_unsafe_to_show(point.value)) {
            append_escape(result, point.value);
        } else {
            append_utf8(result, point.value);
        }
        i += point.length;
    }
    return result;
}

} // namespace

bool is_unsafe_to_show(char32_t code_point) {
    if (code_point < 0x80) {
        return code_point < 0x20 || code_point == 0x7F;
    }
    return is_control(code_point) || code_point == 0x061C || code_point == 0x200E || code_point == 0x200F ||
           (code_point >= 0x2028 && code_point <= 0x202E) || (code_point >= 0x2066 && code_point <= 0x2069);
}

std::string one_line(std::string_view text) {
    return shown(text, false);
}

std::string safe_to_show(std::string_view text) {
    return shown(text, true);
}

Diagnostic refusal(const Error &error, const std::string &source, std::optional<std::size_t> line) {
    const std::string whole = error.what();
    std::string_view message = whole;
    if (!source.empty() && message.starts_with(source)) {
        message.remove_prefix(source.size());
        const std::size_t digits = std::min(message.find_first_not_of("0123456789", 1), message.size());
        if (message.starts_with(':') && digits > 1) {
            if (const auto number = parse_integer(message.substr(1, digits - 1))) {
                line = static_cast<std::size_t>(*number);
                message.remove_prefix(digits);
            }
        }
        if (message.starts_with(": ")) {
            message.remove_prefix(2);
        } else if (message.starts_with(' ')) {
            message.remove_prefix(1);
        } else {
            message = whole; // another name that begins in the same way
        }
    }
    return {Severity::error, source, {}, line, std::string(message)};
}

} // namespace gainsay
