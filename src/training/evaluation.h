#pragma once

#include <string>
#include <vector>

#include "training/dataset.h"

namespace gainsay::training {

struct DevelopmentSet {
    std::string name;
    std::vector<CorpusSentence> sentences;
};

/// Percent, on gold tokens. Heads are chosen one by one (no tree is enforced): the engine's own figures are a little
/// better.
struct Scores {
    double upos = 0, xpos = 0, feats = 0, lemma = 0, unlabelled = 0, labelled = 0, labelled_with_subtypes = 0;
    double names_gold = 0;   ///< F1 of PER ORG LOC by the head trained on gold names
    double names_silver = 0; ///< the same by the head trained on silver names
    [[nodiscard]] std::string text() const;
};

[[nodiscard]] Scores evaluate(Network &network, const DevelopmentSet &set, const Labels &labels,
                              const Vocabulary &vocabulary);

} // namespace gainsay::training
