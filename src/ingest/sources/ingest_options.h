#pragma once

#include "text/document.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gainsay {

/// How an input's bytes are to be read, after decompression.
enum class InputFormat : std::uint8_t { plain_text, markdown, html, json_lines, json };

/// "text", "markdown", "html", "jsonl", "json".
std::string_view input_format_name(InputFormat format);
std::optional<InputFormat> parse_input_format(std::string_view name);

/// What to do with text that is neither UTF-8 nor UTF-16 with its mark.
enum class InvalidUtf8 : std::uint8_t {
    /// A text without any UTF-8 beyond ASCII is read as Windows-1252 (which contains Latin-1); in a text that is mostly
    /// UTF-8 each ill-formed byte becomes one '?', so that offsets stay those of the file. Both with a warning.
    repair,
    /// The document is refused.
    refuse,
};

/// Members of a JSON object (a line of JSON Lines, NAME.json beside NAME.txt) that hold a document's values.
struct FieldNames {
    std::string id = "id";
    std::string text = "text";
    std::string title = "title";
    /// Where `date` is not set: "published", and if that is missing "date".
    std::optional<std::string> date;
    std::string outlet = "outlet";
    std::string author = "author";
    std::string url = "url";
};

/// A plain value; one serves any number of streams.
struct IngestOptions {
    FieldNames fields;
    /// Wins over whatever the inputs say, for every document; `id` and `sha256` are ignored. `published` is ISO 8601.
    DocumentMeta overrides;
    /// Read every input as this; else its name decides, and for other names its first bytes.
    std::optional<InputFormat> format;
    InvalidUtf8 invalid_utf8 = InvalidUtf8::repair;
    /// Read documents that are not English too, as if they were. Else they are left out, each a DocumentFailure.
    bool any_language = false;
    /// A document (a line of JSON Lines) of more bytes is refused, compressed or not. Bounds the memory.
    std::size_t most_bytes = std::size_t{32} << 20U;
};

} // namespace gainsay
