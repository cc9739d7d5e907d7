#pragma once

#include "extract/proposition/claim_draft.h"

namespace gainsay {

/// Drops conjunctions and marks in front, "that" and "whether", words that tie the clause to what stood before it, and
/// marks behind. The draft may be empty then.
void drop_openings(ClaimDraft &draft);

} // namespace gainsay
