#pragma once

#include "ingest/zones/article_line.h"
#include "ingest/zones/zone_marker.h"
#include "language/article_rules.h"

#include "text/document.h"

#include <vector>

namespace gainsay {

/// What an article's own lines say about it: its headline, byline, date and address. `id` and `sha256` are unset; what
/// the text does not say is absent.
DocumentMeta read_text_metadata(const std::vector<ArticleLine> &lines, const MarkedArticle &marked,
                                const ArticleRules &rules);

} // namespace gainsay
