#pragma once

#include "graph/knowledge_graph.h"

#include <string>
#include <vector>

namespace gainsay {

/// A graph in numbers.
struct Statistics {
    std::size_t nodes = 0;
    std::size_t edges = 0;
    /// Different documents in mentions and evidence.
    std::size_t documents = 0;
    /// Pieces of evidence.
    std::size_t sentences = 0;
    std::size_t disputed_claims = 0;
    /// Only kinds that occur, in the schema's order.
    std::vector<std::pair<NodeKind, std::size_t>> node_kinds;
    std::vector<std::pair<EdgeKind, std::size_t>> edge_kinds;
    /// The actors with most edges, at most ten.
    std::vector<NodeIndex> busiest_actors;
    /// First and last day that an edge or event has as its date; empty if none has one.
    std::string dates;
};

Statistics count(const KnowledgeGraph &graph);

} // namespace gainsay
