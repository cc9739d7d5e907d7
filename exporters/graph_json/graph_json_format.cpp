#include "exporters/graph_json/graph_json_format.h"

#include "graph/graph_json.h"

namespace gainsay {

void write_graph_json_format(const KnowledgeGraph &graph, const ExportOptions & /*options*/, ByteSink &sink) {
    write_graph_json(graph, sink);
}

} // namespace gainsay
