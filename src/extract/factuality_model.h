#pragma once

#include "base/lexicon_file.h"
#include "extract/syntax.h"
#include "extract/word_lists.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace gainsay {

/// What tells whether a predicate's event took place, as text: the word with its forms, auxiliaries, subject, markers;
/// the same of the predicates above it and the path to them; the words around it. Each once, in a fixed order. Of the
/// words elsewhere in the sentence only those of the kind `context` count.
std::vector<std::string> factuality_features(const Syntax &syntax, const WordLists &words, TokenIndex predicate);

/// Did it happen? A linear model of factuality_features(), trained by src/training/factuality on judgements of
/// Universal Decompositional Semantics (Rudinger, White, Van Durme 2018, Neural Models of Factuality). Const once
/// loaded.
class FactualityModel {
  public:
    /// Rows "feature TAB weight".
    explicit FactualityModel(const LexiconFile &file);

    /// Log odds that what the predicate tells took place.
    double score(const Syntax &syntax, const WordLists &words, TokenIndex predicate) const;

  private:
    std::unordered_map<std::string, float> weights_;
};

} // namespace gainsay
