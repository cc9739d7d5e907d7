#pragma once

#include "graph/knowledge_graph.h"

#include <vector>

namespace gainsay {

/// One edge seen from one of its ends.
struct Neighbor {
    EdgeIndex edge = 0;
    /// The other end; the node itself for an edge to itself.
    NodeIndex node = 0;
    bool is_outgoing = true;

    friend bool operator==(const Neighbor &, const Neighbor &) = default;
};

/// All edges of a node, the weightiest first. `kinds` limits them, empty: all.
std::vector<Neighbor> neighbors(const KnowledgeGraph &graph, NodeIndex node, const std::vector<EdgeKind> &kinds = {});

} // namespace gainsay
