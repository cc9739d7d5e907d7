#pragma once

#include "ingest/zones/article_line.h"
#include "language/article_rules.h"

#include <optional>
#include <string>
#include <string_view>

namespace gainsay {

/// "By Jane Doe", "By Jane Doe | October 28, 2014", "Jane Doe, Staff Writer": a line that says who wrote the article.
bool is_byline(const ArticleLine &line, const ArticleRules &rules);
/// "Staff Writer" on a line of its own.
bool is_role_line(const ArticleLine &line, const ArticleRules &rules);
/// "-- Jane Doe" at the end of an article.
bool is_signature(const ArticleLine &line, const ArticleRules &rules);
/// A last paragraph that introduces its author, of whom the text `before` does not speak.
bool is_author_note(const ArticleLine &line, std::string_view before, const ArticleRules &rules);

/// Whom a byline or signature names.
struct BylineNames {
    /// "Jane Doe and John Roe".
    std::optional<std::string> author;
    /// An outlet that stands where the author's name would.
    std::optional<std::string> outlet;
};
BylineNames read_byline(std::string_view shown, const ArticleRules &rules);

} // namespace gainsay
