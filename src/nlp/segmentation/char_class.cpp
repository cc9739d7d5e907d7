#include "nlp/segmentation/char_class.h"

#include "base/utf8.h"

#include <array>

namespace gainsay {
namespace {

constexpr std::size_t ascii_size = 128;

constexpr CharKind kind_of_ascii(std::size_t byte) {
    if (byte >= 'a' && byte <= 'z') {
        return CharKind::lower;
    }
    if (byte >= 'A' && byte <= 'Z') {
        return CharKind::upper;
    }
    if (byte >= '0' && byte <= '9') {
        return CharKind::digit;
    }
    return (byte >= 0x09 && byte <= 0x0D) || (byte >= 0x1C && byte <= 0x20) ? CharKind::blank : CharKind::sign;
}

constexpr std::array<CharKind, ascii_size> ascii_kinds = [] {
    std::array<CharKind, ascii_size> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        table[i] = kind_of_ascii(i);
    }
    return table;
}();

CharKind kind_of_wide(char32_t code) {
    if (is_space(code)) {
        return CharKind::blank;
    }
    if (is_upper(code)) {
        return CharKind::upper;
    }
    if (is_letter(code) || is_mark(code)) {
        return CharKind::lower;
    }
    return is_digit(code) ? CharKind::digit : CharKind::sign;
}

} // namespace

ClassifiedChar classify_char(std::string_view text, std::size_t offset) {
    const auto lead = static_cast<unsigned char>(text[offset]);
    if (lead < ascii_size) {
        return {lead, 1, ascii_kinds[lead]};
    }
    const CodePoint point = decode_utf8(text, offset);
    return {point.value, point.length, point.valid ? kind_of_wide(point.value) : CharKind::sign};
}

char32_t folded(char32_t code) {
    if (code < ascii_size) {
        return code >= 'A' && code <= 'Z' ? code + ('a' - 'A') : code;
    }
    switch (code) {
    case U'\u2018':
    case U'\u2019':
    case U'\u201B':
    case U'\u02BC':
    case U'\u00B4':
        return U'\'';
    case U'\u201C':
    case U'\u201D':
    case U'\u201F':
        return U'"';
    default:
        return to_lower(code);
    }
}

} // namespace gainsay
