#pragma once

#include "base/span.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace gainsay {

/// How the first word of a line is written; `other` for digits, addresses and scripts without case.
enum class LineStart : std::uint8_t { lower, upper, other };

/// Marks of a list or of a heading at the start of a line. `possible` ones ("-", "1.") may also stand in running text.
enum class LineMark : std::uint8_t { none, possible, certain };

/// One line that is not blank, and what tells whether the next one continues it. Widths are in code points.
struct TextLine {
    /// Without the white space at both ends.
    ByteSpan span;
    /// White space before it.
    std::size_t indent = 0;
    /// With the indent.
    std::size_t width = 0;
    /// Up to the first blank at which a line may be broken: a no-break space belongs to the word.
    std::size_t first_word_width = 0;
    LineStart start = LineStart::other;
    LineMark mark = LineMark::none;
    /// A heading by its mark ("# Title").
    bool is_heading = false;
    bool single_word = false;
    /// Ends in a full stop, question mark, exclamation mark or ellipsis, perhaps within closing quotes and brackets.
    bool ends_in_stop = false;
    /// Ends in a comma, or in a hyphen within a word.
    bool ends_open = false;
    /// An empty line (or the start of the text) stands before it.
    bool after_gap = false;
};

/// The lines of a text that are not blank. Line ends are LF, CR LF, CR, form feed (which makes a gap), U+0085, U+2028
/// and U+2029; a byte order mark counts as white space.
std::vector<TextLine> find_lines(std::string_view text);

} // namespace gainsay
