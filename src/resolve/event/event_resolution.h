#pragma once

#include "observation/observations.h"
#include "resolve/entity/entity_resolution.h"
#include "resolve/story/story_groups.h"

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

/// Joins mentions of the same event: the same category, participants that agree as far as both name them, dates and
/// places that can be one (a day apart is one: outlets date by their own clocks). What halts the same body in one story
/// is one whoever is said to have done it. Mentions without a date are of the time of their article. The finer date
/// wins.
std::vector<ResolvedEvent> resolve_events(const std::vector<Observations> &documents, const EntityResolution &entities,
                                          const StoryGroups &stories);

} // namespace gainsay
