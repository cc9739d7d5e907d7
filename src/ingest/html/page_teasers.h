#pragma once

#include "ingest/html/page_weights.h"

#include <string_view>
#include <unordered_set>

namespace gainsay {

/// Elements below `article` that announce other articles: a heading that is a link, alone or with a few lines about
/// what it leads to, and lists of such. A heading that is in `title`, the page's own, announces nothing. Nothing where
/// that would take most of the article's text.
std::unordered_set<const GumboNode *> find_teasers(const GumboNode &article, std::string_view title,
                                                   const PageWeights &weights);

} // namespace gainsay
