#pragma once

#include "resolve/assembly/entity_nodes.h"
#include "resolve/assembly/graph_draft.h"

namespace gainsay {

/// Draws offices, memberships and parts.
void add_relations(GraphDraft &draft, EntityNodes &entities);

} // namespace gainsay
