#pragma once

#include "graph/knowledge_graph.h"
#include "graph/record_check.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace gainsay {

/// Makes a KnowledgeGraph and refuses what the schema forbids: every method throws an InputError that names the record,
/// what was expected and what was found, and leaves the builder as it was. One object a thread.
class GraphBuilder {
  public:
    explicit GraphBuilder(UnknownAttributes unknown = UnknownAttributes::refused);

    /// Ids must be new, label not empty, text valid UTF-8, attributes and status allowed for the kind, mentions as long
    /// as their span. Returns the index to use in edges added here (not the node's place in the graph).
    NodeIndex add_node(NodeRecord node);

    /// Ends and relays must be indices of add_node(), the ends' kinds allowed, a statement or action must have
    /// evidence, (source, target, kind, polarity, modality) and the id new. An edge with no direction ("met") is the
    /// same with its ends swapped.
    void add_edge(EdgeRecord edge);

    std::optional<NodeIndex> find_node(std::string_view id) const;
    /// For adding to a node after it was added: an alias or mention that was found later. Checked again in build().
    NodeRecord &node(NodeIndex index) { return nodes_[index]; }
    std::size_t node_count() const { return nodes_.size(); }
    std::size_t edge_count() const { return edges_.size(); }

    /// The graph in canonical order: aliases, mentions and evidence are sorted and said once. Ends the builder.
    KnowledgeGraph build() &&;

  private:
    /// What is one edge.
    struct EdgeKey {
        NodeIndex source;
        NodeIndex target;
        EdgeKind kind;
        Polarity polarity;
        Modality modality;
        friend bool operator==(const EdgeKey &, const EdgeKey &) = default;
    };
    struct EdgeKeyHash {
        std::size_t operator()(const EdgeKey &key) const;
    };

    std::string describe(const EdgeRecord &edge) const;

    UnknownAttributes unknown_;
    std::vector<NodeRecord> nodes_;
    std::vector<EdgeRecord> edges_;
    std::unordered_map<std::string, NodeIndex> index_by_id_;
    std::unordered_set<EdgeKey, EdgeKeyHash> edge_keys_;
    std::unordered_set<std::string> edge_ids_;
};

} // namespace gainsay
