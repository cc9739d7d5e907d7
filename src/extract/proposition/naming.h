#pragma once

#include "extract/attribution/attribution_finder.h"

#include <optional>
#include <vector>

namespace gainsay {

/// "called the plan a “land grab”", "described him as a liar": a thing and what a speaker says that it is. Tokens in
/// order of the text, not empty.
struct Naming {
    std::vector<TokenIndex> thing;
    TokenIndex thing_head = 0;
    std::vector<TokenIndex> name;
    TokenIndex name_head = 0;
    /// From this token of the name on the words are in quotation marks, which are none of its tokens.
    std::optional<TokenIndex> quoted_from;
};

/// What an attribution names, if its cue is a verb of naming or calling (statement_words.tsv) with both. The parser's
/// objects and predicates are used, and where it took the name for a part of the thing's phrase, the quotation marks.
/// The book must be finished.
std::optional<Naming> find_naming(const EntityBook &book, const Quotations &quotations,
                                  const FoundAttribution &attribution);

} // namespace gainsay
