#pragma once

#include "graph/knowledge_graph.h"

#include <cstddef>
#include <string>
#include <vector>

namespace gainsay {

/// Up to so many nodes `dot` draws, with every word. More take it minutes and would be no picture: `sfdp` makes a map
/// of them, of dots with the names of the busiest.
inline constexpr std::size_t most_dot_nodes = 400;

/// One way to lay out a graph.
struct LayoutPlan {
    /// Graphviz' program: "dot" or "sfdp".
    std::string engine = "dot";
    /// "LR" reads from left to right, "TB" from the top.
    std::string rank_direction = "LR";
    /// Over how many columns the claims and events that hang on one actor alone are spread: one column gets too long.
    std::size_t columns = 1;
    /// Claims in the middle, who affirms them on the left and who denies them on the right.
    bool has_sides = false;

    friend bool operator==(const LayoutPlan &, const LayoutPlan &) = default;
};

/// The plans that may suit the graph, the preferred one first. There are several only for graphs so small that all can
/// be tried.
std::vector<LayoutPlan> possible_plans(const KnowledgeGraph &graph);

} // namespace gainsay
