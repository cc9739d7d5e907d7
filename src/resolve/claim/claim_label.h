#pragma once

#include "resolve/claim/claim_form.h"
#include "resolve/claim/claim_pair_scorer.h"
#include "resolve/claim/claim_resolution.h"

#include <cstddef>
#include <vector>

namespace gainsay {

/// The claim that its members make, without reasons: their mentions, what they are about, and as its label the best
/// wording of theirs: nearest to what the others say, of the usual polarity, a sentence that is clear without its
/// context, no headline in capitals, with nothing that the others did not say, with a subject of its own, of a length
/// that one reads at a glance. `members` are positions of forms, in order, not empty.
ResolvedClaim describe_claim(const ClaimForms &forms, const ClaimPairScorer &scorer,
                             const std::vector<std::size_t> &members);

} // namespace gainsay
