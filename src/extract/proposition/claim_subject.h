#pragma once

#include "extract/proposition/claim_draft.h"

namespace gainsay {

/// Puts a subject in front where the clause has none of its own: "[Norway will] pay", "[Reed sold] arms". Whether the
/// draft is a sentence with a subject then.
bool complete_subject(ClaimDraft &draft);

} // namespace gainsay
