#pragma once

#include "base/lexicon_file.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace gainsay {

/// Did it happen? A linear model of factuality_features(), trained by src/training/factuality on judgements of
/// Universal Decompositional Semantics (Rudinger, White, Van Durme 2018, Neural Models of Factuality). Const once
/// loaded.
class FactualityModel {
  public:
    /// Rows "feature TAB weight".
    explicit FactualityModel(const LexiconFile &file);

    /// Log odds that what the predicate with these features tells took place.
    double score(const std::vector<std::string> &features) const;

  private:
    std::unordered_map<std::string, float> weights_;
};

} // namespace gainsay
