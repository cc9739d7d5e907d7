#pragma once

#include "observation/observations.h"
#include "resolve/entity/entity_resolution.h"

#include <vector>

namespace gainsay {

bool is_denying(Stance stance);
bool is_asserting(Stance stance);

/// Which attributions of each document are statements of an actor of their own: not those that only pass another's
/// statement on, and not what stands within what somebody denies or doubts.
std::vector<std::vector<bool>> find_statements(const std::vector<Observations> &documents,
                                               const EntityResolution &entities);

} // namespace gainsay
