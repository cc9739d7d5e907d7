#include "cli/io/view_options.h"
#include "cli/query/answer_parts.h"
#include "cli/query/query.h"
#include "query/neighbors.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace gainsay {

namespace {

struct NeighborsArguments {
    std::string name;
    std::vector<std::string> kinds;
};

struct NeighborsFound {
    ChosenNode of;
    std::vector<Neighbor> edges;
};

std::string neighbors_text(const KnowledgeGraph &graph, const NeighborsFound &found) {
    std::string text = shown(graph.node(found.of.node)) + ": " + counted(found.edges.size(), "edge", "edges") + "\n";
    for (const Neighbor &neighbor : found.edges) {
        const EdgeRecord &edge = graph.edge(neighbor.edge);
        text += (neighbor.is_outgoing ? "   —" : "   ←") + edge_label(edge) + (neighbor.is_outgoing ? "→ " : "— ") +
                shown(graph.node(neighbor.node)) + (edge.date.empty() ? "" : ", " + edge.date) + "\n";
        const std::string sentence = first_proof(edge);
        text += sentence.empty() ? "" : "      " + sentence + "\n";
    }
    return text;
}

void write_neighbors(JsonOutput &out, const KnowledgeGraph &graph, const NeighborsFound &found) {
    out.begin_object();
    out.key("node");
    write_chosen(out, graph, found.of);
    out.key("edges");
    out.begin_array();
    for (const Neighbor &neighbor : found.edges) {
        out.break_line();
        out.begin_object();
        out.field("direction", neighbor.is_outgoing ? std::string_view("forward") : std::string_view("backward"));
        out.key("node");
        write_node(out, graph.node(neighbor.node));
        out.key("edge");
        write_edge(out, graph, graph.edge(neighbor.edge));
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

QueryAnswer run_neighbors(const KnowledgeGraph &graph, const NeighborsArguments &arguments,
                          const Resources &resources) {
    auto found = std::make_shared<NeighborsFound>();
    found->of = choose_node(graph, arguments.name, resources);
    found->edges = neighbors(graph, found->of.node, read_edge_kinds(arguments.kinds));
    return {[&graph, found] { return neighbors_text(graph, *found); },
            [&graph, found](JsonOutput &out) { write_neighbors(out, graph, *found); }};
}

QueryRun setup_neighbors(CLI::App &app) {
    auto arguments = std::make_shared<NeighborsArguments>();
    app.add_option("name", arguments->name, "Name or id")->type_name("NAME")->required();
    add_edge_kinds_option(app, arguments->kinds);
    return [arguments](const KnowledgeGraph &graph, const Resources &resources) {
        return run_neighbors(graph, *arguments, resources);
    };
}

} // namespace

Query neighbors_query() {
    return {{.name = "neighbors",
             .summary = "Every edge of a name, the weightiest first",
             .details = "Who says what of it, what it says and does, and where it belongs, with the first sentence "
                        "that proves it. `evidence` shows them all.",
             .examples = {{"gainsay query graph.json neighbors Tolland", "All that is said of and by Tolland"},
                          {"gainsay query graph.json neighbors Abashidze --kinds denies,rejects",
                           "Only what Abashidze denies or rejects"}},
             .exit_status = ""},
            setup_neighbors};
}

} // namespace gainsay
