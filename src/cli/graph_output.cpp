#include "cli/graph_output.h"

#include "cli/output.h"
#include "cli/picture_part.h"
#include "cli/run_report.h"
#include "exporters/format.h"
#include "graph/graph_json.h"
#include "query/view.h"
#include "resolve/resolver.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>

namespace gainsay {

namespace {

void write_graph_outputs(const KnowledgeGraph &graph, const GraphOutputArguments &arguments) {
    const bool any_other = std::any_of(arguments.others.begin(), arguments.others.end(),
                                       [](const auto &other) { return !other.second.empty(); });
    for (const auto &[name, file] : arguments.others) {
        if (file.empty()) {
            continue;
        }
        const Format &format = *find_format(name);
        ViewOptions view;
        view.view = default_view(format);
        write_part(graph, format, view, {}, {}, file);
    }
    if (!arguments.json.empty() || !any_other) {
        write_output(arguments.json, [&](ByteSink &sink) { write_graph_json(graph, sink); });
    }
}

} // namespace

void add_graph_output_options(CLI::App &app, GraphOutputArguments &arguments) {
    app.add_option("-o,--output", arguments.json, "The graph as JSON; standard output without")
        ->type_name("GRAPH.json");
    // The options point into the list, which must not move from here on.
    arguments.others.clear();
    for (const Format &format : formats()) {
        // Gainsay's own is what --output writes.
        if (&format != &formats().front()) {
            arguments.others.emplace_back(format.name, "");
        }
    }
    for (auto &[name, file] : arguments.others) {
        app.add_option("--" + name, file, "Also write it as " + name)->type_name("FILE");
    }
}

ExitStatus write_graph_of(const std::function<void(const std::function<void(ExtractItem)> &)> &read,
                          const ResolutionArguments &resolution, const GraphOutputArguments &arguments) {
    Resolver resolver;
    // Before the long work: a bad line must not cost an hour.
    read_resolution_files(resolution, resolver);
    RunReport report(std::cerr);
    read([&](ExtractItem item) {
        if (ObservedItem *observed = report.take(item)) {
            resolver.add(std::move(observed->observations));
        }
    });
    const ExitStatus status = report.finish();
    if (status != ExitStatus::nothing_done) {
        Diagnostics diagnostics;
        const KnowledgeGraph graph = std::move(resolver).build(&diagnostics);
        for (const Diagnostic &each : diagnostics.entries()) {
            std::cerr << format(each) << '\n';
        }
        write_graph_outputs(graph, arguments);
    }
    return status;
}

} // namespace gainsay
