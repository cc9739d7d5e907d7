#pragma once

#include "extract/attribution/attribution_finder.h"

#include <vector>

namespace gainsay {

/// The phrase that stands for what was said before, where the content says of it that it is not so: "the accusations"
/// of "called the accusations false" and of "said there was no truth to the accusations", "that" of "“That is a lie”".
/// Empty where the content says anything else, or of something else.
std::vector<TokenIndex> claim_called_untrue(const EntityBook &book, const FoundAttribution &found);

} // namespace gainsay
