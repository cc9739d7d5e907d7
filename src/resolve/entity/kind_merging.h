#pragma once

#include "resolve/entity/entity_groups.h"

namespace gainsay {

/// Joins named entities of one name that were taken for different kinds.
void merge_across_kinds(EntityGroups &groups);

} // namespace gainsay
