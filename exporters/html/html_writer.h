#pragma once

#include "exporters/format.h"

namespace gainsay {

/// One page that needs nothing else: the graph as data, a style and a script (page/) that shows people, disputes,
/// statements with their sentences, outlets and a network. `options.articles` tells the articles. No text of the graph
/// is markup: it stands in the data alone, and the page's policy lets nothing run but its own script. Same graph, same
/// bytes.
void write_html(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);

} // namespace gainsay
