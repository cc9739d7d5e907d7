#pragma once

#include "observation/observations.h"

#include <vector>

namespace gainsay {

/// What a piece of evidence shows of a proposition: the parts of its attribution's content that lie in it; the whole
/// content where none does, as for "this", which stands for what is said elsewhere.
std::vector<ByteSpan> content_of(const Attribution &attribution, const Proposition &proposition);

} // namespace gainsay
