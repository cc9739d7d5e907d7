#pragma once

#include "extract/mentions/entity_book.h"

namespace gainsay {

/// Reads what belongs to what: members ("Norway, a NATO member"), parts ("the commission's working group"), places
/// ("Geneva, Switzerland", "the Paris-based agency"). Adds relations. Entities must be there, after all mentions are
/// found.
void find_structure(EntityBook &book);

} // namespace gainsay
