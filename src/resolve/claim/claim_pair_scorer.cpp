#include "resolve/claim/claim_pair_scorer.h"

#include "base/error.h"

#include <algorithm>
#include <string>

namespace gainsay {

ClaimPairScorer::ClaimPairScorer(const ClaimForms &forms, const WordCounts &counts, const BoostedTrees &trees)
    : features_(forms, counts), trees_(&trees) {
    for (const std::string &name : trees.features()) {
        const auto *found = std::find(claim_pair_feature_names.begin(), claim_pair_feature_names.end(), name);
        if (found == claim_pair_feature_names.end()) {
            throw ModelError("claim_pairs.tsv", "features that the program knows", name);
        }
        places_.push_back(static_cast<std::size_t>(found - claim_pair_feature_names.begin()));
    }
}

double ClaimPairScorer::probability(std::size_t a, std::size_t b) const {
    const ClaimPairFeatures::Values values = features_.of(a, b);
    std::vector<double> asked;
    asked.reserve(places_.size());
    for (const std::size_t place : places_) {
        asked.push_back(values[place]);
    }
    return trees_->probability(asked);
}

} // namespace gainsay
