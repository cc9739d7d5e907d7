#pragma once

#include "graph/knowledge_graph.h"

#include <string_view>
#include <vector>

namespace gainsay {

/// One edge with pieces of its evidence: positions in EdgeRecord::evidence, ascending, at least one.
struct Proof {
    EdgeIndex edge = 0;
    std::vector<std::size_t> pieces;

    friend bool operator==(const Proof &, const Proof &) = default;
};

/// The evidence of every edge at the node, the weightiest edge first; of a Document all that it is evidence for.
std::vector<Proof> proofs_of_node(const KnowledgeGraph &graph, NodeIndex node);
/// The evidence of the edges between two nodes, of either direction, the weightiest first.
std::vector<Proof> proofs_between(const KnowledgeGraph &graph, NodeIndex a, NodeIndex b);
/// All evidence of one edge; none if it has none.
std::vector<Proof> proofs_of_edge(const KnowledgeGraph &graph, EdgeIndex edge);

/// The node of the document that mentions and evidence name by `document_id`; null if the graph has none.
const NodeRecord *document_node(const KnowledgeGraph &graph, std::string_view document_id);
/// The id by which mentions and evidence name this Document.
std::string_view document_id(const NodeRecord &document);

} // namespace gainsay
