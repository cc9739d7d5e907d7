#include "base/error.h"
#include "base/number.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/view_options.h"
#include "graph/graph_json.h"
#include "graph/json_output.h"
#include "query/name_search.h"
#include "query/neighbors.h"
#include "query/paths.h"
#include "query/statistics.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace gainsay {

namespace {

struct QueryArguments {
    std::string graph;
    std::string output;
    bool json = false;
    std::string from;
    std::string to;
    std::string name;
    std::vector<std::string> kinds;
    PathQuery path;
    CLI::App *paths = nullptr;
    CLI::App *neighbors = nullptr;
    CLI::App *stats = nullptr;
};

std::string shown(const NodeRecord &node) {
    return node.label + " (" + std::string(name(node.kind)) + ")";
}

/// The node meant, with the other candidates named on standard error.
NodeIndex node_meant(const KnowledgeGraph &graph, const std::string &text) {
    constexpr std::size_t most_others = 5;
    std::vector<NodeIndex> others;
    const NodeIndex chosen = resolve_name(graph, text, &others);
    if (!others.empty()) {
        std::cerr << "gainsay: '" << text << "' taken as " << shown(graph.node(chosen)) << "; also fitting:";
        for (std::size_t i = 0; i < others.size() && i < most_others; ++i) {
            std::cerr << (i == 0 ? " " : ", ") << shown(graph.node(others[i]));
        }
        std::cerr << (others.size() > most_others ? ", …\n" : "\n");
    }
    return chosen;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count).append(" ").append(count == 1 ? one : many);
}

/// The first sentence that proves the edge, on one line.
std::string proof(const EdgeRecord &edge) {
    if (edge.evidence.empty()) {
        return {};
    }
    std::string text = edge.evidence.front().text;
    for (char &byte : text) {
        if (byte == '\n' || byte == '\r' || byte == '\t') {
            byte = ' ';
        }
    }
    return "“" + text + "” [" + edge.evidence.front().document + "]";
}

void write_edge_json(const KnowledgeGraph &graph, EdgeIndex index, JsonOutput &out) {
    const EdgeRecord &edge = graph.edge(index);
    out.begin_object();
    out.field("id", edge.id);
    out.field("source", graph.node(edge.source).id);
    out.field("target", graph.node(edge.target).id);
    out.field("kind", name(edge.kind));
    out.field("label", edge_label(edge));
    out.field("weight", edge.weight);
    out.field("polarity", name(edge.polarity));
    out.field("modality", name(edge.modality));
    out.key("evidence");
    out.begin_array();
    for (const Evidence &piece : edge.evidence) {
        out.begin_object();
        out.field("document", piece.document);
        out.key("span");
        out.begin_array();
        out.integer(static_cast<std::int64_t>(piece.span.begin));
        out.integer(static_cast<std::int64_t>(piece.span.end));
        out.end_array();
        out.field("text", piece.text);
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

void write_node_json(const KnowledgeGraph &graph, NodeIndex index, JsonOutput &out) {
    const NodeRecord &node = graph.node(index);
    out.begin_object();
    out.field("id", node.id);
    out.field("kind", name(node.kind));
    out.field("label", node.label);
    out.end_object();
}

// paths

std::string paths_text(const KnowledgeGraph &graph, const QueryArguments &arguments, const PathAnswer &answer) {
    const PathQuery &query = arguments.path;
    const std::string from = shown(graph.node(query.from));
    const std::string to = shown(graph.node(query.to));
    if (answer.paths.empty()) {
        return "No path from " + from + " to " + to + " within " + counted(query.max_length, "hop", "hops") + ".\n";
    }
    std::string text = counted(answer.paths.size(), "path", "paths") + " from " + from + " to " + to +
                       (answer.has_more ? " (there are more)" : "") + "\n";
    for (std::size_t i = 0; i < answer.paths.size(); ++i) {
        const std::vector<Hop> &path = answer.paths[i];
        text += "\n" + std::to_string(i + 1) + ". " + counted(path.size(), "hop", "hops") + "\n";
        for (const Hop &hop : path) {
            const EdgeRecord &edge = graph.edge(hop.edges.front());
            const bool forward = edge.source == hop.from;
            text += "   " + graph.node(hop.from).label + (forward ? " —" : " ←") + edge_label(edge) +
                    (forward ? "→ " : "— ") + graph.node(hop.to).label;
            if (!edge.date.empty()) {
                text += ", " + edge.date;
            }
            if (hop.edges.size() > 1) {
                text += " (and " + counted(hop.edges.size() - 1, "other edge", "other edges") + ")";
            }
            text += "\n";
            const std::string sentence = proof(edge);
            if (!sentence.empty()) {
                text += "      " + sentence + "\n";
            }
        }
    }
    return text;
}

void write_paths_json(const KnowledgeGraph &graph, const QueryArguments &arguments, const PathAnswer &answer,
                      ByteSink &sink) {
    JsonOutput out(sink);
    out.begin_object();
    out.key("from");
    write_node_json(graph, arguments.path.from, out);
    out.key("to");
    write_node_json(graph, arguments.path.to, out);
    out.key("max_length");
    out.integer(static_cast<std::int64_t>(arguments.path.max_length));
    out.key("has_more");
    out.boolean(answer.has_more);
    out.key("paths");
    out.begin_array();
    for (const std::vector<Hop> &path : answer.paths) {
        out.break_line();
        out.begin_array();
        for (const Hop &hop : path) {
            out.begin_object();
            out.field("from", graph.node(hop.from).id);
            out.field("to", graph.node(hop.to).id);
            out.field("direction", graph.edge(hop.edges.front()).source == hop.from ? std::string_view("forward")
                                                                                    : std::string_view("backward"));
            out.key("edges");
            out.begin_array();
            for (const EdgeIndex edge : hop.edges) {
                write_edge_json(graph, edge, out);
            }
            out.end_array();
            out.end_object();
        }
        out.end_array();
    }
    out.end_array();
    out.end_object();
    out.finish();
}

ExitStatus run_paths(const KnowledgeGraph &graph, QueryArguments arguments) {
    PathQuery &query = arguments.path;
    query.from = node_meant(graph, arguments.from);
    query.to = node_meant(graph, arguments.to);
    query.kinds = read_edge_kinds(arguments.kinds);
    if (query.from == query.to) {
        throw UsageError("'" + arguments.from + "' and '" + arguments.to + "'", "two nodes",
                         shown(graph.node(query.from)) + " twice");
    }
    const PathAnswer answer = find_paths(graph, query);
    write_output(arguments.output, [&](ByteSink &sink) {
        if (arguments.json) {
            write_paths_json(graph, arguments, answer, sink);
        } else {
            sink.write(paths_text(graph, arguments, answer));
        }
    });
    // As grep does: the question was answered, with nothing.
    return answer.paths.empty() ? ExitStatus::some_refused : ExitStatus::done;
}

// neighbors

ExitStatus run_neighbors(const KnowledgeGraph &graph, const QueryArguments &arguments) {
    const NodeIndex node = node_meant(graph, arguments.name);
    const std::vector<Neighbor> found = neighbors(graph, node, read_edge_kinds(arguments.kinds));
    write_output(arguments.output, [&](ByteSink &sink) {
        if (!arguments.json) {
            std::string text = shown(graph.node(node)) + ": " + counted(found.size(), "edge", "edges") + "\n";
            for (const Neighbor &neighbor : found) {
                const EdgeRecord &edge = graph.edge(neighbor.edge);
                text += (neighbor.is_outgoing ? "   —" : "   ←") + edge_label(edge) +
                        (neighbor.is_outgoing ? "→ " : "— ") + shown(graph.node(neighbor.node)) +
                        (edge.date.empty() ? "" : ", " + edge.date) + "\n";
                const std::string sentence = proof(edge);
                text += sentence.empty() ? "" : "      " + sentence + "\n";
            }
            sink.write(text);
            return;
        }
        JsonOutput out(sink);
        out.begin_object();
        out.key("node");
        write_node_json(graph, node, out);
        out.key("edges");
        out.begin_array();
        for (const Neighbor &neighbor : found) {
            out.break_line();
            out.begin_object();
            out.field("direction", neighbor.is_outgoing ? std::string_view("forward") : std::string_view("backward"));
            out.key("node");
            write_node_json(graph, neighbor.node, out);
            out.key("edge");
            write_edge_json(graph, neighbor.edge, out);
            out.end_object();
        }
        out.end_array();
        out.end_object();
        out.finish();
    });
    return ExitStatus::done;
}

// stats

std::string stats_text(const KnowledgeGraph &graph, const Statistics &statistics) {
    std::string text = counted(statistics.nodes, "node", "nodes") + ", " + counted(statistics.edges, "edge", "edges") +
                       ", " + counted(statistics.sentences, "sentence", "sentences") + " of evidence from " +
                       counted(statistics.documents, "document", "documents") + "\n";
    if (!statistics.dates.empty()) {
        text += "dates " + statistics.dates + "\n";
    }
    if (statistics.disputed_claims > 0) {
        text += counted(statistics.disputed_claims, "disputed claim", "disputed claims") + "\n";
    }
    text += "\nnodes\n";
    for (const auto &[kind, number] : statistics.node_kinds) {
        text += "  " + std::to_string(number) + "\t" + std::string(name(kind)) + "\n";
    }
    text += "\nedges\n";
    for (const auto &[kind, number] : statistics.edge_kinds) {
        text += "  " + std::to_string(number) + "\t" + std::string(name(kind)) + "\n";
    }
    text += "\nactors with most edges\n";
    for (const NodeIndex actor : statistics.busiest_actors) {
        text += "  " + std::to_string(graph.degree(actor)) + "\t" + shown(graph.node(actor)) + "\n";
    }
    return text;
}

void write_count(JsonOutput &out, std::string_view key, std::size_t number) {
    out.key(key);
    out.integer(static_cast<std::int64_t>(number));
}

ExitStatus run_stats(const KnowledgeGraph &graph, const QueryArguments &arguments) {
    const Statistics statistics = count(graph);
    write_output(arguments.output, [&](ByteSink &sink) {
        if (!arguments.json) {
            sink.write(stats_text(graph, statistics));
            return;
        }
        JsonOutput out(sink);
        out.begin_object();
        write_count(out, "nodes", statistics.nodes);
        write_count(out, "edges", statistics.edges);
        write_count(out, "documents", statistics.documents);
        write_count(out, "sentences", statistics.sentences);
        write_count(out, "disputed_claims", statistics.disputed_claims);
        out.field("dates", statistics.dates);
        out.key("node_kinds");
        out.begin_object();
        for (const auto &[kind, number] : statistics.node_kinds) {
            write_count(out, name(kind), number);
        }
        out.end_object();
        out.key("edge_kinds");
        out.begin_object();
        for (const auto &[kind, number] : statistics.edge_kinds) {
            write_count(out, name(kind), number);
        }
        out.end_object();
        out.key("busiest_actors");
        out.begin_array();
        for (const NodeIndex actor : statistics.busiest_actors) {
            out.string(graph.node(actor).id);
        }
        out.end_array();
        out.end_object();
        out.finish();
    });
    return ExitStatus::done;
}

void add_common_options(CLI::App &app, QueryArguments &arguments) {
    app.add_flag("--json", arguments.json, "JSON for programs instead of text for people");
    app.add_option("-o,--output", arguments.output, "File to write; standard output without")->type_name("FILE");
}

void add_kinds_option(CLI::App &app, QueryArguments &arguments) {
    app.add_option("--kinds", arguments.kinds, "Only these kinds of edges or families, with commas between")
        ->type_name("KINDS")
        ->delimiter(',')
        ->allow_extra_args(false);
}

} // namespace

CommandRun setup_query(CLI::App &app) {
    auto arguments = std::make_shared<QueryArguments>();
    app.add_option("graph", arguments->graph, "Graph that `gainsay build` wrote; - is standard input")
        ->type_name("GRAPH.json")
        ->required();
    app.require_subcommand(1);

    CLI::App *paths = app.add_subcommand("paths", "How two names are connected, with the sentences that say so");
    paths->add_option("from", arguments->from, "Name or id")->required();
    paths->add_option("to", arguments->to, "Name or id")->required();
    paths->add_option("--max-length", arguments->path.max_length, "Most edges of a path (4)")
        ->type_name("N")
        ->check(CLI::Range(1, 12));
    paths->add_option("--max-paths", arguments->path.max_paths, "Most paths to show (10)")
        ->type_name("N")
        ->check(CLI::Range(1, 1000));
    paths->add_option("--hub-degree", arguments->path.hub_degree, "A node of more edges is a hub (500)")
        ->type_name("N");
    paths->add_flag("--directed", arguments->path.directed, "Follow edges only in their direction");
    paths->add_flag("--all", arguments->path.through_all, "Pass through articles and hubs too");
    add_kinds_option(*paths, *arguments);
    add_common_options(*paths, *arguments);
    paths->footer("Exit status: 0 a path was found; 1 there is none within that many hops.\n\n"
                  "Example: gainsay query graph.json paths Tolland \"Harbour Commission\" --kinds statement,action");

    CLI::App *around = app.add_subcommand("neighbors", "Every edge of a name, the weightiest first");
    around->add_option("name", arguments->name, "Name or id")->required();
    add_kinds_option(*around, *arguments);
    add_common_options(*around, *arguments);

    CLI::App *stats = app.add_subcommand("stats", "The graph in numbers");
    add_common_options(*stats, *arguments);

    app.footer("Examples:\n"
               "  gainsay query graph.json stats\n"
               "  gainsay query graph.json neighbors Tolland\n"
               "  gainsay query graph.json paths Tolland Brandt --max-length 3 --json");
    arguments->paths = paths;
    arguments->neighbors = around;
    arguments->stats = stats;
    return [arguments] {
        const KnowledgeGraph graph = load_graph(arguments->graph);
        if (arguments->paths->parsed()) {
            return run_paths(graph, *arguments);
        }
        return arguments->neighbors->parsed() ? run_neighbors(graph, *arguments) : run_stats(graph, *arguments);
    };
}

} // namespace gainsay
