#include "cli/io/view_options.h"

#include "base/error.h"
#include "cli/help/choices.h"

#include <CLI/CLI.hpp>

namespace gainsay {

namespace {

std::vector<Choice> view_choices() {
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < names_of<View>().size(); ++i) {
        const auto view = static_cast<View>(i);
        choices.push_back({std::string(name(view)), std::string(description(view))});
    }
    return choices;
}

std::vector<Choice> kind_choices(bool with_nodes) {
    std::vector<std::string_view> names;
    for (const auto kinds : {names_of<EdgeFamily>(), names_of<EdgeKind>()}) {
        names.insert(names.end(), kinds.begin(), kinds.end());
    }
    if (with_nodes) {
        names.insert(names.end(), names_of<NodeKind>().begin(), names_of<NodeKind>().end());
    }
    return choices_of_names(names);
}

} // namespace

void add_view_options(CLI::App &app, ViewArguments &arguments) {
    limit_choices(*app.add_option("--view", arguments.view, "What to show")->type_name("VIEW"), view_choices());
    app.add_option("--around", arguments.options.around, "Only what is near this name or id (may be repeated)")
        ->type_name("NAME")
        ->allow_extra_args(false);
    app.add_option("--hops", arguments.options.hops, "How near: number of edges from a name of --around (1)")
        ->type_name("N");
    app.add_option("--min-weight", arguments.options.min_weight, "Only edges of at least this weight")->type_name("W");
    limit_choices(*app.add_option("--kinds", arguments.options.kinds,
                                  "Only these kinds, with commas between: families of edges, edges, nodes")
                       ->type_name("KINDS")
                       ->delimiter(',')
                       ->allow_extra_args(false),
                  kind_choices(true));
}

void add_edge_kinds_option(CLI::App &app, std::vector<std::string> &kinds) {
    limit_choices(*app.add_option("--kinds", kinds, "Only these kinds of edges, with commas between: families, kinds")
                       ->type_name("KINDS")
                       ->delimiter(',')
                       ->allow_extra_args(false),
                  kind_choices(false));
}

ViewOptions read_view_options(const ViewArguments &arguments, View otherwise) {
    ViewOptions options = arguments.options;
    options.view = otherwise;
    if (!arguments.view.empty()) {
        options.view = parse_word<View>(arguments.view).value_or(otherwise);
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
