#pragma once

#include "extract/entity_book.h"
#include "extract/quotations.h"

namespace gainsay {

/// Adds phrases without a name that refer to actors: "the ministry", "his Russian counterpart", "the U.S. government",
/// "a senior official". A definite one finds its antecedent among what stands before it; what has none is an entity
/// known by its description. Names must be there.
void find_nominal_mentions(EntityBook &book);

/// Adds personal pronouns of the third person whose antecedent is plain. Names and nominals must be there.
void find_pronoun_mentions(EntityBook &book, const Quotations &quotations);

} // namespace gainsay
