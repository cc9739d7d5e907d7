#pragma once

#include "base/resources.h"
#include "cli/commands/commands.h"
#include "cli/io/resolution_options.h"
#include "engine/engine.h"
#include "exporters/html/page_passages.h"

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
    /// Nothing is said of what came of the run.
    bool quiet = false;
    /// Of pages and pictures; may be empty.
    std::string title;
    /// File for what became of the inputs, as JSON; empty: none.
    std::string report;
    /// Name of the format and file, for every format of the exporters.
    std::vector<std::pair<std::string, std::string>> others;
};

/// -o, -q, --title, --report, and an option for each export format: --dot F, --graphml F, ….
void add_graph_output_options(CLI::App &app, GraphOutputArguments &arguments);

/// Opens all files, resolves, with the words among the resources and what the user knows, what `read` makes of the
/// inputs and hands to its argument, writes the graph into all files (they appear whole or not at all) and reports on
/// standard error, with the remarks that `read` gives back. Without any document nothing is written. Throws UsageError
/// for a file that is an input or named twice. `texts` gives the texts of the documents for a page, if one is asked
/// for, so that it shows sentences in their paragraphs; it may be empty.
ExitStatus write_graph_of(const std::function<Diagnostics(const std::function<void(ExtractItem)> &)> &read,
                          const std::vector<std::string> &inputs, const Resources &resources,
                          const ResolutionArguments &resolution, const GraphOutputArguments &arguments,
                          const std::function<PageTexts()> &texts = {});

} // namespace gainsay
