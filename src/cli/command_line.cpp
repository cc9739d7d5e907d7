#include "cli/command_line.h"

#include "base/error.h"
#include "base/message.h"
#include "base/version.h"
#include "cli/help/help_text.h"
#include "cli/help/misspelling.h"
#include "engine/engine.h"

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <new>
#include <ostream>
#include <system_error>
#include <utility>

namespace gainsay {

namespace {

const HelpPage program_page = {
    .name = "gainsay",
    .summary = "Read news articles and build a graph of who says what",
    .details =
        "Who asserts it and who denies it, who suspended, met or accused whom: each edge of the graph carries the "
        "sentence that proves it, with the bytes where it stands. The same input gives the same output, on one "
        "machine, without a network.\n\n"
        "Data goes to standard output or to the files named, everything else to standard error. A file appears whole "
        "or not at all.\n\n"
        "The networks run with the fastest instructions that the processor has: plain, avx2, avxvnni or avx512vnni. "
        "GAINSAY_KERNEL in the environment names another of them, for a comparison: the output is the same.",
    .examples = {{"gainsay build articles/ -o graph.json", "Read a folder of articles, write the graph"},
                 {"gainsay query graph.json paths Tolland Abashidze", "Ask how two names are connected"},
                 {"gainsay query graph.json evidence Tolland", "See the sentences behind it"},
                 {"gainsay export graph.json --view disputes -o disputes.svg", "Draw who denies what"}},
    .exit_status = ""};

/// The parser of the command line with what its options set.
struct Program {
    CLI::App app{std::string(program_page.summary), std::string(program_page.name)};
    EngineOptions engine;
    std::vector<std::pair<CLI::App *, CommandRun>> runs;
    CommandHelp help;

    explicit Program(const std::vector<Command> &commands) {
        constexpr const char *help_words = "Tell what this is and what it takes";
        app.set_help_flag("-h,--help", help_words);
        app.set_version_flag("--version", "gainsay " + std::string(version()), "Tell the program's version");
        app.require_subcommand(1);
        app.fallthrough();
        app.add_option("--resources", engine.resources,
                       "Folder of the words and the model; also: GAINSAY_RESOURCES in the environment")
            ->type_name("DIR");
        app.add_option("--model", engine.model, "Model file of the language engine")->type_name("FILE");
        for (const Command &command : commands) {
            CLI::App *subcommand =
                app.add_subcommand(std::string(command.page.name), std::string(command.page.summary));
            runs.emplace_back(subcommand, command.setup(*subcommand));
        }
        help = describe(app, program_page, commands);
    }
};

ExitStatus report(std::ostream &errors, std::string_view message, ExitStatus status) {
    errors << "gainsay: " << message << '\n';
    return status;
}

ExitStatus report_usage(std::ostream &errors, const std::string &message, const std::string &path) {
    return report(errors, one_line(message) + "\nTry '" + path + " --help'.", ExitStatus::wrong_usage);
}

/// The innermost command that was named.
const CommandHelp &chosen_command(const Program &program) {
    const CommandHelp *help = &program.help;
    const CLI::App *app = &program.app;
    for (std::vector<CLI::App *> chosen = app->get_subcommands(); !chosen.empty(); chosen = app->get_subcommands()) {
        app = chosen.front();
        help = help->find(app->get_name());
    }
    return *help;
}

/// Pictures are drawn with the fonts among the resources that the user names; what the environment names stands.
void use_fonts_of(const std::filesystem::path &resources) {
    const std::filesystem::path configuration = resources / "fonts" / "fonts.conf";
    std::error_code error;
    if (!resources.empty() && std::filesystem::exists(configuration, error)) {
        setenv("FONTCONFIG_FILE", configuration.c_str(), 0); // NOLINT(concurrency-mt-unsafe): before threads start
    }
}

/// The one place where errors become messages.
ExitStatus run_guarded(const CommandRun &run, const EngineOptions &engine, std::ostream &errors) {
    try {
        return run(engine);
    } catch (const UsageError &error) {
        return report(errors, one_line(error.what()), ExitStatus::wrong_usage);
    } catch (const std::bad_alloc &) {
        return report(errors, "out of memory", ExitStatus::nothing_done);
    } catch (const std::exception &error) {
        return report(errors, one_line(error.what()), ExitStatus::nothing_done);
    }
}

} // namespace

CommandHelp describe_program(const std::vector<Command> &commands) {
    return Program(commands).help;
}

ExitStatus run_command_line(const std::vector<std::string> &arguments, const std::vector<Command> &commands,
                            std::ostream &output, std::ostream &errors) {
    Program program(commands);
    // Before the parser, which would tell of what is missing instead, or show the help of another command.
    if (const auto misspelling = find_misspelling(program.help, arguments)) {
        return report_usage(errors, misspelling->message, misspelling->path);
    }
    try {
        // CLI11 takes the arguments from the back.
        program.app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::CallForHelp &) {
        output << help_text(chosen_command(program));
        return ExitStatus::done;
    } catch (const CLI::CallForVersion &version) {
        output << version.what() << '\n';
        return ExitStatus::done;
    } catch (const CLI::ParseError &error) {
        return report_usage(errors, error.what(), chosen_command(program).path);
    }

    use_fonts_of(program.engine.resources);
    for (const auto &[subcommand, run] : program.runs) {
        if (subcommand->parsed()) {
            return run_guarded(run, program.engine, errors);
        }
    }
    return ExitStatus::wrong_usage;
}

} // namespace gainsay
