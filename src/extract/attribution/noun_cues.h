#pragma once

#include "extract/attribution/attribution_finder.h"

namespace gainsay {

/// Adds the attribution whose cue is the noun at `token`: "claims by X that …", "his denial of …".
void find_noun_cue(const EntityBook &book, TokenIndex token, std::vector<FoundAttribution> &all);

} // namespace gainsay
