#pragma once

#include "exporters/format.h"
#include "exporters/xml_output.h"

#include <string_view>

namespace gainsay {

/// GEXF 1.3, the only format from which Gephi reads time: a dated edge or event is a spell of the timeline. The flavor
/// `gexf12` is version 1.2, which networkx reads.
void write_gexf(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);

/// From the XML declaration to the element `graph`, whose edges are "directed" or "undirected". With `is_version_12` in
/// the namespace of 1.2.
void write_gexf_head(XmlOutput &out, std::string_view title, bool is_version_12, std::string_view edge_type);

} // namespace gainsay
