#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace gainsay {

class Resolver;

/// What the user knows better than the articles: files for `build` and `resolve`.
struct ResolutionArguments {
    std::string overrides;
    std::vector<std::string> actors;
};

/// --overrides, --actors.
void add_resolution_options(CLI::App &app, ResolutionArguments &arguments);

/// Reads the files. Throws InputError that names every bad line of the overrides.
void read_resolution_files(const ResolutionArguments &arguments, Resolver &resolver);

} // namespace gainsay
