#include "base/message.h"
#include "cli/commands/commands.h"
#include "cli/io/output.h"
#include "cli/query/query.h"
#include "engine/engine.h"
#include "graph/graph_json.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace gainsay {

namespace {

struct QueryArguments {
    std::string graph;
    std::string output;
    bool json = false;
    bool csv = false;
    /// Every query with what runs it; the user chose one.
    std::vector<std::pair<CLI::App *, QueryRun>> queries;
};

ExitStatus run_query(const QueryArguments &arguments, const EngineOptions &engine) {
    const KnowledgeGraph graph = load_graph(arguments.graph);
    for (const auto &[app, run] : arguments.queries) {
        if (!app->parsed()) {
            continue;
        }
        const QueryAnswer answer = run(graph, Resources(engine.resources));
        write_output(arguments.output, [&](ByteSink &sink) {
            if (arguments.csv) {
                answer.csv(sink);
            } else if (arguments.json) {
                JsonOutput out(sink);
                answer.json(out);
                out.finish();
            } else {
                sink.write(safe_to_show(answer.text()));
            }
        });
        return answer.status;
    }
    return ExitStatus::wrong_usage;
}

CommandRun setup_query(CLI::App &app) {
    auto arguments = std::make_shared<QueryArguments>();
    app.add_option("graph", arguments->graph, "Graph that `gainsay build` wrote; - is standard input")
        ->type_name("GRAPH.json")
        ->required();
    app.require_subcommand(1);
    for (const Query &query : queries()) {
        CLI::App *subcommand = app.add_subcommand(std::string(query.page.name), std::string(query.page.summary));
        arguments->queries.emplace_back(subcommand, query.setup(*subcommand));
        CLI::Option *json =
            subcommand->add_flag("--json", arguments->json, "JSON for programs instead of text for people");
        if (query.has_csv) {
            subcommand->add_flag("--csv", arguments->csv, "CSV for spreadsheets instead of text for people")
                ->excludes(json);
        }
        subcommand->add_option("-o,--output", arguments->output, "File to write; standard output without")
            ->type_name("FILE");
    }
    return [arguments](const EngineOptions &engine) { return run_query(*arguments, engine); };
}

} // namespace

Command query_command() {
    std::vector<HelpPage> pages;
    for (const Query &query : queries()) {
        pages.push_back(query.page);
    }
    return {{.name = "query",
             .summary = "Ask a graph: who denies what, how two names are connected, the sentences that prove it",
             .details =
                 "Names may be loose: another spelling, a surname, some of the words. What else a name might mean is "
                 "told on standard error; an id of the graph is always meant exactly.",
             .examples = {{"gainsay query graph.json stats", "The graph in numbers"},
                          {"gainsay query graph.json neighbors Tolland", "Every edge of a name"},
                          {"gainsay query graph.json paths Tolland Abashidze --max-length 3 --json",
                           "How two names are connected, for a program"}},
             .exit_status = ""},
            setup_query,
            pages};
}

} // namespace gainsay
