#pragma once

#include "base/span.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace gainsay {

enum class UnitKind : std::uint8_t { letters, digits, sign };

/// How a run of letters uses capitals.
enum class LetterCase : std::uint8_t { lower, title, upper, single_upper, mixed, none };

/// The smallest piece of text that the tokenizer handles: a run of letters, a run of digits, a run of one and the same
/// dot, dash or other repeatable sign, or a single sign. A token is one or more units.
struct TextUnit {
    ByteSpan span;
    /// Hash of the folded form (lower case, straight quotes); for digits, of their number alone.
    std::uint32_t form = 0;
    /// Hash of the last three folded code points.
    std::uint32_t ending = 0;
    /// Code points, at most 255.
    std::uint8_t length = 0;
    UnitKind kind = UnitKind::sign;
    LetterCase letter_case = LetterCase::none;
    /// The first code point as it stands, if it is a sign; the sign of typographic quotes stays visible here.
    char32_t sign = 0;
    /// The single letter "I", as which the pronoun is written.
    bool is_pronoun_i = false;
    /// Blank characters (or the border of the block) before it.
    bool blank_before = false;
    /// A line break before it that is not to be read as a blank (and `blank_before` is false): the line ended in a
    /// hyphen within a word.
    bool broken_at_hyphen = false;
};

/// The longest unit, in bytes; a longer run of letters is cut.
inline constexpr std::size_t longest_unit = 256;

/// Appends the units of `text[from, to)` to `units`, stopping after `limit` of them, and returns the byte where it
/// stopped. The units cover every character that is not blank exactly once, in order.
std::size_t split_units(std::string_view text, std::size_t from, std::size_t to, std::size_t limit,
                        std::vector<TextUnit> &units);

} // namespace gainsay
