#pragma once

#include "extract/coreference/chain_state.h"

namespace gainsay {

/// "His daughter Yulia", "his daughter": whose relative of the same kind is nobody else who is named, is one. To be
/// called when every phrase has its chain.
void join_relatives(ChainState &chains);

} // namespace gainsay
