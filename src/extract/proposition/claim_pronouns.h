#pragma once

#include "extract/proposition/claim_draft.h"

namespace gainsay {

/// Says whom the draft's pronouns mean: "I [Reed]", "[Norway's]" for "its". What cannot be told makes the draft vague.
void name_pronouns(ClaimDraft &draft);

} // namespace gainsay
