#pragma once

#include "resolve/entity/actor_dictionary.h"
#include "resolve/entity/entity_groups.h"
#include "resolve/entity/entity_resolution.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace gainsay {

/// Turns groups into entities: kind, label, names, codes and the reasons of their merges. `labels` are the user's, by
/// candidate; `actors` may be null.
std::vector<ResolvedEntity> describe_groups(EntityGroups &groups, const std::vector<Observations> &documents,
                                            const std::unordered_map<std::size_t, std::string> &labels,
                                            const ActorDictionary *actors);

} // namespace gainsay
