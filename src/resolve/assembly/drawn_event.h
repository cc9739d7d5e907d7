#pragma once

#include "resolve/assembly/claim_nodes.h"
#include "resolve/assembly/entity_nodes.h"
#include "resolve/assembly/graph_draft.h"
#include "resolve/event/event_resolution.h"
#include "resolve/story/story_groups.h"

#include <cstddef>
#include <set>
#include <vector>

namespace gainsay {

/// What the attributions around an event make of it.
struct EventStanding {
    bool is_drawn = true;
    Modality modality = Modality::actual;
    double confidence = 0.85;
};

/// A noun of Observations::event_words.
struct EventWordPlace {
    std::size_t document = 0;
    std::size_t word = 0;
};

/// An event that is worth a node, with those of its mentions that tell of it as something that was, is or may be.
struct DrawnEvent {
    const ResolvedEvent *event = nullptr;
    std::vector<EventPlace> places;
    EventStanding standing;
    /// Nouns that point back at it.
    std::vector<EventWordPlace> words;
};

/// The events that are worth a node: of which enough take part for their type, by mentions that prove it. Nouns that
/// point back ("the crash") go to the event of their type in whose words they stand, that their document told last, or
/// else to the only one in its story. What stands in a `doubtful` attribution is no fact.
std::vector<DrawnEvent> select_events(const GraphDraft &draft, const EntityNodes &entities,
                                      const std::vector<ResolvedEvent> &events, const StoryGroups &stories,
                                      const std::set<AttributionPlace> &doubtful);

} // namespace gainsay
