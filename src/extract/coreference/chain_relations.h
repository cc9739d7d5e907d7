#pragma once

#include "extract/coreference/chain_features.h"

#include <cstdint>

namespace gainsay {

// How a phrase and a chain stand to each other, as the numbers that features are made of. Their values are part of a
// trained model.

/// What of the phrase's words the chain has.
enum class Match : std::uint32_t { none, head, word_of_name, name_by_noun, title, last_head };

Match match_of(const ChainContext &context, const Chain &chain);

/// What the chain is: the kind of its entity, of an actor without a name, or what its nouns mean.
std::uint32_t kind_of(const ChainContext &context, const Chain &chain);

/// 1 for plural, 2 for singular, 3 for both.
std::uint32_t number_of(const Chain &chain);

/// 1 for male, 2 for female, 3 for both.
std::uint32_t gender_of(const Chain &chain);

/// How the modifiers of a noun go with those of the latest phrase of the chain with the same head.
std::uint32_t modifier_code(const ChainContext &context, const Chain &chain);

/// Whether one of the chain's latest phrases has the same words.
bool has_same_text(const ChainContext &context, const Chain &chain);

/// How the owner of the phrase's noun goes with that of the chain's latest phrase with the same head.
std::uint32_t owner_code(const ChainContext &context, const Chain &chain);

/// The same of the state that the phrase names.
std::uint32_t country_code(const ChainContext &context, const Chain &chain);

/// Constraints of binding (Chomsky 1981, in the simple form of Hobbs 1978): how the latest phrase stands to this one in
/// the same sentence.
std::uint32_t binding_code(const Syntax &syntax, const Phrase &earlier, const Phrase &phrase);

/// Whether a phrase stands in apposition to the other or is said to be it.
std::uint32_t link_code(const Syntax &syntax, const Phrase &earlier, const Phrase &phrase);

/// Whether the phrase is the subject of a verb of reporting.
bool is_reporter(const ChainContext &context, const Phrase &phrase);

} // namespace gainsay
