#pragma once

#include "extract/mentions/entity_book.h"

namespace gainsay {

/// Reads offices: from titles, appositions ("Ana Ilic, the mayor of …") and predicates ("X is the head of …"). Adds
/// them to the persons, with the body or state that the office is in as a relation. Names and nominals must be there.
void find_positions(EntityBook &book);

} // namespace gainsay
