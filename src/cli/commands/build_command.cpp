#include "base/resources.h"
#include "cli/commands/commands.h"
#include "cli/io/graph_output.h"
#include "cli/io/input_options.h"
#include "cli/io/page_texts.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace gainsay {

namespace {

struct BuildArguments {
    InputArguments input;
    ResolutionArguments resolution;
    GraphOutputArguments output;
};

ExitStatus run_build(const BuildArguments &arguments, const EngineOptions &engine_options) {
    const Engine engine = make_engine(arguments.input, engine_options);
    return write_graph_of([&](const auto &sink) { return extract_inputs(engine, arguments.input, sink); },
                          arguments.input.inputs, Resources(engine_options.resources), arguments.resolution,
                          arguments.output, [&] { return read_texts_again(arguments.input); });
}

CommandRun setup_build(CLI::App &app) {
    auto arguments = std::make_shared<BuildArguments>();
    add_input_options(app, arguments->input);
    add_resolution_options(app, arguments->resolution);
    add_graph_output_options(app, arguments->output);
    return [arguments](const EngineOptions &engine) { return run_build(*arguments, engine); };
}

} // namespace

Command build_command() {
    return {{.name = "build",
             .summary = "Read articles and write the graph of who says what",
             .details = "Extracts what each article says and resolves it into one graph: the same person, event or "
                        "claim in several articles is one node. A file that cannot be read is named on standard error "
                        "and left out.\n\nA file NAME.json beside NAME.txt gives an article's title, outlet, published "
                        "date and url; HTML pages tell theirs themselves; JSON Lines have a field for each.",
             .examples = {{"gainsay build articles/ -o graph.json", "Read a folder of articles"},
                          {"gainsay build articles/ -o graph.json --graphml graph.graphml --dot graph.dot",
                           "Write it for Gephi and Graphviz too"},
                          {"gainsay build news.jsonl --outlet-field source -o graph.json",
                           "One article a line, with a field of another name"}},
             .exit_status = ""},
            setup_build};
}

} // namespace gainsay
