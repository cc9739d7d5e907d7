#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gainsay {

/// A character that is written as HTML writes it: "&quot;", "&#8217;", "&#x2019;".
struct CharacterReference {
    char32_t code_point = 0;
    /// From '&' to ';'.
    std::size_t length = 0;
};

/// The reference that stands at `offset`, where text[offset] is '&'; nothing for any other ampersand ("AT&T"). Knows
/// the names of HTML 4, asks for the semicolon, and reads numbers of Windows-1252's places as browsers do.
std::optional<CharacterReference> character_reference_at(std::string_view text, std::size_t offset);

/// The text with all of them replaced.
std::string decode_character_references(std::string_view text);

} // namespace gainsay
