#pragma once

#include "extract/attribution/attribution_finder.h"

#include <vector>

namespace gainsay {

/// "told Reed she was free", "accused Reed of lying", "urged fans to stay": whom a speaker tells something or of whom
/// he says it, as the object of the verb, is no part of the content where a clause follows. `all` in any order.
void find_addressees(const EntityBook &book, std::vector<FoundAttribution> &all);

} // namespace gainsay
