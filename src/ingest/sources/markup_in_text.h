#pragma once

#include <string>
#include <string_view>

namespace gainsay {

/// Whether a text that should be plain has tags of HTML in it, as the fields of many exports and feeds have: more than
/// one that only speaks of a tag would have.
bool has_markup(std::string_view text);

/// Such a text as a page: where no tag divides paragraphs, its line ends do.
std::string as_page(std::string_view text);

/// A title or a name without tags, with characters for what HTML writes for them, also where it was done twice.
std::string without_markup(std::string_view field);

/// A text with tags as plain lines, one a paragraph.
std::string lines_of_markup(std::string_view text);

} // namespace gainsay
