#pragma once

#include "observation/observations.h"
#include "resolve/entity_resolution.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gainsay {

struct EventPlace {
    std::size_t document = 0;
    std::size_t event = 0;
};

/// One event of the world.
struct ResolvedEvent {
    /// In a fixed order; never empty.
    std::vector<EventPlace> mentions;
    /// Who takes part, sorted, each once.
    std::vector<std::pair<Role, std::size_t>> participants;
    std::optional<DateInterval> date;
};

/// Joins mentions of the same event: the same action, the same participants as far as both name them, dates that can be
/// one. The finer date wins.
std::vector<ResolvedEvent> resolve_events(const std::vector<Observations> &documents, const EntityResolution &entities);

} // namespace gainsay
