#include "extract/certainty/statement_scorer.h"

#include <utility>

namespace gainsay {

StatementScorer::StatementScorer(BoostedTrees trees)
    : trees_(std::move(trees)), asked_(trees_, statement_feature_names, "statement_trees.tsv") {}

StatementScorer StatementScorer::load(const std::filesystem::path &folder) {
    return StatementScorer(BoostedTrees::load(folder / "statement_trees.tsv"));
}

double StatementScorer::probability(const StatementFeatures &features) const {
    return trees_.probability(asked_.of(features));
}

} // namespace gainsay
