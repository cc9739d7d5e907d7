#pragma once

#include "resolve/entity/entity_groups.h"

namespace gainsay {

/// Joins states by their code.
void merge_states(EntityGroups &groups);

/// Joins named bodies, outlets, groups and places: by name and known names; by a short name that a document gives
/// beside the full one; by initials and parts of a name in articles on the same affair. Bodies of different states stay
/// apart; a name that many bodies bear ("Foreign Ministry") counts only with its state or in articles on the same
/// affair.
void merge_bodies(EntityGroups &groups);

} // namespace gainsay
