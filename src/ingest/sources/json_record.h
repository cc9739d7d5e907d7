#pragma once

#include "ingest/sources/ingest_options.h"

#include "base/diagnostics.h"
#include "text/document.h"

#include <optional>
#include <string>
#include <string_view>

namespace gainsay {

/// What a JSON object says about a document.
struct JsonRecord {
    /// `id` is empty where the object has none; `sha256` is unset.
    DocumentMeta meta;
    std::optional<std::string> text;
};

/// Reads one JSON object. `published` comes as written. A field of the wrong type is left out with a warning; a
/// `text` of the wrong type, JSON that is broken or no object throws InputError. `source` and `line` stand in messages.
JsonRecord read_json_record(std::string_view json, const FieldNames &fields, const std::string &source,
                            std::optional<std::size_t> line, Diagnostics &diagnostics);

} // namespace gainsay
