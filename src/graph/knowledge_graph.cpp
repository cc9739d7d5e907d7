#include "graph/knowledge_graph.h"

#include "graph/topology.h"

#include <algorithm>
#include <utility>

namespace gainsay {

namespace {

std::shared_ptr<const TopologyHolder> make_topology(std::size_t node_count, const std::vector<EdgeRecord> &edges) {
    std::vector<std::pair<NodeIndex, NodeIndex>> ends;
    ends.reserve(edges.size());
    for (const EdgeRecord &edge : edges) {
        ends.emplace_back(edge.source, edge.target);
    }
    // Boost sorts by source and keeps the order of equals: as our edges are sorted already, its edge indices are ours.
    return std::make_shared<const TopologyHolder>(TopologyHolder{GraphTopology(
        boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), static_cast<std::uint32_t>(node_count))});
}

} // namespace

KnowledgeGraph::KnowledgeGraph() : topology_(make_topology(0, {})) {}

KnowledgeGraph::KnowledgeGraph(std::vector<NodeRecord> nodes, std::vector<EdgeRecord> edges)
    : nodes_(std::move(nodes)), edges_(std::move(edges)), topology_(make_topology(nodes_.size(), edges_)) {}

std::optional<NodeIndex> KnowledgeGraph::find_node(std::string_view id) const {
    // Nodes are sorted by kind first: one search a kind needs no table of ids.
    for (const NodeKindRow &kind : node_kinds()) {
        const auto found = std::lower_bound(
            nodes_.begin(), nodes_.end(), std::pair(kind.kind, id),
            [](const NodeRecord &node, const std::pair<NodeKind, std::string_view> &wanted) {
                return node.kind != wanted.first ? node.kind < wanted.first : std::string_view(node.id) < wanted.second;
            });
        if (found != nodes_.end() && found->kind == kind.kind && found->id == id) {
            return static_cast<NodeIndex>(found - nodes_.begin());
        }
    }
    return std::nullopt;
}

std::vector<EdgeIndex> KnowledgeGraph::out_edges(NodeIndex node) const {
    std::vector<EdgeIndex> found;
    const GraphTopology &graph = topology_->graph;
    for (auto [edge, end] = boost::out_edges(node, graph); edge != end; ++edge) {
        found.push_back(static_cast<EdgeIndex>(boost::get(boost::edge_index, graph, *edge)));
    }
    return found;
}

std::vector<EdgeIndex> KnowledgeGraph::in_edges(NodeIndex node) const {
    std::vector<EdgeIndex> found;
    const GraphTopology &graph = topology_->graph;
    for (auto [edge, end] = boost::in_edges(node, graph); edge != end; ++edge) {
        found.push_back(static_cast<EdgeIndex>(boost::get(boost::edge_index, graph, *edge)));
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::size_t KnowledgeGraph::degree(NodeIndex node) const {
    return boost::out_degree(node, topology_->graph) + boost::in_degree(node, topology_->graph);
}

} // namespace gainsay
