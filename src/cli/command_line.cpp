#include "cli/command_line.h"

#include "base/error.h"
#include "base/resources.h"
#include "base/version.h"
#include "cli/help_text.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <exception>
#include <new>
#include <ostream>
#include <utility>

namespace gainsay {

namespace {

/// Edit distance with swaps of neighbours (optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            cost[i][j] = std::min(
                {cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
    }
    return cost[a.size()][b.size()];
}

ExitStatus report(std::ostream &errors, std::string_view message, ExitStatus status) {
    errors << "gainsay: " << message << '\n';
    return status;
}

/// The first argument that is no option and no command, if the command line starts with one.
std::string_view unknown_command(const std::vector<std::string> &arguments,
                                 const std::vector<std::string_view> &names) {
    for (const std::string &argument : arguments) {
        if (!argument.empty() && argument.front() != '-') {
            return std::find(names.begin(), names.end(), argument) == names.end() ? argument : std::string_view();
        }
    }
    return {};
}

ExitStatus report_usage(std::ostream &errors, const CLI::ParseError &error, const CLI::App &app,
                        const std::vector<std::string> &arguments, const std::vector<std::string_view> &names) {
    const std::vector<CLI::App *> chosen = app.get_subcommands();
    const std::string help = "gainsay " + (chosen.empty() ? "" : chosen.front()->get_name() + " ") + "--help";
    const std::string_view unknown = chosen.empty() ? unknown_command(arguments, names) : std::string_view();
    if (unknown.empty()) {
        return report(errors, std::string(error.what()) + "\nTry '" + help + "'.", ExitStatus::wrong_usage);
    }
    const std::string_view nearest = nearest_name(unknown, names);
    return report(errors,
                  "there is no command '" + std::string(unknown) + "'" +
                      (nearest.empty() ? "" : "; did you mean '" + std::string(nearest) + "'?") + "\nTry '" + help +
                      "'.",
                  ExitStatus::wrong_usage);
}

/// The one place where errors become messages.
ExitStatus run_guarded(const CommandRun &run, std::ostream &errors) {
    try {
        return run();
    } catch (const UsageError &error) {
        return report(errors, error.what(), ExitStatus::wrong_usage);
    } catch (const std::bad_alloc &) {
        return report(errors, "out of memory", ExitStatus::nothing_done);
    } catch (const std::exception &error) {
        return report(errors, error.what(), ExitStatus::nothing_done);
    }
}

} // namespace

std::string_view nearest_name(std::string_view misspelt, const std::vector<std::string_view> &names) {
    std::string_view nearest;
    // Up to a third of the letters may be wrong; of equally near names the first wins.
    std::size_t best = misspelt.size() / 3 + 2;
    for (const std::string_view name : names) {
        const std::size_t distance = edit_distance(misspelt, name);
        if (distance < best) {
            best = distance;
            nearest = name;
        }
    }
    return nearest;
}

ExitStatus run_command_line(const std::vector<std::string> &arguments, const std::vector<Command> &commands,
                            std::ostream &output, std::ostream &errors) {
    CLI::App app("Reads news articles and builds a graph of who says what.", "gainsay");
    app.set_version_flag("--version", "gainsay " + std::string(version()));
    app.require_subcommand(1);
    app.fallthrough();
    std::string resources;
    std::string model;
    app.add_option("--resources", resources, "Folder of the resources (also: environment's GAINSAY_RESOURCES)")
        ->type_name("DIR");
    app.add_option("--model", model, "Model file of the language engine")->type_name("FILE");
    app.footer("Exit status: 0 done; 1 done, but some inputs were refused; 2 wrong usage; 3 nothing could be done.");

    std::vector<std::string_view> names;
    std::vector<std::pair<CLI::App *, CommandRun>> runs;
    for (const Command &command : commands) {
        names.push_back(command.page.name);
        CLI::App *subcommand = add_page(app, command.page);
        runs.emplace_back(subcommand, command.setup(*subcommand));
    }

    try {
        // CLI11 takes the arguments from the back.
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::Success &help_or_version) {
        app.exit(help_or_version, output, errors);
        return ExitStatus::done;
    } catch (const CLI::ParseError &error) {
        return report_usage(errors, error, app, arguments, names);
    }

    set_resource_folder(resources);
    set_model_path(model);
    for (const auto &[subcommand, run] : runs) {
        if (subcommand->parsed()) {
            return run_guarded(run, errors);
        }
    }
    return ExitStatus::wrong_usage;
}

} // namespace gainsay
