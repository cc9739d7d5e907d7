#pragma once

#include "resolve/entity/entity_groups.h"

namespace gainsay {

/// Joins named persons: full names by score within a block of the same surname, a surname alone with its only bearer
/// (in articles on the same affair, else in all).
void merge_persons(EntityGroups &groups);

} // namespace gainsay
