#pragma once

#include "extract/attribution/attribution_finder.h"

namespace gainsay {

/// "…, she said" and "They also wrote …" where nobody could tell who the pronoun is: the speaker of the statement
/// before, in the same or the next paragraph, if he can be meant. The pronoun is marked as doubtful. Statements whose
/// verb stands within a quotation are somebody's who is quoted and are passed over.
void continue_speakers(EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &all);

} // namespace gainsay
