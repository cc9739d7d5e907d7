#pragma once

#include "exporters/format.h"

namespace gainsay {

/// The DOT picture, laid out and drawn by Graphviz.
void write_svg(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);
/// The same in pixels, 150 to the inch.
void write_png(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);

} // namespace gainsay
