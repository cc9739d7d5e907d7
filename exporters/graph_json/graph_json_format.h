#pragma once

#include "exporters/format.h"

namespace gainsay {

/// Gainsay's own JSON, by graph/graph_json.h.
void write_graph_json_format(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);

} // namespace gainsay
