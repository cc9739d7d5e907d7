#pragma once

#include "base/byte_sink.h"
#include "graph/knowledge_graph.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace gainsay {

/// The value of a graph file's field `schema`.
inline constexpr std::string_view graph_schema_name = "gainsay-graph/1";

/// Writes the graph as JSON (graph_schema/graph.schema.json), a node or edge a line, with its digest as the last field.
/// Same graph, same bytes. Throws OutputError.
void write_graph_json(const KnowledgeGraph &graph, ByteSink &sink);

/// SHA-256 of what write_graph_json() writes before the digest, 64 lower-case hexadecimal digits: another one for every
/// other graph, in whatever detail.
std::string graph_digest(const KnowledgeGraph &graph);

/// A graph as its file has it.
struct GraphFile {
    KnowledgeGraph graph;
    /// What the file says that the graph's digest is; empty where it says nothing.
    std::string digest;
};

/// Reads what write_graph_json() wrote, without loss. Nodes and edges may stand in any order; fields that it does not
/// know are passed over, attributes that it does not know are kept. Throws InputError with `source`, line and field for
/// anything else that is not as the schema says.
KnowledgeGraph read_graph_json(std::string_view json, const std::string &source);

/// The same, with the digest.
GraphFile read_graph_file(std::string_view json, const std::string &source);

/// The graph of a file; "-" is standard input.
KnowledgeGraph load_graph(const std::filesystem::path &path);
GraphFile load_graph_file(const std::filesystem::path &path);

} // namespace gainsay
