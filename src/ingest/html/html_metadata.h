#pragma once

#include "ingest/html/html_tree.h"
#include "ingest/zones/article_rules.h"

#include "text/document.h"

namespace gainsay {

/// What a page says about its article, the most explicit place first: JSON-LD (schema.org), OpenGraph and other <meta>,
/// microdata, <link rel=canonical>, <time>, <h1>, <title>. `published` is ISO 8601; `id` and `sha256` are unset.
DocumentMeta read_html_metadata(const GumboNode &root, const ArticleRules &rules);

} // namespace gainsay
