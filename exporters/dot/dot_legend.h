#pragma once

#include "exporters/format.h"

#include <string>

namespace gainsay {

/// Title and legend of a picture, as an HTML-like label that stands above the drawing: the kinds of nodes and the tones
/// of edges that this graph has, no others. Empty if there is nothing to say.
std::string legend_html(const KnowledgeGraph &graph, const ExportOptions &options);

} // namespace gainsay
