#include "base/message.h"

#include "base/number.h"
#include "base/utf8.h"

#include <algorithm>

namespace gainsay {

std::string one_line(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        if (point.value == U'\n') {
            result += "\\n";
        } else if (point.value == U'\t') {
            result += "\\t";
        } else if (is_control(point.value)) {
            result += "\\x";
            result += digits[(point.value >> 4U) & 0xFU];
            result += digits[point.value & 0xFU];
        } else {
            append_utf8(result, point.value);
        }
        i += point.length;
    }
    return result;
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
