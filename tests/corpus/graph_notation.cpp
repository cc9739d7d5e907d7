#include "notation.h"

#include "graph_schema/node_kind_sets.h"
#include "graph_schema/word.h"

using namespace gainsay;

namespace {

/// "Toma Velin (Person)"; a claim's and an event's label in quotation marks.
std::string end_name(const NodeRecord &node) {
    if (node.kind == NodeKind::Claim || node.kind == NodeKind::Event) {
        return "\"" + node.label + "\"";
    }
    return node.label + " (" + std::string(name(node.kind)) + ")";
}

std::string edge_line(const KnowledgeGraph &graph, const EdgeRecord &edge, const std::string &kind) {
    std::string line = kind + end_name(graph.node(edge.source)) + " | " + std::string(name(edge.kind)) + " | " +
                       end_name(graph.node(edge.target)) + " | " + std::string(name(edge.polarity)) + " " +
                       std::string(name(edge.modality));
    for (const NodeIndex relay : edge.relayed_by) {
        line += " | relayed by " + graph.node(relay).label;
    }
    return line;
}

} // namespace

std::vector<std::string> graph_notation(const KnowledgeGraph &graph) {
    std::vector<std::string> lines;
    for (const EdgeRecord &edge : graph.edges()) {
        switch (row(edge.kind).family) {
        case EdgeFamily::statement:
            lines.push_back(edge_line(graph, edge, "states  "));
            break;
        case EdgeFamily::action:
            lines.push_back(edge_line(graph, edge, "does    "));
            break;
        case EdgeFamily::comparison:
            lines.push_back(std::string(name(edge.kind)) + " " + end_name(graph.node(edge.source)) + " | " +
                            end_name(graph.node(edge.target)));
            break;
        default:
            break;
        }
    }
    for (const NodeRecord &node : graph.nodes()) {
        if (node.status == ClaimStatus::disputed) {
            lines.push_back("dispute " + end_name(node));
        }
    }
    return lines;
}

std::vector<std::string> node_notation(const KnowledgeGraph &graph) {
    std::vector<std::string> lines;
    for (const NodeRecord &node : graph.nodes()) {
        if (!(kind_sets::actors | kind_sets::places).contains(node.kind)) {
            continue;
        }
        std::string line = "node    " + end_name(node);
        for (std::size_t i = 0; i < node.aliases.size(); ++i) {
            line += (i == 0 ? " | " : " … ") + node.aliases[i];
        }
        lines.push_back(line);
    }
    return lines;
}
