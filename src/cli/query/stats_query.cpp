#include "cli/query/answer_parts.h"
#include "cli/query/query.h"
#include "query/statistics.h"

#include <memory>

namespace gainsay {

namespace {

std::string statistics_text(const KnowledgeGraph &graph, const Statistics &statistics) {
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

template <class Kind>
void write_kinds(JsonOutput &out, std::string_view key, const std::vector<std::pair<Kind, std::size_t>> &kinds) {
    out.key(key);
    out.begin_object();
    for (const auto &[kind, number] : kinds) {
        write_count(out, name(kind), number);
    }
    out.end_object();
}

void write_statistics(JsonOutput &out, const KnowledgeGraph &graph, const Statistics &statistics) {
    out.begin_object();
    write_count(out, "nodes", statistics.nodes);
    write_count(out, "edges", statistics.edges);
    write_count(out, "documents", statistics.documents);
    write_count(out, "sentences", statistics.sentences);
    write_count(out, "disputed_claims", statistics.disputed_claims);
    out.field("dates", statistics.dates);
    write_kinds(out, "node_kinds", statistics.node_kinds);
    write_kinds(out, "edge_kinds", statistics.edge_kinds);
    out.key("busiest_actors");
    out.begin_array();
    for (const NodeIndex actor : statistics.busiest_actors) {
        out.string(graph.node(actor).id);
    }
    out.end_array();
    out.end_object();
}

QueryRun setup_stats(CLI::App & /*app*/) {
    return [](const KnowledgeGraph &graph, const Resources & /*resources*/) -> QueryAnswer {
        auto statistics = std::make_shared<Statistics>(count(graph));
        return {[&graph, statistics] { return statistics_text(graph, *statistics); },
                [&graph, statistics](JsonOutput &out) { write_statistics(out, graph, *statistics); }};
    };
}

} // namespace

Query stats_query() {
    return {{.name = "stats",
             .summary = "The graph in numbers",
             .details = "Nodes and edges by kind, the time that they span, and the actors with most edges.",
             .examples = {{"gainsay query graph.json stats", "How much is in it, and who is in the middle of it"},
                          {"gainsay query graph.json stats --json", "The same for a program"}},
             .exit_status = ""},
            setup_stats};
}

} // namespace gainsay
