#pragma once

#include "exporters/format.h"

namespace gainsay {

/// One GraphML file that opens everywhere. What the readers of the format want of it stands beside the code; the
/// conformance tests open it with them.
void write_graphml(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);

} // namespace gainsay
