#include "query/proof.h"

#include "query/neighbors.h"

#include <algorithm>
#include <numeric>

namespace gainsay {

namespace {

bool is_document_of(const NodeRecord &node, std::string_view id) {
    return node.kind == NodeKind::Document && document_id(node) == id;
}

std::vector<Proof> proofs_in_document(const KnowledgeGraph &graph, std::string_view id) {
    std::vector<Proof> proofs;
    for (EdgeIndex e = 0; e < graph.edges().size(); ++e) {
        Proof proof{e, {}};
        const std::vector<Evidence> &evidence = graph.edge(e).evidence;
        for (std::size_t i = 0; i < evidence.size(); ++i) {
            if (evidence[i].document == id) {
                proof.pieces.push_back(i);
            }
        }
        if (!proof.pieces.empty()) {
            proofs.push_back(std::move(proof));
        }
    }
    std::stable_sort(proofs.begin(), proofs.end(), [&](const Proof &a, const Proof &b) {
        return graph.edge(a.edge).weight > graph.edge(b.edge).weight;
    });
    return proofs;
}

void append(std::vector<Proof> &proofs, std::vector<Proof> more) {
    proofs.insert(proofs.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

std::vector<Proof> proofs_of_edge(const KnowledgeGraph &graph, EdgeIndex edge) {
    Proof proof{edge, std::vector<std::size_t>(graph.edge(edge).evidence.size())};
    std::iota(proof.pieces.begin(), proof.pieces.end(), std::size_t{0});
    return proof.pieces.empty() ? std::vector<Proof>() : std::vector{std::move(proof)};
}

std::vector<Proof> proofs_of_node(const KnowledgeGraph &graph, NodeIndex node) {
    if (graph.node(node).kind == NodeKind::Document) {
        return proofs_in_document(graph, document_id(graph.node(node)));
    }
    std::vector<Proof> proofs;
    for (const Neighbor &neighbor : neighbors(graph, node)) {
        append(proofs, proofs_of_edge(graph, neighbor.edge));
    }
    return proofs;
}

std::vector<Proof> proofs_between(const KnowledgeGraph &graph, NodeIndex a, NodeIndex b) {
    std::vector<Proof> proofs;
    for (const Neighbor &neighbor : neighbors(graph, a)) {
        if (neighbor.node == b) {
            append(proofs, proofs_of_edge(graph, neighbor.edge));
        }
    }
    return proofs;
}

const NodeRecord *document_node(const KnowledgeGraph &graph, std::string_view document_id) {
    // By the id that the node nearly always has; two whose ids differ in their marks alone have another.
    if (const auto index = graph.find_node(node_id(NodeKind::Document, document_id));
        index && is_document_of(graph.node(*index), document_id)) {
        return &graph.node(*index);
    }
    const auto found = std::find_if(graph.nodes().begin(), graph.nodes().end(),
                                    [&](const NodeRecord &node) { return is_document_of(node, document_id); });
    return found == graph.nodes().end() ? nullptr : &*found;
}

std::string_view document_id(const NodeRecord &document) {
    // Its label is its headline, if it has one; then the id stands beside it.
    return document.aliases.empty() ? document.label : document.aliases.front();
}

} // namespace gainsay
