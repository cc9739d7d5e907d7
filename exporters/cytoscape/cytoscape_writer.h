#pragma once

#include "exporters/format.h"

namespace gainsay {

/// Elements JSON of Cytoscape.js, which the desktop program opens as .cyjs.
void write_cytoscape(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);

} // namespace gainsay
