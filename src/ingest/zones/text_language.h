#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gainsay {

/// The language of a text that surely is not English ("German"); nothing for English, for a text of fewer than some 25
/// words and for one of which it cannot be told. Of a mixed text the language of the larger part counts, and only the
/// first 256 KiB are looked at. `text` is UTF-8. Compact Language Detector 2; serves any number of threads.
std::optional<std::string> foreign_language(std::string_view text);

} // namespace gainsay
