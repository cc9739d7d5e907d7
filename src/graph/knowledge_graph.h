#pragma once

#include "graph/records.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace gainsay {

// A GraphTopology (boost_graph.h), declared so that only sources that run algorithms pay for Boost.
struct TopologyHolder;

/// Who says what, of all documents. Made by a GraphBuilder, unchanging from then on: any number of threads may read it.
/// Nodes stand by kind and id, edges by source, target, kind, polarity, modality: the same contents give the same
/// graph, whatever the order in which they came.
class KnowledgeGraph {
  public:
    KnowledgeGraph();

    const std::vector<NodeRecord> &nodes() const { return nodes_; }
    const std::vector<EdgeRecord> &edges() const { return edges_; }
    const NodeRecord &node(NodeIndex index) const { return nodes_[index]; }
    const EdgeRecord &edge(EdgeIndex index) const { return edges_[index]; }

    std::optional<NodeIndex> find_node(std::string_view id) const;

    /// Edges that start at the node, in the order of edges().
    std::vector<EdgeIndex> out_edges(NodeIndex node) const;
    /// Edges that end at the node, in the order of edges().
    std::vector<EdgeIndex> in_edges(NodeIndex node) const;
    /// Number of edges at the node, of either direction.
    std::size_t degree(NodeIndex node) const;

    /// For Boost.Graph's algorithms: include graph/topology.h.
    const TopologyHolder &topology() const { return *topology_; }

    friend bool operator==(const KnowledgeGraph &a, const KnowledgeGraph &b) {
        return a.nodes_ == b.nodes_ && a.edges_ == b.edges_;
    }

  private:
    friend class GraphBuilder;
    /// Both in canonical order, ends valid.
    KnowledgeGraph(std::vector<NodeRecord> nodes, std::vector<EdgeRecord> edges);

    std::vector<NodeRecord> nodes_;
    std::vector<EdgeRecord> edges_;
    /// Shared by copies, as it never changes.
    std::shared_ptr<const TopologyHolder> topology_;
};

} // namespace gainsay
