#pragma once

#include "extract/coreference/chain_state.h"

#include <cstdint>

namespace gainsay {

// Rules that say of whom a pronoun speaks before any ranker is asked. Each gives the number of a chain, or
// ChainState::none where it says nothing.

/// "Norway denied that it would …", "It said …", "Its members …" at the start of a sentence: the state or body whose
/// words the clause is, or that the sentence before is about. `position` is that of an "it".
std::uint32_t antecedent_of_it(const ChainState &chains, std::uint32_t position);

/// "Reed has maintained he is innocent"; "…," he said: the person whose words the clause is, or who the sentence before
/// is about, outside of quotations. `position` is that of a "he" or "she".
std::uint32_t antecedent_of_person(const ChainState &chains, std::uint32_t position);

/// The last person that a sentence was about, outside of quotations and within three sentences, if of the phrase's sex.
std::uint32_t subject_before(const ChainState &chains, std::uint32_t position);

/// Whether the phrase is the subject of a verb of saying.
bool reports_something(const ChainState &chains, const Phrase &phrase);

} // namespace gainsay
