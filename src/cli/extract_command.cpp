#include "cli/commands.h"
#include "cli/input_options.h"
#include "cli/output.h"
#include "cli/run_report.h"
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
};

/// Thrown to leave no output behind where no document was read.
struct NothingDone {};

ExitStatus run_extract(const ExtractArguments &arguments) {
    const Engine engine = make_engine(arguments.input);
    RunReport report(std::cerr);
    ExitStatus status = ExitStatus::done;
    try {
        write_output(arguments.output, [&](ByteSink &sink) {
            extract_inputs(engine, arguments.input, [&](ExtractItem item) {
                if (const ObservedItem *observed = report.take(item)) {
                    sink.write(to_json_line(observed->observations) + "\n");
                }
            });
            status = report.finish();
            if (status == ExitStatus::nothing_done) {
                throw NothingDone();
            }
        });
    } catch (const NothingDone &) {
        return ExitStatus::nothing_done;
    }
    return status;
}

} // namespace

CommandRun setup_extract(CLI::App &app) {
    auto arguments = std::make_shared<ExtractArguments>();
    add_input_options(app, arguments->input);
    app.add_option("-o,--output", arguments->output, "Observations, JSON Lines; standard output without")
        ->type_name("FILE");
    app.footer("Examples:\n"
               "  gainsay extract articles/ -o observations.jsonl\n"
               "  gainsay extract news.jsonl.gz --text-field body --date-field day -o observations.jsonl\n"
               "  gainsay extract --conllu parsed.conllu -o observations.jsonl");
    return [arguments] { return run_extract(*arguments); };
}

} // namespace gainsay
