#pragma once

#include "extract/attribution/attribution_finder.h"

namespace gainsay {

/// Adds the attribution whose cue is the verb at `token`, if it reports something here.
void find_verb_cue(const EntityBook &book, const Quotations &quotations, TokenIndex token,
                   std::vector<FoundAttribution> &all);

} // namespace gainsay
