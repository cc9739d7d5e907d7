#pragma once

#include "extract/attribution/attribution_finder.h"

namespace gainsay {

/// Adds to each attribution's content the quotations that belong to it and that the tree does not show: the second half
/// of a quotation around the cue, the sentences and paragraphs in which the same quotation goes on.
void extend_over_quotations(const EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &all);

} // namespace gainsay
