#pragma once

#include "exporters/format.h"

namespace gainsay {

/// GEXF 1.3, the only format from which Gephi reads time: a dated edge or event is a spell of the timeline.
void write_gexf(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);

} // namespace gainsay
