#pragma once

#include "extract/attribution/attribution_finder.h"

#include <vector>

namespace gainsay {

/// What nobody said: "it would require him to admit that …", "he could argue that …", "do Republicans suggest that …?".
/// Such attributions keep their roles and state nothing. The same for "he" who is taken for a person whom his words
/// name
/// ("Reed's proposal", he said, is not Reed's sentence): nobody knows then who speaks.
void settle_unuttered(const EntityBook &book, const Quotations &quotations,
                      std::vector<FoundAttribution> &attributions);

} // namespace gainsay
