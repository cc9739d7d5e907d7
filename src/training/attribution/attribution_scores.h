#pragma once

#include "training/attribution/attribution_corpus.h"

#include <string>
#include <vector>

namespace gainsay::training {

/// An attribution as the network finds it.
struct FoundRoles {
    TokenRange cue;
    std::vector<TokenIndex> source, content;
    double confidence = 0;
    std::optional<StanceTag> stance;
};

/// Token F1 of the roles and F1 of relations (content and source with an intersection over union of at least one
/// half), and how often the stance of such a relation is right where it is known, in per cent; over all documents.
class AttributionScores {
  public:
    void add(const std::vector<GoldAttribution> &gold, const std::vector<FoundRoles> &found);

    double relation_f1() const { return relation_.f1(); }
    std::string text() const;

  private:
    struct Count {
        double right = 0, found = 0, gold = 0;
        double precision() const { return found > 0 ? 100 * right / found : 0; }
        double recall() const { return gold > 0 ? 100 * right / gold : 0; }
        double f1() const { return found + gold > 0 ? 200 * right / (found + gold) : 0; }
    };
    Count source_, cue_, content_, relation_, stance_;
};

} // namespace gainsay::training
