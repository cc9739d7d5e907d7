#include "base/resources.h"
#include "cli/commands/commands.h"
#include "cli/io/graph_output.h"
#include "engine/engine.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace gainsay {

namespace {

struct ResolveArguments {
    std::vector<std::string> inputs;
    ResolutionArguments resolution;
    GraphOutputArguments output;
};

ExitStatus run_resolve(const ResolveArguments &arguments, const EngineOptions &engine) {
    return write_graph_of(
        [&](const auto &sink) {
            read_observations(arguments.inputs, sink);
            return Diagnostics();
        },
        arguments.inputs, Resources(engine.resources), arguments.resolution, arguments.output);
}

CommandRun setup_resolve(CLI::App &app) {
    auto arguments = std::make_shared<ResolveArguments>();
    app.add_option("inputs", arguments->inputs,
                   "Files of observations that `gainsay extract` wrote; - is standard input")
        ->type_name("OBSERVATIONS")
        ->required();
    add_resolution_options(app, arguments->resolution);
    add_graph_output_options(app, arguments->output);
    return [arguments](const EngineOptions &engine) { return run_resolve(*arguments, engine); };
}

} // namespace

Command resolve_command() {
    return {{.name = "resolve",
             .summary = "Make one graph of the observations of many articles",
             .details = "The result does not depend on the order or the number of the files.",
             .examples = {{"gainsay resolve observations.jsonl -o graph.json",
                           "What `gainsay extract` wrote becomes a graph"},
                          {"gainsay resolve monday.jsonl tuesday.jsonl -o graph.json --graphml graph.graphml",
                           "Two days in one graph, for Gephi too"}},
             .exit_status = ""},
            setup_resolve};
}

} // namespace gainsay
