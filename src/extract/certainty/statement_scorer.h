#pragma once

#include "extract/certainty/statement_features.h"
#include "language/asked_features.h"

#include <filesystem>

namespace gainsay {

/// How probable it is that a statement is right: that this speaker says so, in these words, and does this by it.
/// Learned from news in which readers marked who says what (src/training/statements). Const once loaded; serves any
/// number of threads.
class StatementScorer {
  public:
    /// Throws ModelError where the trees ask for a feature that is not there.
    explicit StatementScorer(BoostedTrees trees);
    /// `folder` holds statement_trees.tsv. Throws ModelError.
    static StatementScorer load(const std::filesystem::path &folder);

    /// From 0 to 1.
    double probability(const StatementFeatures &features) const;

  private:
    BoostedTrees trees_;
    AskedFeatures asked_;
};

} // namespace gainsay
