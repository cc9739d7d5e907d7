#pragma once

#include "resolve/entity/entity_groups.h"

namespace gainsay {

/// Joins descriptions in articles on the same affair ("the bilateral commission", "U.S.-Russia presidential
/// commission") where one fits no more than one fuller one, and all words for unnamed media there.
void merge_descriptions(EntityGroups &groups);

} // namespace gainsay
