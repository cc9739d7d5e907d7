#pragma once

#include "extract/syntax/syntax.h"
#include "language/kind_lists.h"

#include <string>
#include <vector>

namespace gainsay {

/// What tells whether a predicate's event took place, as text: the word with its forms, auxiliaries, subject, markers;
/// the same of the predicates above it and the path to them; the words around it. Each once, in a fixed order. Of the
/// words elsewhere in the sentence only those of the kind `context` count.
std::vector<std::string> factuality_features(const Syntax &syntax, const FactualityCues &words, TokenIndex predicate);

} // namespace gainsay
