#pragma once

#include "extract/attribution/attribution_finder.h"

namespace gainsay {

/// Adds "I", "me" and "my" within quotations as mentions of whoever speaks there.
void find_speaker_mentions(EntityBook &book, const Quotations &quotations,
                           const std::vector<FoundAttribution> &attributions);

} // namespace gainsay
