#include "cli/view_options.h"

#include "base/error.h"

#include <CLI/CLI.hpp>

namespace gainsay {

namespace {

std::string views_help() {
    std::string help = "What to show:";
    for (std::size_t i = 0; i < names_of<View>().size(); ++i) {
        const auto view = static_cast<View>(i);
        help.append(i == 0 ? " " : "; ").append(name(view)).append(": ").append(description(view));
    }
    return help;
}

} // namespace

void add_view_options(CLI::App &app, ViewArguments &arguments) {
    app.add_option("--view", arguments.view, views_help())->type_name("VIEW");
    app.add_option("--around", arguments.options.around, "Only what is near this name or id (may be repeated)")
        ->type_name("NAME")
        ->allow_extra_args(false);
    app.add_option("--hops", arguments.options.hops, "How near: number of edges from a name of --around (1)")
        ->type_name("N");
    app.add_option("--min-weight", arguments.options.min_weight, "Only edges of at least this weight")->type_name("W");
    app.add_option("--kinds", arguments.options.kinds,
                   "Only these kinds, with commas between: of edges (denies,suspended), families (statement, action, "
                   "structure) or nodes (Person,Claim)")
        ->type_name("KINDS")
        ->delimiter(',')
        ->allow_extra_args(false);
}

ViewOptions read_view_options(const ViewArguments &arguments, View otherwise) {
    ViewOptions options = arguments.options;
    options.view = otherwise;
    if (!arguments.view.empty()) {
        const auto view = parse_word<View>(arguments.view);
        if (!view) {
            throw UsageError("--view", one_of(names_of<View>()), "'" + arguments.view + "'");
        }
        options.view = *view;
    }
    return options;
}

std::vector<EdgeKind> read_edge_kinds(const std::vector<std::string> &names) {
    std::vector<EdgeKind> kinds;
    for (const std::string &word : names) {
        if (const auto kind = parse_word<EdgeKind>(word)) {
            kinds.push_back(*kind);
            continue;
        }
        const auto family = parse_word<EdgeFamily>(word);
        if (!family) {
            throw UsageError("--kinds", "a kind of edge or " + one_of(names_of<EdgeFamily>()), "'" + word + "'");
        }
        for (const EdgeKindRow &row : edge_kinds()) {
            if (row.family == *family) {
                kinds.push_back(row.kind);
            }
        }
    }
    return kinds;
}

} // namespace gainsay
