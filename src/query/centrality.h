#pragma once

#include "graph/knowledge_graph.h"

#include <cstddef>
#include <vector>

namespace gainsay {

/// How central each node of a graph stands, in the order of its nodes.
struct Centrality {
    /// Edges that end and start at the node.
    std::vector<std::size_t> in_degree;
    std::vector<std::size_t> out_degree;
    /// PageRank with a damping of 0.85; the sum of all is 1.
    std::vector<double> pagerank;
    /// Share of the shortest paths between other nodes that lead through the node, 0 to 1; empty of a graph so large
    /// that it is not counted.
    std::vector<double> betweenness;
};

/// PageRank and betweenness (Brandes) walk the edges in both directions and count parallel edges once: a claim has no
/// outgoing edges, and who stands between two camps does so whoever spoke first. Betweenness takes time in proportion
/// to nodes times edges and is left out above `most_steps` of them.
Centrality measure_centrality(const KnowledgeGraph &graph, double most_steps = 4e8);

} // namespace gainsay
