#pragma once

#include "extract/mentions/name_use.h"

#include <vector>

namespace gainsay {

/// "Islamic" of "Islamic State", "76" of "76ers": the tagger took the first word of a known name alone. Grows each such
/// name by the word behind it.
void complete_names(std::vector<NameUse> &uses, const EntityBook &book);

/// "the Gulf" and "Aden", "the Centers" and "Disease Control", "Pratt" and "Whitney": the tagger took the parts of one
/// name for two. Joins neighbours.
void join_names(std::vector<NameUse> &uses, const EntityBook &book);

/// "Kentucky's Covington High School": a place or body named elsewhere and what it has, taken for one name. Becomes two
/// names.
void split_owners(std::vector<NameUse> &uses, const EntityBook &book);

} // namespace gainsay
