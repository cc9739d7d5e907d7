#pragma once

#include "graph/knowledge_graph.h"

#include <vector>

namespace gainsay {

/// What of a graph is kept: one flag a node, one an edge. An edge without both its ends goes, a relay that is not kept
/// goes from `relayed_by`.
struct Selection {
    std::vector<bool> nodes;
    std::vector<bool> edges;
};

/// Everything kept.
Selection select_all(const KnowledgeGraph &graph);

/// Drops nodes that have no kept edge and relay none.
void drop_lonely_nodes(const KnowledgeGraph &graph, Selection &selection);

/// The kept part as a graph of its own. Ids stay.
KnowledgeGraph subgraph(const KnowledgeGraph &graph, const Selection &selection);

} // namespace gainsay
