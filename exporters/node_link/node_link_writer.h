#pragma once

#include "exporters/format.h"

namespace gainsay {

/// Node-link JSON of networkx, which D3 reads too. Edges stand twice, as `links` and as `edges`: networkx reads the one
/// up to 3.5 and the other from 3.6 on, and finds no edges, without a word, under the name that it does not expect.
void write_node_link(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);

} // namespace gainsay
