#pragma once

#include "exporters/dot/dot_graph.h"
#include "exporters/format.h"

namespace gainsay {

/// Who said what when: a lane an actor, a mark a day and claim at its place on a date axis, with the claim's number,
/// its colour and shape by the side; the claims below by their numbers. Statements of no known day stand behind the
/// axis. For Graphviz' engine "nop".
void draw_timeline(const KnowledgeGraph &graph, const ExportOptions &options, DotGraph &dot);

} // namespace gainsay
