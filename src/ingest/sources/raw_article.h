#pragma once

#include "ingest/sources/ingest_options.h"

#include "base/diagnostics.h"
#include "text/document.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>

namespace gainsay {

/// A document that could not be read, or was not since it is not English. It keeps its place in the order of documents.
struct DocumentFailure {
    /// Severity `error`, or `warning` for one that was left out; `source` is the file or folder, with `line` for JSON
    /// Lines and `offset` (bytes) where known.
    Diagnostic reason;

    friend bool operator==(const DocumentFailure &, const DocumentFailure &) = default;
};

/// One article as it came out of its file: UTF-8, neither analysed nor divided.
struct RawArticle {
    /// The file's name as the user gave or would give it; "-" for standard input.
    std::string source;
    /// Where it stands in JSON Lines, from 1.
    std::optional<std::size_t> line;
    /// `plain_text`, `markdown` or `html`.
    InputFormat format = InputFormat::plain_text;
    /// UTF-8. For plain text and Markdown already the document's text.
    std::string content;
    /// The id, unique in its stream, and what options, JSON fields or a file beside say; it wins over what is found.
    /// `published` is as written there.
    DocumentMeta given;
    /// What was odd but usable.
    Diagnostics diagnostics;
};

using RawItem = std::variant<RawArticle, DocumentFailure>;

/// A document with its text, metadata and zones, ready for the language engine.
struct IngestedDocument {
    Document document;
    /// As in RawArticle.
    std::string source;
    InputFormat format = InputFormat::plain_text;
    Diagnostics diagnostics;
};

using DocumentItem = std::variant<IngestedDocument, DocumentFailure>;

} // namespace gainsay
