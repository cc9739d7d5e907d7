#pragma once

#include "extract/mentions/entity_book.h"
#include "extract/syntax/quotations.h"

namespace gainsay {

/// Whether two clauses joined by "and" or "but" are one thought, of which neither is a claim by itself: "… for one
/// reason, and that is to protect them"; "it may not look good, but …"; "we could sell the ferry, and we still would
/// have a debt"; "… if it fails and the town goes bankrupt". Both by their predicates.
bool are_one_thought(const EntityBook &book, const Quotations &quotations, TokenIndex first, TokenIndex second);

} // namespace gainsay
