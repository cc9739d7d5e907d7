#include "cli/commands/commands.h"
#include "cli/io/input_options.h"
#include "cli/io/output.h"
#include "cli/io/run_report.h"
#include "cli/query/answer_parts.h"
#include "engine/engine.h"
#include "observation/observation_json.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>

namespace gainsay {

namespace {

struct ExtractArguments {
    InputArguments input;
    std::string output;
    bool quiet = false;
};

ExitStatus run_extract(const ExtractArguments &arguments, const EngineOptions &engine_options) {
    check_outputs(arguments.input.inputs, {{"--output", arguments.output}});
    const Engine engine = make_engine(arguments.input, engine_options);
    RunReport report(std::cerr, arguments.quiet);
    std::size_t statements = 0;
    std::size_t events = 0;
    const ExitStatus status = write_output_if_done(arguments.output, [&](ByteSink &sink) {
        report.pass_over(extract_inputs(engine, arguments.input, [&](ExtractItem item) {
            if (const ObservedItem *observed = report.take(item)) {
                sink.write(to_json_line(observed->observations) + "\n");
                flush_standard_output();
                statements += observed->observations.attributions.size();
                events += observed->observations.events.size();
            }
        }));
        return report.finish();
    });
    if (status != ExitStatus::nothing_done) {
        report.sum_up(counted(statements, "statement", "statements") + ", " + counted(events, "event", "events"),
                      arguments.output.empty() || arguments.output == "-" ? "" : "see " + arguments.output);
    }
    return status;
}

CommandRun setup_extract(CLI::App &app) {
    auto arguments = std::make_shared<ExtractArguments>();
    add_input_options(app, arguments->input);
    app.add_option("-o,--output", arguments->output, "Observations, JSON Lines; standard output without")
        ->type_name("FILE");
    app.add_flag("-q,--quiet", arguments->quiet, "Do not say at the end what came of it");
    return [arguments](const EngineOptions &engine) { return run_extract(*arguments, engine); };
}

} // namespace

Command extract_command() {
    return {
        {.name = "extract",
         .summary = "Read articles and write what each of them says, JSON Lines",
         .details =
             "Mentions, attributions and events of each article, with the bytes where they stand. `gainsay resolve` "
             "makes a graph of them; articles that come later can be added to it without reading the old ones again.",
         .examples = {{"gainsay extract articles/ -o observations.jsonl", "One line an article"},
                      {"gainsay extract news.jsonl.gz --text-field body --date-field day -o observations.jsonl",
                       "A packed file with fields of other names"},
                      {"gainsay extract --conllu parsed.conllu -o observations.jsonl",
                       "Use the trees of another parser"}},
         .exit_status = ""},
        setup_extract};
}

} // namespace gainsay
