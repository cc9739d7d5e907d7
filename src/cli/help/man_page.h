#pragma once

#include "cli/help/command_help.h"

#include <string>

namespace gainsay {

/// The manual page of the program ("gainsay.1") or of one command ("gainsay-query.1", with all its queries), for
/// groff's man macros, in ASCII. Says what the help says.
std::string man_page(const CommandHelp &program, const CommandHelp &help);

/// "gainsay-query.1".
std::string man_page_name(const CommandHelp &help);

} // namespace gainsay
