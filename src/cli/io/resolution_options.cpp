#include "cli/io/resolution_options.h"

#include "base/atomic_file.h"
#include "resolve/resolver.h"

#include <CLI/CLI.hpp>

namespace gainsay {

void add_resolution_options(CLI::App &app, ResolutionArguments &arguments) {
    app.add_option(
           "--overrides", arguments.overrides,
           "What you know better, one line each: same | A | B, different | A | B, kind | A | Outlet, label | A | "
           "New Name. A and B are node ids or names, NAME@DOCUMENT for one document's. Of statements, by the bytes of "
           "their contents: accept | DOCUMENT:FIRST-LAST, drop | …, speaker | … | Name | Person, stance | … | denies, "
           "apart | …, same | … | …, different | … | …. `gainsay query GRAPH review` proposes lines")
        ->type_name("FILE");
    app.add_option(
           "--actors", arguments.actors,
           "Dictionary of actors: name, kind, country, other names (;), codes (;) with tabs between, or PETRARCH's "
           "format. May be given several times")
        ->type_name("FILE");
}

void read_resolution_files(const ResolutionArguments &arguments, Resolver &resolver) {
    if (!arguments.overrides.empty()) {
        resolver.set_overrides(Overrides::parse(read_file(arguments.overrides), arguments.overrides));
    }
    for (const std::string &file : arguments.actors) {
        resolver.add_actors(read_file(file), file);
    }
}

} // namespace gainsay
