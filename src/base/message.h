#pragma once

#include "base/diagnostics.h"
#include "base/error.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gainsay {

/// The text as one line that is safe to show: control characters as "\n", "\t", "\x1b", ill-formed UTF-8 as U+FFFD. For
/// messages, in which files' names stand as they are; never for data.
std::string one_line(std::string_view text);

/// An error that ended (a part of) `source`, without saying the place twice: what the error's text says before its
/// message ("source", "source:line") becomes the diagnostic's. `line` is used where the error names none.
Diagnostic refusal(const Error &error, const std::string &source, std::optional<std::size_t> line = {});

} // namespace gainsay
