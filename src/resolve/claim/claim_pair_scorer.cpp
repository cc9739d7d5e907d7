#include "resolve/claim/claim_pair_scorer.h"

namespace gainsay {

ClaimPairScorer::ClaimPairScorer(const ClaimForms &forms, const WordCounts &counts, const BoostedTrees &trees)
    : features_(forms, counts), trees_(&trees), asked_(trees, claim_pair_feature_names, "claim_pairs.tsv") {}

double ClaimPairScorer::probability(std::size_t a, std::size_t b) const {
    return trees_->probability(asked_.of(features_.of(a, b)));
}

} // namespace gainsay
