#pragma once

#include "extract/attribution/attribution_finder.h"

#include <optional>
#include <set>
#include <vector>

namespace gainsay {

/// A stretch of a content: a clause by its head, or words that are none.
struct ContentPart {
    std::optional<TokenIndex> top;
    /// In order of the text, not empty.
    std::vector<TokenIndex> tokens;
};

/// The tokens of a content in parts that can be read alone, in order of the text: sentences, and of a sentence those
/// coordinated clauses that have a subject of their own and stand side by side. What hangs on another clause (an
/// adverbial or relative clause, the words of a quotation within the quotation) stays with it. Takes out of `content`
/// what is not said itself: "the reports that" of what is denied, and whom a speaker tells something. The book must be
/// finished.
std::vector<ContentPart> cut_content(const EntityBook &book, const Quotations &quotations,
                                     const FoundAttribution &attribution, std::set<TokenIndex> &content);

} // namespace gainsay
