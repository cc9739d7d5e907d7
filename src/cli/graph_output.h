#pragma once

#include "graph/knowledge_graph.h"

#include <string>
#include <utility>
#include <vector>

namespace CLI {
class App;
}

namespace gainsay {

/// The files into which `build` and `resolve` write their graph.
struct GraphOutputArguments {
    /// The graph as JSON; standard output where it is empty and no other file is named.
    std::string json;
    /// Name of the format and file, for every format of the exporters.
    std::vector<std::pair<std::string, std::string>> others;
};

/// -o, and an option for each export format: --dot F, --graphml F, ….
void add_graph_output_options(CLI::App &app, GraphOutputArguments &arguments);

/// Writes all files; each appears whole or not at all.
void write_graph_outputs(const KnowledgeGraph &graph, const GraphOutputArguments &arguments);

} // namespace gainsay
