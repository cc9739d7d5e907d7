#pragma once

#include "resolve/entity/entity_groups.h"

namespace gainsay {

/// Joins "US Secretary", "the foreign minister" with who bears that title: in the same document, else in articles on
/// the same affair; nobody where several do.
void merge_office_holders(EntityGroups &groups);

} // namespace gainsay
