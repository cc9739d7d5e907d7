#pragma once

#include "cli/help/command_help.h"

#include <optional>
#include <string>
#include <vector>

namespace gainsay {

/// A word of the command line that is no command, query or option there.
struct Misspelling {
    /// "there is no command 'biuld'; did you mean 'build'?"
    std::string message;
    /// The command whose help tells what there is: "gainsay", "gainsay build".
    std::string path;
};

/// The first one among the arguments (without the program's name). Values of options are passed over, as is everything
/// behind "--".
std::optional<Misspelling> find_misspelling(const CommandHelp &program, const std::vector<std::string> &arguments);

} // namespace gainsay
