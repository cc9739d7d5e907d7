#pragma once

#include "extract/attribution/attribution_finder.h"
#include "extract/attribution/attribution_network.h"

#include <vector>

namespace gainsay {

/// What the network reads as attributions, with the stance that the words of the cue give. Where `by_rules` (what the
/// lists of verbs and nouns find) has the same cue, its stance and the subject of its content are taken over. The
/// document's tokens must have the network's vectors.
std::vector<FoundAttribution> learned_attributions(const EntityBook &book, const Quotations &quotations,
                                                   const AttributionNetwork &network,
                                                   const std::vector<FoundAttribution> &by_rules);

} // namespace gainsay
