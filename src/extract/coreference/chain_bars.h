#pragma once

#include "extract/coreference/chain_state.h"

#include <cstdint>

namespace gainsay {

/// What grammar forbids: that the phrase is one of the chain's. Another sex, another number, one named person as
/// "they", "him" for the subject of the same verb, a third person for who speaks.
bool is_barred(const ChainState &chains, const Phrase &phrase, std::uint32_t number);

/// "He told Mr. Patrick": whether the phrase tells the chain's entity something, and so is somebody else.
bool is_told(const ChainState &chains, const Phrase &phrase, const Chain &chain);

/// "US Congress", "Ministry of Trade": no company.
bool is_state_body(const English &english, const std::string &name);

} // namespace gainsay
