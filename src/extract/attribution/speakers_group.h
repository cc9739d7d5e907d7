#pragma once

#include "extract/attribution/attribution_finder.h"

#include <vector>

namespace gainsay {

/// Who "we" are in the words of the attribution's source: the source and whom it speaks of having dealt with ("I
/// suggested to the minister that we …"). The source alone where that is all that is known.
std::vector<EntityIndex> speakers_group(const EntityBook &book, const FoundAttribution &attribution);

} // namespace gainsay
