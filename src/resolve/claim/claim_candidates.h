#pragma once

#include "resolve/claim/claim_form.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace gainsay {

/// The positions of forms that may state the same or nearly so: each pair once, the smaller first, in order. Forms meet
/// in blocks of a word and an actor, one form standing for all that are identical with it; in a large block each meets
/// those that are next to it in the order of their words.
std::vector<std::pair<std::size_t, std::size_t>> claim_candidates(const ClaimForms &forms);

} // namespace gainsay
