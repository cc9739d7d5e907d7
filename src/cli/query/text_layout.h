#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

// Plain text for people, laid out in columns of characters (code points without combining marks).

/// Of what stands beneath a head of an answer.
inline constexpr std::size_t answer_indent = 3;
/// Blanks between two columns of text.
inline constexpr std::size_t column_gap = 3;
/// Narrower columns than this are stood one above the other.
inline constexpr std::size_t narrowest_column = 34;

/// Columns of a line: of the terminal that standard output is (at most 120: longer lines are hard to read), else what
/// the environment's COLUMNS says, else 100. At least 40.
std::size_t page_width();

/// Characters that the text takes in a line.
std::size_t text_width(std::string_view text);

/// The text in lines of at most `width` characters, broken at blanks; white space of any kind is one blank, a longer
/// word has a line of its own. No line for no text.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// The same with an indent of `first` blanks before the first line and `rest` before the others, each ending a line.
std::string paragraph(std::string_view text, std::size_t width, std::size_t first, std::size_t rest);

/// The text cut to `most` characters at a blank, with an ellipsis.
std::string shortened(std::string_view text, std::size_t most);

/// Two lists of lines beside each other, with `indent` blanks before. Lines of the left one are at most `left_width`
/// long.
std::string side_by_side(const std::vector<std::string> &left, const std::vector<std::string> &right,
                         std::size_t left_width, std::size_t indent);

} // namespace gainsay
