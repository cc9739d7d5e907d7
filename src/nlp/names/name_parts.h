#pragma once

#include "nlp/names/name_tagger.h"
#include "text/document.h"

#include <span>
#include <vector>

namespace gainsay {

/// Names joined by a hyphen without blanks, which a tagger of tokens cuts in the wrong place: "the Berg-Muster meeting"
/// has two persons where the document names both elsewhere; "U.S.-Russia Trade Commission" is one body, though it
/// begins with a state. And persons' names of which it took the beginning alone: "John F. Berg" where the full stop is
/// a token, `Robert "Bobby" Berg`. `names` are in the order of the text, and so is what comes back.
std::vector<TaggedName> with_whole_parts(std::span<const TaggedName> names, const Document &document);

} // namespace gainsay
