#include "query/subgraph.h"

#include "graph/graph_builder.h"

#include <limits>

namespace gainsay {

Selection select_all(const KnowledgeGraph &graph) {
    return {std::vector<bool>(graph.nodes().size(), true), std::vector<bool>(graph.edges().size(), true)};
}

void drop_lonely_nodes(const KnowledgeGraph &graph, Selection &selection) {
    std::vector<bool> has_edge(graph.nodes().size(), false);
    for (EdgeIndex i = 0; i < graph.edges().size(); ++i) {
        const EdgeRecord &edge = graph.edge(i);
        if (selection.edges[i] && selection.nodes[edge.source] && selection.nodes[edge.target]) {
            has_edge[edge.source] = true;
            has_edge[edge.target] = true;
            for (const NodeIndex relay : edge.relayed_by) {
                has_edge[relay] = true;
            }
        }
    }
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        if (!has_edge[i]) {
            selection.nodes[i] = false;
        }
    }
}

KnowledgeGraph subgraph(const KnowledgeGraph &graph, const Selection &selection) {
    constexpr NodeIndex gone = std::numeric_limits<NodeIndex>::max();
    // Attributes that a reader kept are kept here too.
    GraphBuilder builder(UnknownAttributes::kept);
    std::vector<NodeIndex> new_index(graph.nodes().size(), gone);
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        if (selection.nodes[i]) {
            new_index[i] = builder.add_node(graph.node(i));
        }
    }
    for (EdgeIndex i = 0; i < graph.edges().size(); ++i) {
        EdgeRecord edge = graph.edge(i);
        edge.source = new_index[edge.source];
        edge.target = new_index[edge.target];
        if (!selection.edges[i] || edge.source == gone || edge.target == gone) {
            continue;
        }
        std::vector<NodeIndex> relays;
        for (const NodeIndex relay : edge.relayed_by) {
            if (new_index[relay] != gone) {
                relays.push_back(new_index[relay]);
            }
        }
        edge.relayed_by = std::move(relays);
        builder.add_edge(std::move(edge));
    }
    return std::move(builder).build();
}

} // namespace gainsay
