#pragma once

#include "extract/attribution/attribution_finder.h"

#include <vector>

namespace gainsay {

/// What only the cue and the content together tell of the stance, for all attributions however they were found:
///  - idioms ("took issue with the claim that …", "walked back her claim");
///  - "found no evidence that …" questions it, and asserts nothing;
///  - an unknown verb over "the claim that …" is no assertion of it: it questions it;
///  - "said the allegation that P was untrue" denies P, which becomes the content;
///  - "refused to comment" declines;
///  - contents that say nothing ("said nothing", "knew about everything") are no statements.
void settle_stances(const EntityBook &book, std::vector<FoundAttribution> &attributions);

} // namespace gainsay
