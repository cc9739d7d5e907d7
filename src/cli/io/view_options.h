#pragma once

#include "query/view.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace gainsay {

/// The options --view, --around, --hops, --min-weight and --kinds as they stand on the command line.
struct ViewArguments {
    std::string view;
    ViewOptions options;
};

void add_view_options(CLI::App &app, ViewArguments &arguments);

/// With `otherwise` where no view was named.
ViewOptions read_view_options(const ViewArguments &arguments, View otherwise);

/// --kinds of a query, whose values read_edge_kinds() reads.
void add_edge_kinds_option(CLI::App &app, std::vector<std::string> &kinds);

/// Throws UsageError for a name that is no kind of edge and no family; the kinds of a family for a family's name.
std::vector<EdgeKind> read_edge_kinds(const std::vector<std::string> &names);

} // namespace gainsay
