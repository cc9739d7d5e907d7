#pragma once

#include "extract/attribution_finder.h"

namespace gainsay {

/// The propositions of an attribution's content: one for each of its clauses that stands alone. Clauses that only say
/// that something was said or reported give way to what they report. The book must be finished.
std::vector<Proposition> find_propositions(const EntityBook &book, const FoundAttribution &attribution);

} // namespace gainsay
