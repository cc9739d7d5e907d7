#pragma once

#include "resolve/entity/entity_groups.h"

namespace gainsay {

/// Bodies under names that are cut short, of one affair: "Man Utd" of Manchester United, and in one article "Velin" of
/// Velin Pacific Airways, where no other body's name begins so.
void merge_short_bodies(EntityGroups &groups);

} // namespace gainsay
