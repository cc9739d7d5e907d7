#pragma once

#include "base/byte_sink.h"
#include "graph/knowledge_graph.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace gainsay {

/// The value of a graph file's field `schema`.
inline constexpr std::string_view graph_schema_name = "gainsay-graph/1";

/// Writes the graph as JSON (graph_schema/graph.schema.json), a node or edge a line. Same graph, same bytes. Throws
/// OutputError.
void write_graph_json(const KnowledgeGraph &graph, ByteSink &sink);

/// Reads what write_graph_json() wrote, without loss. Nodes and edges may stand in any order; fields that it does not
/// know are passed over, attributes that it does not know are kept. Throws InputError with `source`, line and field for
/// anything else that is not as the schema says.
KnowledgeGraph read_graph_json(std::string_view json, const std::string &source);

/// The graph of a file; "-" is standard input.
KnowledgeGraph load_graph(const std::filesystem::path &path);

} // namespace gainsay
