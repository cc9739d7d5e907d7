#pragma once

#include "cli/help/command_help.h"

#include <string>

namespace gainsay {

// Scripts with which shells complete commands, queries, options and the words that options take; files everywhere else
// where a file is meant.

/// To be sourced by bash 4 or newer, or installed as bash-completion/completions/gainsay.
std::string bash_completion(const CommandHelp &program);
/// To be installed as _gainsay in a folder of zsh's fpath.
std::string zsh_completion(const CommandHelp &program);
/// To be installed in a folder of fish's completions as gainsay.fish.
std::string fish_completion(const CommandHelp &program);

} // namespace gainsay
