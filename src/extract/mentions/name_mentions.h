#pragma once

#include "extract/mentions/entity_book.h"

namespace gainsay {

/// Adds every name of the document (PER, ORG, LOC, GPE, and peoples where they act as nouns) as a mention of an entity:
/// persons with their titles, full names and surnames joined, abbreviations in brackets, states by their names,
/// capitals and seats of government.
void find_name_mentions(EntityBook &book);

} // namespace gainsay
