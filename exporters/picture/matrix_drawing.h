#pragma once

#include "exporters/dot/dot_graph.h"
#include "exporters/format.h"

namespace gainsay {

/// Actors by claims, a cell coloured by the side that the actor takes and signed for prints in black and white, with
/// the number of sentences; the claims below by their numbers. For Graphviz' engine "dot".
void draw_matrix(const KnowledgeGraph &graph, const ExportOptions &options, DotGraph &dot);

} // namespace gainsay
