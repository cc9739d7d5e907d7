#pragma once

#include "exporters/dot/dot_graph.h"
#include "exporters/dot/layout_plan.h"
#include "exporters/format.h"

#include <string>
#include <vector>

namespace gainsay {

/// Draws the graph for the plan: nodes by kind, edges by tone, disputed claims marked, a legend. With `has_sides`,
/// edges of who denies start at the claim, with their arrow at the tail: only so does dot put them on the right.
void draw(const KnowledgeGraph &graph, const ExportOptions &options, const LayoutPlan &plan, DotGraph &dot);

/// Who stands only at the edges that they relay ("via Ostmark Radio"), and is not drawn: alone they would float.
std::vector<bool> nodes_that_only_relay(const KnowledgeGraph &graph);

/// The XML ids that node and edge have in an SVG.
std::string drawn_node_id(NodeIndex node);
std::string drawn_edge_id(EdgeIndex edge);

/// The picture as Graphviz source. Every edge leads from its source to its target.
void write_dot(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);

} // namespace gainsay
