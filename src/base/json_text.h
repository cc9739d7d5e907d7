#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gainsay {

/// Something in a JSON text that makes it no text of Unicode, and that RapidJSON 1.1 lets pass.
struct JsonFlaw {
    /// Byte offset in the JSON text.
    std::size_t offset = 0;
    /// "a NUL byte", for "expected JSON, found …".
    std::string found;

    friend bool operator==(const JsonFlaw &, const JsonFlaw &) = default;
};

/// The first NUL byte (which RapidJSON takes for the end), byte that is no UTF-8, or escape of the second half of a
/// surrogate pair without the first ("\udc00", which RapidJSON turns into ill-formed UTF-8). A first half alone is an
/// error of RapidJSON's own. Every reader of JSON asks here before it parses. Thread-safe.
std::optional<JsonFlaw> find_json_flaw(std::string_view json);

} // namespace gainsay
