#pragma once

#include "extract/attribution/attribution_finder.h"

#include <vector>

namespace gainsay {

/// The phrase that stands for what was said before, where the content says of it that it is not so: "the accusations"
/// of "called the accusations false" and of "said there was no truth to the accusations", "that" of "“That is a lie”".
/// Empty where the content says anything else, or of something else.
std::vector<TokenIndex> claim_called_untrue(const EntityBook &book, const FoundAttribution &found);

/// Takes "a lie" out of the content of "called the report that he had left a lie", and "reports" and "were false" out
/// of that of "said reports that it had closed were false", where the parser made the verdict a part of what is
/// reported. Whether there was one: then what is left is denied.
bool take_out_verdict(const EntityBook &book, FoundAttribution &found);

} // namespace gainsay
