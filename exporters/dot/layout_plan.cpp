#include "exporters/dot/layout_plan.h"

#include <algorithm>

namespace gainsay {

namespace {

/// Above it one plan has to do: trying them takes seconds.
constexpr std::size_t most_tried_nodes = 150;
constexpr std::size_t most_tried_edges = 300;

/// Nothing but claims and who says what about them.
bool is_about_claims(const KnowledgeGraph &graph) {
    return std::all_of(graph.edges().begin(), graph.edges().end(), [&](const EdgeRecord &edge) {
        const EdgeFamily family = row(edge.kind).family;
        return (family == EdgeFamily::statement || family == EdgeFamily::comparison) &&
               graph.node(edge.target).kind == NodeKind::Claim;
    });
}

} // namespace

std::vector<LayoutPlan> possible_plans(const KnowledgeGraph &graph) {
    if (graph.nodes().size() > most_dot_nodes) {
        return {{"sfdp", "LR", 1, false}};
    }
    if (graph.nodes().size() > most_tried_nodes || graph.edges().size() > most_tried_edges) {
        return {{"dot", "LR", 2, false}};
    }
    std::vector<LayoutPlan> plans;
    if (is_about_claims(graph)) {
        plans.push_back({"dot", "LR", 1, true});
        plans.push_back({"dot", "LR", 2, true});
    }
    for (const std::size_t columns : {1U, 2U, 3U, 4U}) {
        plans.push_back({"dot", "LR", columns, false});
    }
    plans.push_back({"dot", "TB", 1, false});
    plans.push_back({"dot", "TB", 2, false});
    plans.push_back({"dot", "TB", 3, false});
    return plans;
}

} // namespace gainsay
