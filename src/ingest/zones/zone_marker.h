#pragma once

#include "ingest/zones/article_line.h"
#include "language/article_rules.h"

#include "text/document.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// The zones of an article, and of each line the zone that its greater part has.
struct MarkedArticle {
    /// Cover the text without gaps; neighbours differ.
    std::vector<ZoneSpan> zones;
    /// One for each line.
    std::vector<Zone> line_zones;
    /// The address that the article's head or foot gives as its own.
    std::optional<std::string> address;
};

/// Decides what each line of an article is, by its shape, its place, its length and its words. `title` is the title
/// where it is known already. A pure function.
///
/// A zone begins and ends with a block, but for these: a known title at the start of the first paragraph is a headline,
/// a place and agency before the first words ("KIEV (Reuters) -") a dateline, and Markdown's signs around a heading are
/// boilerplate. So what find_blocks gives, cut at the zones' borders, never cuts a sentence.
MarkedArticle mark_zones(std::string_view text, const std::vector<ArticleLine> &lines,
                         const std::optional<std::string> &title, const ArticleRules &rules);

} // namespace gainsay
