#pragma once

#include "resolve/assembly/claim_nodes.h"
#include "resolve/assembly/entity_nodes.h"
#include "resolve/assembly/graph_draft.h"
#include "resolve/event/event_resolution.h"
#include "resolve/story/story_groups.h"

#include <set>
#include <vector>

namespace gainsay {

/// Draws events, who takes part, and the actions that are their short form. What stands in a `doubtful` attribution
/// (see add_claims()) is no fact. A noun that points back ("the crash") is a mention of the event of its type that its
/// document told last, or else of the only one in its story.
void add_events(GraphDraft &draft, EntityNodes &entities, const std::vector<ResolvedEvent> &events,
                const StoryGroups &stories, const std::set<AttributionPlace> &doubtful);

} // namespace gainsay
