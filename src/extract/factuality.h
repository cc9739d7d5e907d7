#pragma once

#include "extract/english.h"
#include "extract/syntax.h"
#include "graph_schema/vocabulary.h"

namespace gainsay {

/// Whether what the predicate (or noun) tells is negated in its own clause.
bool is_negated(const Syntax &syntax, const English &english, TokenIndex predicate);

/// Whether the predicate is told as a fact: by its auxiliaries, adverbs, conditions and the verbs that govern it.
/// Governors above a clause with "that" (what somebody says) do not count.
Modality modality_of(const Syntax &syntax, const English &english, TokenIndex predicate);

/// The token's word of negation, for cues ("did not say").
std::optional<TokenIndex> negation_of(const Syntax &syntax, const English &english, TokenIndex predicate);

} // namespace gainsay
