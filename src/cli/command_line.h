#pragma once

#include "cli/commands/commands.h"
#include "cli/help/command_help.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace gainsay {

/// The whole program: reads the arguments (without the program's name), runs the command, turns every error into one
/// message on `errors` and a status. Options before or after the command's name set the resource folder and the model
/// for the process.
ExitStatus run_command_line(const std::vector<std::string> &arguments, const std::vector<Command> &commands,
                            std::ostream &output, std::ostream &errors);

/// What the help, the manual and the completions of the program are made of.
CommandHelp describe_program(const std::vector<Command> &commands);

} // namespace gainsay
