#pragma once

#include "cli/help_page.h"

namespace CLI {
class App;
}

namespace gainsay {

/// Adds a subcommand whose help says what the page says. The options come later.
CLI::App *add_page(CLI::App &parent, const HelpPage &page);

} // namespace gainsay
