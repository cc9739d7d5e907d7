#pragma once

#include "ingest/html/html_tree.h"
#include "language/article_rules.h"

#include <string_view>

namespace gainsay {

/// What an element does to the text in it.
enum class Flow {
    inline_text,
    block,
    /// Beside the article: asides, footers, forms, and what stands in for a script. Left out, unless it holds the page.
    beside,
    /// Never a part of it.
    dropped
};

Flow flow_of(GumboTag tag);

/// 1 to 6 for h1 to h6, else 0.
int heading_level(GumboTag tag);

/// By an attribute or a style of its own; style sheets are not looked at.
bool is_hidden(const GumboNode &node);

/// Whether one of the words of class, id, role or itemprop is of the kind: "story-body__byline" has "byline".
bool is_called(const GumboNode &node, KindName<PagePart> kind, const PageParts &parts);

/// The same for its whole names: "comments", not "comments-enabled".
bool is_named(const GumboNode &node, KindName<PagePart> kind, const PageParts &parts);

} // namespace gainsay
