#pragma once

#include "extract/syntax/syntax.h"

#include <algorithm>
#include <vector>

namespace gainsay {

/// Whether the token is among these, which are in order of the text.
inline bool contains(const std::vector<TokenIndex> &tokens, TokenIndex token) {
    return std::binary_search(tokens.begin(), tokens.end(), token);
}

} // namespace gainsay
