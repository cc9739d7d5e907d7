#pragma once

#include "cli/help/help_page.h"

#include <functional>
#include <vector>

namespace CLI {
class App;
}

namespace gainsay {

struct EngineOptions;

/// What the program ends with.
enum class ExitStatus {
    done = 0,
    /// Done, but some inputs were refused, each named on standard error.
    some_refused = 1,
    wrong_usage = 2,
    /// No output was made.
    nothing_done = 3
};

/// Does a command's work after the command line has been read. Writes data to standard output, everything else to
/// standard error; throws the named errors of base, which the command line turns into a message and a status.
/// `engine` is what the program's own options say: where the resources and the model are.
using CommandRun = std::function<ExitStatus(const EngineOptions &engine)>;

/// One command of the program. `setup` declares options and opens nothing; what it returns keeps their values (in a
/// shared pointer, as options refer to them by address) and is called once if the user chose this command.
struct Command {
    HelpPage page;
    CommandRun (*setup)(CLI::App &app);
    /// Pages of the subcommands that `setup` adds, in their order.
    std::vector<HelpPage> queries = {};
};

/// In the order of the help. A command is one row here, in commands.cpp, and one file.
const std::vector<Command> &commands();

// Of each command's file, in alphabetical order.
Command build_command();
Command diff_command();
Command explain_command();
Command export_command();
Command extract_command();
Command network_command();
Command parse_command();
Command query_command();
Command resolve_command();
Command serve_command();
Command verify_command();

} // namespace gainsay
