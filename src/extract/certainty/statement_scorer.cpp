#include "extract/certainty/statement_scorer.h"

#include "base/error.h"

#include <algorithm>
#include <string>
#include <utility>

namespace gainsay {

StatementScorer::StatementScorer(BoostedTrees trees) : trees_(std::move(trees)) {
    for (const std::string &name : trees_.features()) {
        const auto *found = std::find(statement_feature_names.begin(), statement_feature_names.end(), name);
        if (found == statement_feature_names.end()) {
            throw ModelError("statement_trees.tsv", "features that the program knows", name);
        }
        places_.push_back(static_cast<std::size_t>(found - statement_feature_names.begin()));
    }
}

StatementScorer StatementScorer::load(const std::filesystem::path &folder) {
    return StatementScorer(BoostedTrees::load(folder / "statement_trees.tsv"));
}

double StatementScorer::probability(const StatementFeatures &features) const {
    std::vector<double> asked;
    asked.reserve(places_.size());
    for (const std::size_t place : places_) {
        asked.push_back(features[place]);
    }
    return trees_.probability(asked);
}

} // namespace gainsay
