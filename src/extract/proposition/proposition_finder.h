#pragma once

#include "extract/attribution/attribution_finder.h"

namespace gainsay {

/// The propositions of an attribution's content: one for each of its coordinated clauses with a subject of its own,
/// else the content as a quotation. Nouns for what was said or reported give way to what they report. The book must be
/// finished.
std::vector<Proposition> find_propositions(const EntityBook &book, const Quotations &quotations,
                                           const FoundAttribution &attribution);

} // namespace gainsay
