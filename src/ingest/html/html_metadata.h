#pragma once

#include "ingest/html/html_tree.h"
#include "language/article_rules.h"

#include "text/document.h"

#include <optional>
#include <string>

namespace gainsay {

struct PageMetadata {
    DocumentMeta meta;
    /// The article's text where JSON-LD gives it, a line a paragraph.
    std::optional<std::string> body;
};

/// What a page says about its article, the most explicit place first: JSON-LD (schema.org), OpenGraph and other <meta>,
/// microdata, <link rel=canonical>, <time>, <h1>, <title>. `published` is ISO 8601; `id` and `sha256` are unset.
PageMetadata read_html_metadata(const GumboNode &root, const ArticleRules &rules);

} // namespace gainsay
