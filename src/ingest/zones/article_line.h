#pragma once

#include "language/article_rules.h"

#include "base/span.h"
#include "text/document.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// A block of an article (a paragraph, a heading, a line that stands alone) with what tells its zone.
struct ArticleLine {
    /// Without white space at the ends.
    ByteSpan span;
    /// Without Markdown's signs of headings and emphasis around it; within `span`.
    ByteSpan core;
    /// The core on one line, Markdown links replaced by their words; cut off where it is longer than a line can be.
    std::string shown;
    /// `shown` by fold_line.
    std::string folded;
    /// Of the whole block; counting ends at a few hundred.
    std::size_t word_count = 0;
    /// 1 for a title, 2 and more for headings below; 0 for none. By Markdown or HTML.
    int heading_level = 0;
    /// Full stop, question or exclamation mark, ellipsis at the end, perhaps within quotes and brackets.
    bool ends_in_stop = false;
    bool ends_in_question = false;
    bool starts_lower = false;
    bool is_list_item = false;
    bool has_finite_verb = false;
    /// Capitalized among the words of four letters and more, in hundredths.
    int capitalized_percent = 0;
    /// Whether an empty line (or the text's end) stands before and after it.
    bool gap_before = true;
    bool gap_after = true;
    /// What the page's own mark-up says.
    std::optional<Zone> hint;
    /// On a page: all of its words lead elsewhere.
    bool is_link = false;
    /// On a page: the first line behind the part of it that this one and others lie in; 0 where it is not known.
    std::size_t container_end = 0;
};

/// Measures one block of the text.
ArticleLine measure_line(std::string_view text, ByteSpan span, const ArticleRules &rules);

/// The blocks of a plain text or Markdown, those of find_blocks; lines of a block that are surely none of the article
/// ("READ MORE: ...") come apart from it. Of a text with more blocks than any article has, those in the middle are one.
std::vector<ArticleLine> find_article_lines(std::string_view text, const ArticleRules &rules);

/// Whether the words of a line say that it is no part of an article, wherever it stands.
bool is_noise_line(const ArticleLine &line, const ArticleRules &rules);
/// A remark by the editors: "Correction: ...", "Editor's note: ...".
bool begins_as_remark(const ArticleLine &line, const ArticleRules &rules);
/// An address and nothing else, perhaps in angle brackets.
bool is_address_line(const ArticleLine &line);

} // namespace gainsay
