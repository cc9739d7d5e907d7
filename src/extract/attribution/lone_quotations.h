#pragma once

#include "extract/attribution/attribution_finder.h"

namespace gainsay {

/// Adds who speaks in sentences that are quoted from end to end and that nobody is told to have said: whoever spoke in
/// the sentence before, or whom it tells of ("She pauses. “It was …”"). What stands in the article's words elsewhere
/// too (a pull quote) is left out. In the order of the cues afterwards.
void add_lone_quotations(const EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &all);

} // namespace gainsay
