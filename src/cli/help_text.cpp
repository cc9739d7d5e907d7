#include "cli/help_text.h"

#include <CLI/CLI.hpp>

#include <string>

namespace gainsay {

namespace {

std::string footer(const HelpPage &page) {
    std::string text;
    if (!page.details.empty()) {
        text.append(page.details).append("\n\n");
    }
    text += page.examples.empty() ? "" : "Examples:\n";
    for (const Example &example : page.examples) {
        text.append("  ").append(example.line).append("\n      ").append(example.purpose).append("\n");
    }
    if (!page.exit_status.empty()) {
        text.append("\nExit status: ").append(page.exit_status).append(".\n");
    }
    return text;
}

} // namespace

CLI::App *add_page(CLI::App &parent, const HelpPage &page) {
    CLI::App *app = parent.add_subcommand(std::string(page.name), std::string(page.summary));
    app->footer(footer(page));
    return app;
}

} // namespace gainsay
