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

/// What drawing claims leaves for later.
struct DrawnClaims {
    /// The attributions whose claim somebody denies.
    std::set<AttributionPlace> doubtful;
    /// A claim and the resolved entity that it is about.
    std::vector<std::pair<NodeIndex, std::size_t>> abouts;
};

/// Draws claims with their statements, and what contradicts or corroborates what.
DrawnClaims add_claims(GraphDraft &draft, EntityNodes &entities, const ClaimResolution &claims);

/// Draws what claims are about, once all else is drawn: a group that is only described ("people", "other countries")
/// and neither says nor does anything gets no node for it.
void add_abouts(GraphDraft &draft, EntityNodes &entities, const DrawnClaims &claims);

} // namespace gainsay
