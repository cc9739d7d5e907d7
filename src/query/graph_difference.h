#pragma once

#include "graph/knowledge_graph.h"

#include <string>
#include <vector>

namespace gainsay {

/// A node that both graphs have, with what is not the same. Where several nodes of one graph are one in the other, the
/// first stands for them.
struct ChangedNode {
    NodeIndex before = 0;
    NodeIndex after = 0;
    bool has_new_label = false;
    bool has_new_status = false;
    /// Articles that tell it, by its mentions and statements.
    std::size_t documents_before = 0;
    std::size_t documents_after = 0;
};

/// An edge that both graphs have, with other weight or evidence.
struct ChangedEdge {
    EdgeIndex before = 0;
    EdgeIndex after = 0;
    /// Evidence of the new graph (positions in the edge) whose article gave none to the old edge.
    std::vector<std::size_t> new_evidence;
};

/// What is in one of two graphs and not in the other. What is new is an index of the new graph, what is gone one of the
/// old graph. Lists of edges stand in the graph's order, those of claims by their number of independent sources.
struct GraphDifference {
    std::vector<NodeIndex> new_nodes;
    std::vector<NodeIndex> gone_nodes;
    std::vector<ChangedNode> changed_nodes;
    std::vector<EdgeIndex> new_edges;
    std::vector<EdgeIndex> gone_edges;
    std::vector<ChangedEdge> changed_edges;
    /// Claims that nobody disputed before, and those that nobody disputes any more.
    std::vector<NodeIndex> new_disputes;
    std::vector<NodeIndex> settled_disputes;
    /// Those of new_edges that deny, reject or retract.
    std::vector<EdgeIndex> new_denials;

    bool empty() const {
        return new_nodes.empty() && gone_nodes.empty() && changed_nodes.empty() && new_edges.empty() &&
               gone_edges.empty() && changed_edges.empty();
    }
};

/// Compares by content. Nodes are one by their id; else actors, places and articles by kind and name or alias; else
/// claims and events by the places in the articles where they are mentioned, as their ids and labels change when they
/// gain evidence. Edges are one by what their ends are, kind, polarity and modality. Time in proportion to both graphs.
GraphDifference difference(const KnowledgeGraph &before, const KnowledgeGraph &after);

} // namespace gainsay
