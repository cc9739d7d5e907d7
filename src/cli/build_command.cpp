#include "cli/commands.h"
#include "cli/graph_output.h"
#include "cli/input_options.h"
#include "cli/run_report.h"
#include "resolve/resolver.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace gainsay {

namespace {

struct BuildArguments {
    InputArguments input;
    GraphOutputArguments output;
};

ExitStatus run_build(const BuildArguments &arguments) {
    const Engine engine = make_engine(arguments.input);
    RunReport report(std::cerr);
    Resolver resolver;
    extract_inputs(engine, arguments.input, [&](ExtractItem item) {
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

CommandRun setup_build(CLI::App &app) {
    auto arguments = std::make_shared<BuildArguments>();
    add_input_options(app, arguments->input);
    add_graph_output_options(app, arguments->output);
    app.footer("Examples:\n"
               "  gainsay build articles/ -o graph.json\n"
               "  gainsay build articles/ -o graph.json --graphml graph.graphml --dot graph.dot\n"
               "  gainsay build news.jsonl --outlet-field source -o graph.json");
    return [arguments] { return run_build(*arguments); };
}

} // namespace gainsay
