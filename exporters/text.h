#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// The text without what readers of XML and Graphviz choke on: ill-formed UTF-8, control characters other than tab and
/// line end, and noncharacters become U+FFFD, "\r\n" and "\r" become "\n".
std::string printable(std::string_view text);

/// `printable` with the five characters of XML escaped; good for content and for attributes in double quotes.
std::string xml_escape(std::string_view text);

/// An id that any format can hold: the id itself if it is printable and on one line, else its printable form with a
/// digest, so that different ids stay different.
std::string export_id(std::string_view id);

/// The text in lines of at most `width` code points (longer words are cut), white space folded. Everything after
/// `most_lines` lines is replaced by an ellipsis.
std::vector<std::string> wrap(std::string_view text, std::size_t width, std::size_t most_lines);

/// At most `length` code points, the last one an ellipsis if the text is longer.
std::string shorten(std::string_view text, std::size_t length);

} // namespace gainsay
