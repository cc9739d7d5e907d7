#pragma once

#include "cli/commands.h"
#include "cli/resolution_options.h"
#include "engine/engine.h"

#include <functional>
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

/// Resolves, with what the user knows, what `read` hands to its argument, writes all files (each appears whole or not
/// at all) and reports on standard error. Without any document nothing is written.
ExitStatus write_graph_of(const std::function<void(const std::function<void(ExtractItem)> &)> &read,
                          const ResolutionArguments &resolution, const GraphOutputArguments &arguments);

} // namespace gainsay
