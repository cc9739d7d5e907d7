#pragma once

#include "extract/coreference/chain_state.h"

#include <cstdint>

namespace gainsay {

/// What the news writes where it will not repeat a name: "the prime minister", "the newspaper", "the company", "the
/// country", "said the Bergen-based mother". `position` is that of a phrase that is no pronoun. The number of the
/// latest chain that can be meant, made where the entity has none yet; ChainState::none where the phrase says more than
/// that, or nobody can be meant.
std::uint32_t antecedent_of_noun(ChainState &chains, std::uint32_t position);

} // namespace gainsay
