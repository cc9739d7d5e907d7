#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gainsay {

/// What a code point is to the tokenizer. A letter without case and a combining mark count as `lower`.
enum class CharKind : std::uint8_t { blank, lower, upper, digit, sign };

struct ClassifiedChar {
    char32_t code = 0;
    std::size_t length = 1;
    CharKind kind = CharKind::sign;
};

/// The code point at `offset < text.size()`. Ill-formed UTF-8 is a sign, so that any bytes can be walked.
[[nodiscard]] ClassifiedChar classify_char(std::string_view text, std::size_t offset);

/// Lower case, with typographic quotes and apostrophes made straight.
[[nodiscard]] char32_t folded(char32_t code);

} // namespace gainsay
