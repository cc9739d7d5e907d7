#pragma once

#include "base/diagnostics.h"
#include "base/error.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gainsay {

/// Whether a character can make a terminal do something, or show a text in another order than it has: control
/// characters (C0, DEL, C1), the marks and overrides of bidirectional text, separators of lines and paragraphs.
bool is_unsafe_to_show(char32_t code_point);

/// The text as one line that is safe to show: what is unsafe as "\n", "\t", "\x1b", "\u202e", ill-formed UTF-8 as
/// U+FFFD. For messages, in which files' names stand as they are; never for data.
std::string one_line(std::string_view text);

/// The same for a text of lines: line ends and tabs stay.
std::string safe_to_show(std::string_view text);

/// An error that ended (a part of) `source`, without saying the place twice: what the error's text says before its
/// message ("source", "source:line") becomes the diagnostic's. `line` is used where the error names none.
Diagnostic refusal(const Error &error, const std::string &source, std::optional<std::size_t> line = {});

} // namespace gainsay
