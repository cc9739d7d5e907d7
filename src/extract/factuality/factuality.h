#pragma once

#include "extract/syntax/syntax.h"
#include "graph_schema/vocabulary.h"
#include "language/english.h"

#include <optional>

namespace gainsay {

/// How far above a predicate a negation is looked for: `clause` takes no account of governors that leave something
/// undone ("declined to say"), which are no part of what is said.
enum class NegationReach : std::uint8_t { clause, governors };

/// Whether what the predicate (or noun) tells did not happen: negated in its own clause, or by what governs it without
/// a subject between ("did not agree to go", "failed to go", "kept it from going").
bool is_negated(const Syntax &syntax, const English &english, TokenIndex predicate,
                NegationReach reach = NegationReach::governors);

/// What an auxiliary, an adverb or a word that governs makes of what it stands with ("may", "planned"); nothing for
/// words that leave it a fact.
std::optional<Modality> modality_of_word(const Syntax &syntax, const English &english, TokenIndex token);

/// Whether the predicate is told as a fact: by its auxiliaries, adverbs, conditions and the verbs that govern it, and
/// by the model of factuality (English::factuality_model) where it is sure of the opposite. What somebody says ("that
/// …") is told as its own clause has it.
Modality modality_of(const Syntax &syntax, const English &english, TokenIndex predicate);

/// As whoever says it puts it, by its words alone: "accused them of sending arms" is said as a fact, however little the
/// article makes it one.
Modality stated_modality(const Syntax &syntax, const English &english, TokenIndex predicate);

/// The token's word of negation, for cues ("did not say").
std::optional<TokenIndex> negation_of(const Syntax &syntax, const English &english, TokenIndex predicate);

} // namespace gainsay
