#pragma once

#include "extract/attribution/attribution_finder.h"

#include <vector>

namespace gainsay {

/// Gives every attribution whose source is no known entity one that is made of its phrase: "one of his sons", "two
/// people familiar with the talks", "the statement". The same phrase, or "the aide" behind "a White House aide", is the
/// same entity. A place that speaks becomes a body. What has no source, or a pronoun that nobody could resolve, stays
/// without.
void add_phrase_speakers(EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &attributions);

} // namespace gainsay
