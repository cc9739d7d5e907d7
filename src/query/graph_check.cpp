#include "query/graph_check.h"

#include "base/number.h"
#include "query/proof.h"

#include <algorithm>
#include <string_view>

namespace gainsay {

namespace {

/// Whether the id is one made of content: `prefix`, then the digits of content_id().
bool is_content_id(std::string_view id, std::string_view prefix) {
    constexpr std::size_t digits = 16;
    return id.starts_with(prefix) && id.size() == prefix.size() + digits &&
           id.find_first_not_of("0123456789abcdef", prefix.size()) == std::string_view::npos;
}

/// What the id of a named node begins with; what tells namesakes apart stands behind it.
std::string id_beginning(const NodeRecord &node) {
    return node_id(node.kind, node.kind == NodeKind::Document ? document_id(node) : std::string_view(node.label));
}

bool begins_with_name(const NodeRecord &node) {
    const std::string beginning = id_beginning(node);
    return node.id == beginning || node.id.starts_with(beginning + "~") || node.id.starts_with(beginning + "-");
}

/// Whether the kind's nodes are known by their content, which the graph does not hold word for word.
bool is_known_by_content(NodeKind kind) {
    return kind == NodeKind::Claim || kind == NodeKind::Event;
}

void check_node(const NodeRecord &node, std::vector<GraphFlaw> &flaws) {
    if (!is_known_by_content(node.kind) && !begins_with_name(node)) {
        flaws.push_back({node.id, false, "id", id_beginning(node), node.id});
    }
}

void check_edge(const EdgeRecord &edge, const KnowledgeGraph &graph, std::vector<GraphFlaw> &flaws) {
    const std::string id =
        edge_id(graph.node(edge.source).id, graph.node(edge.target).id, edge.kind, edge.polarity, edge.modality);
    if (edge.id != id) {
        flaws.push_back({edge.id, true, "id (of source, target, kind, polarity, modality)", id, edge.id});
    }
    const auto documents = static_cast<double>(count_documents(edge.evidence));
    if (!edge.evidence.empty() && edge.weight != documents) {
        flaws.push_back({edge.id, true, "weight (documents of the evidence)", format_number(documents),
                         format_number(edge.weight)});
    }
}

} // namespace

GraphCheckReport check_graph(const GraphFile &file) {
    GraphCheckReport report;
    if (file.digest.empty()) {
        report.digest = DigestState::missing;
    } else if (file.digest != graph_digest(file.graph)) {
        report.digest = DigestState::wrong;
    }
    // Graphs that others make name their edges as they like, and their nodes too; ours tell what they are made of.
    const bool is_ours = report.digest != DigestState::missing ||
                         std::any_of(file.graph.edges().begin(), file.graph.edges().end(),
                                     [](const EdgeRecord &edge) { return is_content_id(edge.id, "e"); });
    if (!is_ours) {
        return report;
    }
    for (const NodeRecord &node : file.graph.nodes()) {
        check_node(node, report.flaws);
    }
    for (const EdgeRecord &edge : file.graph.edges()) {
        check_edge(edge, file.graph, report.flaws);
    }
    return report;
}

} // namespace gainsay
