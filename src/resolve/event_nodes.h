#pragma once

#include "resolve/claim_nodes.h"
#include "resolve/entity_nodes.h"
#include "resolve/event_resolution.h"
#include "resolve/event_word_groups.h"
#include "resolve/graph_draft.h"

#include <set>
#include <vector>

namespace gainsay {

/// What happens in the documents.
struct EventsOfDocuments {
    std::vector<ResolvedEvent> events;
    std::vector<std::vector<EventWordPlace>> word_groups;
};

/// Draws events, who takes part, and the actions that are their short form. What stands in a `doubtful` attribution
/// (see add_claims()) is no fact. Words of several documents that tell of the same join the event that one of them
/// triggers; those that none does become an event without a category.
void add_events(GraphDraft &draft, EntityNodes &entities, const EventsOfDocuments &events,
                const std::set<AttributionPlace> &doubtful);

} // namespace gainsay
