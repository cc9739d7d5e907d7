#pragma once

#include "cli/help/choices.h"
#include "cli/help/help_page.h"

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace gainsay {

struct Command;

/// An option, or an argument that stands by its place.
struct OptionHelp {
    /// "-o", "--output"; empty for an argument.
    std::vector<std::string> names;
    /// What stands for the value: "FILE". Empty for an option that takes none.
    std::string value;
    std::string text;
    std::vector<Choice> choices;
    bool is_required = false;
    /// Whether several values may follow.
    bool takes_many = false;
    /// Whether one value may be several words with commas between.
    bool takes_list = false;
};

/// All that is told about a command: the page and what the command line really takes, with the commands below it.
struct CommandHelp {
    HelpPage page;
    /// "gainsay", "gainsay query", "gainsay query paths".
    std::string path;
    std::vector<OptionHelp> arguments;
    std::vector<OptionHelp> options;
    /// What the commands below are called: "command", "query".
    std::string_view below;
    std::vector<CommandHelp> commands;

    /// Null if there is none of that name.
    const CommandHelp *find(std::string_view name) const;
};

/// Of the whole program, read off its options.
CommandHelp describe(CLI::App &program, const HelpPage &page, const std::vector<Command> &commands);

/// The file that a value names, to be completed by the shell: "FILE", "GRAPH.json", "ARTICLES", …
bool is_file(const OptionHelp &option);

/// "0 done; 1 …; 2 wrong usage; 3 nothing could be done".
std::string exit_status(const HelpPage &page);

} // namespace gainsay
