#pragma once

#include "exporters/dot/dot_graph.h"
#include "exporters/format.h"

namespace gainsay {

/// Up to so many nodes `dot` draws; more take too long, and `sfdp` does.
inline constexpr std::size_t most_dot_nodes = 1000;

/// "dot" or "sfdp".
std::string layout_engine(const KnowledgeGraph &graph);

/// Draws the graph: nodes by kind, edges by tone, disputed claims marked, a legend.
void draw(const KnowledgeGraph &graph, const ExportOptions &options, DotGraph &dot);

/// The picture as Graphviz source.
void write_dot(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);

} // namespace gainsay
