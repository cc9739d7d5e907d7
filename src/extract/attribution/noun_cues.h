#pragma once

#include "extract/attribution/attribution_finder.h"

namespace gainsay {

/// Adds the attribution whose cue is the noun at `token`: "claims by X that …", "his denial of …", "a
/// statement from X: “…”".
void find_noun_cue(const EntityBook &book, const Quotations &quotations, TokenIndex token,
                   std::vector<FoundAttribution> &all);

} // namespace gainsay
