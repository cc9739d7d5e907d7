#include "cli/io/graph_output.h"

#include "cli/io/output.h"
#include "cli/io/picture_part.h"
#include "cli/io/run_report.h"
#include "cli/query/answer_parts.h"
#include "exporters/format.h"
#include "query/disputes.h"
#include "query/view.h"
#include "resolve/resolver.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>

namespace gainsay {

namespace {

/// One format of the graph and where it goes.
struct Target {
    const Format *format;
    Output output;
};

std::vector<Target> open_targets(const GraphOutputArguments &arguments) {
    std::vector<Target> targets;
    for (const auto &[name, file] : arguments.others) {
        if (!file.empty()) {
            targets.push_back({find_format(name), Output(file)});
        }
    }
    if (!arguments.json.empty() || targets.empty()) {
        targets.push_back({&formats().front(), Output(arguments.json)});
    }
    return targets;
}

/// All files or, where one of them cannot be written, none. They appear together, in the order of the list of formats
/// and the graph last: who finds a new graph finds what was made of it.
void write_targets(const KnowledgeGraph &graph, std::vector<Target> &targets) {
    for (Target &target : targets) {
        if (keeps_everything(*target.format)) {
            target.format->write(graph, {}, target.output.sink());
            continue;
        }
        ViewOptions view;
        view.view = default_view(*target.format);
        write_part(graph, *target.format, view, {}, {}, target.output.sink());
    }
    for (Target &target : targets) {
        target.output.prepare();
    }
    for (Target &target : targets) {
        target.output.commit();
    }
}

/// "40 statements, 5 disputes".
std::string contents(const KnowledgeGraph &graph) {
    const auto statements =
        static_cast<std::size_t>(std::count_if(graph.edges().begin(), graph.edges().end(), [](const EdgeRecord &edge) {
            return row(edge.kind).family == EdgeFamily::statement;
        }));
    const std::size_t disputes = find_disputes(graph, ArticleIndex(graph)).size();
    return counted(statements, "statement", "statements") + ", " + counted(disputes, "dispute", "disputes");
}

/// What the user opens first.
std::string place_of(const GraphOutputArguments &arguments) {
    for (const auto &[name, file] : arguments.others) {
        if (name == "html" && !file.empty()) {
            return "open " + file;
        }
    }
    return arguments.json.empty() || arguments.json == "-" ? "" : "see " + arguments.json;
}

} // namespace

void add_graph_output_options(CLI::App &app, GraphOutputArguments &arguments) {
    app.add_option("-o,--output", arguments.json, "The graph as JSON; standard output without")
        ->type_name("GRAPH.json");
    app.add_flag("-q,--quiet", arguments.quiet, "Do not say at the end what came of it");
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

ExitStatus write_graph_of(const std::function<Diagnostics(const std::function<void(ExtractItem)> &)> &read,
                          const std::vector<std::string> &inputs, const ResolutionArguments &resolution,
                          const GraphOutputArguments &arguments) {
    std::vector<std::pair<std::string, std::string>> outputs = {{"--output", arguments.json}};
    for (const auto &[name, file] : arguments.others) {
        outputs.emplace_back("--" + name, file);
    }
    check_outputs(inputs, outputs);
    std::vector<Target> targets = open_targets(arguments);
    Resolver resolver;
    // Before the long work: a bad line must not cost an hour.
    read_resolution_files(resolution, resolver);
    RunReport report(std::cerr, arguments.quiet);
    report.pass_over(read([&](ExtractItem item) {
        if (ObservedItem *observed = report.take(item)) {
            resolver.add(std::move(observed->observations));
        }
    }));
    const ExitStatus status = report.finish();
    if (status != ExitStatus::nothing_done) {
        Diagnostics diagnostics;
        const KnowledgeGraph graph = std::move(resolver).build(&diagnostics);
        report.show(diagnostics);
        const std::string made = contents(graph); // what may fail comes before the files appear
        write_targets(graph, targets);
        report.sum_up(made, place_of(arguments));
    }
    return status;
}

} // namespace gainsay
