#pragma once

#include "cli/commands.h"

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// The whole program: reads the arguments (without the program's name), runs the command, turns every error into one
/// message on `errors` and a status. Options before or after the command's name set the resource folder and the model
/// for the process.
ExitStatus run_command_line(const std::vector<std::string> &arguments, const std::vector<Command> &commands,
                            std::ostream &output, std::ostream &errors);

/// The name nearest to a misspelt one, by insertions, deletions, replacements and swaps of letters; empty if none is
/// near.
std::string_view nearest_name(std::string_view misspelt, const std::vector<std::string_view> &names);

} // namespace gainsay
