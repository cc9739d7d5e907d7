#pragma once

#include "resolve/assembly/entity_nodes.h"
#include "resolve/assembly/graph_draft.h"
#include "resolve/claim/claim_resolution.h"

#include <cstddef>
#include <set>
#include <utility>
#include <vector>

namespace gainsay {

/// A document's attribution.
using AttributionPlace = std::pair<std::size_t, std::size_t>;

/// Draws claims with their statements, and what contradicts or corroborates what. Returns the attributions whose claim
/// somebody denies.
std::set<AttributionPlace> add_claims(GraphDraft &draft, EntityNodes &entities, const ClaimResolution &claims);

} // namespace gainsay
