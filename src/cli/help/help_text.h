#pragma once

#include "cli/help/command_help.h"

#include <string>

namespace gainsay {

/// What --help prints: at most 80 columns wide, but for examples and words that are longer.
std::string help_text(const CommandHelp &help);

/// "gainsay export [OPTIONS] GRAPH.json".
std::string usage_line(const CommandHelp &help);

/// "-o, --output FILE"; of an argument what stands for it.
std::string option_heading(const OptionHelp &option);

} // namespace gainsay
