#pragma once

#include "base/diagnostics.h"
#include "observation/observations.h"
#include "resolve/entity/overrides.h"

#include <vector>

namespace gainsay {

/// Does to the observations what the user says of single statements: takes them out, confirms them, gives them another
/// speaker or stance, keeps them from others' claims. Before anything is resolved. A line that no statement has is a
/// warning.
void apply_statement_overrides(std::vector<Observations> &documents, const Overrides &overrides,
                               Diagnostics &diagnostics);

} // namespace gainsay
