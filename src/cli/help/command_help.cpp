#include "cli/help/command_help.h"

#include "cli/commands/commands.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>

namespace gainsay {

namespace {

OptionHelp describe(CLI::Option &option) {
    OptionHelp help;
    for (const std::string &letter : option.get_snames()) {
        help.names.push_back("-" + letter);
    }
    for (const std::string &word : option.get_lnames()) {
        help.names.push_back("--" + word);
    }
    if (option.get_items_expected_max() > 0) {
        // Behind the colon stands what CLI11's own checks say of the value.
        const std::string type = option.get_type_name();
        help.value = type.substr(0, type.find(':'));
    }
    help.text = option.get_description();
    if (const std::string otherwise = option.get_default_str(); !otherwise.empty()) {
        help.text += " (" + otherwise + ")";
    }
    help.choices = choices_of(option);
    help.is_required = option.get_required();
    help.takes_list = option.get_delimiter() != '\0';
    help.takes_many = option.get_items_expected_max() > 1 && !help.takes_list && option.get_allow_extra_args();
    return help;
}

CommandHelp describe(CLI::App &app, const HelpPage &page, const std::string &path) {
    CommandHelp help;
    help.page = page;
    help.path = path;
    for (CLI::Option *option : app.get_options()) {
        (option->nonpositional() ? help.options : help.arguments).push_back(describe(*option));
    }
    return help;
}

} // namespace

const CommandHelp *CommandHelp::find(std::string_view name) const {
    const auto found = std::find_if(commands.begin(), commands.end(),
                                    [&](const CommandHelp &command) { return command.page.name == name; });
    return found == commands.end() ? nullptr : &*found;
}

CommandHelp describe(CLI::App &program, const HelpPage &page, const std::vector<Command> &commands) {
    CommandHelp help = describe(program, page, std::string(page.name));
    help.below = "command";
    for (const Command &command : commands) {
        CLI::App &app = *program.get_subcommand(std::string(command.page.name));
        CommandHelp below = describe(app, command.page, help.path + " " + app.get_name());
        for (const HelpPage &query : command.queries) {
            below.below = "query";
            CLI::App &query_app = *app.get_subcommand(std::string(query.name));
            below.commands.push_back(describe(query_app, query, below.path + " " + query_app.get_name()));
        }
        help.commands.push_back(std::move(below));
    }
    return help;
}

bool is_file(const OptionHelp &option) {
    constexpr std::array<std::string_view, 7> files = {"FILE",         "DIR",   "GRAPH.json", "ARTICLES",
                                                       "OBSERVATIONS", "TEXTS", "NEW.json"};
    return std::find(files.begin(), files.end(), option.value) != files.end();
}

std::string exit_status(const HelpPage &page) {
    constexpr std::string_view usual = "0 done; 1 done, but some inputs were refused";
    return std::string(page.exit_status.empty() ? usual : page.exit_status) +
           "; 2 wrong usage; 3 nothing could be done";
}

} // namespace gainsay
