#pragma once

#include "language/asked_features.h"
#include "resolve/claim/claim_pair_features.h"

#include <cstddef>

namespace gainsay {

/// Whether two statements of one story state the same, as learned from stories in which readers grouped what is said
/// (src/training/claims). Refers to forms and trees, which must outlive it. Const once made; serves any number of
/// threads.
class ClaimPairScorer {
  public:
    /// Throws ModelError where the trees ask for a feature that is not there.
    ClaimPairScorer(const ClaimForms &forms, const WordCounts &counts, const BoostedTrees &trees);

    /// From 0 to 1, the same for (b, a). tests/quality/README.md tells how many such pairs are right.
    double probability(std::size_t a, std::size_t b) const;

  private:
    ClaimPairFeatures features_;
    const BoostedTrees *trees_;
    AskedFeatures asked_;
};

} // namespace gainsay
