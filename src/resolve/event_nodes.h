#pragma once

#include "resolve/claim_nodes.h"
#include "resolve/entity_nodes.h"
#include "resolve/event_resolution.h"
#include "resolve/graph_draft.h"

#include <set>
#include <vector>

namespace gainsay {

/// Draws events, who takes part, and the actions that are their short form. What stands in a `doubtful` attribution
/// (see add_claims()) is no fact.
void add_events(GraphDraft &draft, EntityNodes &entities, const std::vector<ResolvedEvent> &events,
                const std::set<AttributionPlace> &doubtful);

} // namespace gainsay
