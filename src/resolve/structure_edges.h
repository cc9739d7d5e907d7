#pragma once

#include "resolve/entity_nodes.h"
#include "resolve/graph_draft.h"

namespace gainsay {

/// Draws offices, memberships and parts.
void add_relations(GraphDraft &draft, EntityNodes &entities);

} // namespace gainsay
