#include "cli/commands.h"
#include "cli/graph_output.h"
#include "cli/run_report.h"
#include "engine/engine.h"
#include "resolve/resolver.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace gainsay {

namespace {

struct ResolveArguments {
    std::vector<std::string> inputs;
    GraphOutputArguments output;
};

ExitStatus run_resolve(const ResolveArguments &arguments) {
    RunReport report(std::cerr);
    Resolver resolver;
    read_observations(arguments.inputs, [&](ExtractItem item) {
        if (ObservedItem *observed = report.take(item)) {
            resolver.add(std::move(observed->observations));
        }
    });
    const ExitStatus status = report.finish();
    if (status != ExitStatus::nothing_done) {
        write_graph_outputs(std::move(resolver).build(), arguments.output);
    }
    return status;
}

} // namespace

CommandRun setup_resolve(CLI::App &app) {
    auto arguments = std::make_shared<ResolveArguments>();
    app.add_option("inputs", arguments->inputs,
                   "Files of observations that `gainsay extract` wrote; - is standard input")
        ->type_name("OBSERVATIONS")
        ->required();
    add_graph_output_options(app, arguments->output);
    app.footer("The result does not depend on the order or the number of the files.\n\nExamples:\n"
               "  gainsay resolve observations.jsonl -o graph.json\n"
               "  gainsay resolve monday.jsonl tuesday.jsonl -o graph.json --graphml graph.graphml");
    return [arguments] { return run_resolve(*arguments); };
}

} // namespace gainsay
