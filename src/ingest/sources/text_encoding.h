#pragma once

#include "ingest/sources/ingest_options.h"

#include "base/diagnostics.h"

#include <string>
#include <string_view>

namespace gainsay {

/// The bytes of a text file as UTF-8. What is UTF-8 already comes back unchanged, byte order mark included. Else:
/// UTF-16 with its mark is converted; for the rest see InvalidUtf8; both leave a warning in `diagnostics`. Throws
/// InputError for what is no text (a NUL byte, many control characters) and, under
/// InvalidUtf8::refuse, for ill-formed UTF-8.
std::string to_utf8(std::string bytes, const std::string &source, InvalidUtf8 policy, Diagnostics &diagnostics);

/// As above for an HTML page, whose own charset declaration is heeded where the bytes are not UTF-8.
std::string html_to_utf8(std::string bytes, const std::string &source, InvalidUtf8 policy, Diagnostics &diagnostics);

} // namespace gainsay
