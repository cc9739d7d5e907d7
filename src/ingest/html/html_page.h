#pragma once

#include "language/article_rules.h"

#include "base/diagnostics.h"
#include "base/span.h"
#include "text/document.h"

#include <optional>
#include <string>
#include <vector>

namespace gainsay {

/// A block of a page's text: a paragraph, a heading, a caption.
struct HtmlBlock {
    ByteSpan span;
    /// 1 to 6 for h1 to h6; 0 for none.
    int heading_level = 0;
    /// What the page's mark-up says that it is.
    std::optional<Zone> hint;
    /// All of its words lead elsewhere.
    bool is_link = false;
    /// The first block behind the innermost element that holds this one and others; 0 where there is none.
    std::size_t container_end = 0;
};

/// The article of an HTML page: its text, blocks divided by empty lines, and what the page says about it.
struct HtmlPage {
    std::string text;
    std::vector<HtmlBlock> blocks;
    /// From JSON-LD, OpenGraph, other <meta>, microdata, <time>, <title>; `id` and `sha256` are unset. `published` is
    /// ISO 8601.
    DocumentMeta meta;
};

/// Reads a page. Scripts, styles and navigation are left out; so are asides, footers, forms and hidden parts, unless
/// they hold nearly all of the page's text; parts that their class calls something else than the article, and
/// announcements of other articles, are kept as boilerplate. The article is the one <article> or <main> with most of
/// the page's text, else the smallest element that holds nearly all of it; where the page shows next to nothing, it is
/// what its JSON-LD gives as the article's body. Throws InputError for a page whose elements nest deeper than any real
/// one's, and for one without text.
HtmlPage read_html_page(const std::string &html, const std::string &source, const ArticleRules &rules);

} // namespace gainsay
