#include "base/message.h"
#include "base/number.h"
#include "cli/commands/commands.h"
#include "cli/io/output.h"
#include "cli/query/answer_parts.h"
#include "cli/query/statement_parts.h"
#include "cli/query/text_layout.h"
#include "graph/graph_json.h"
#include "query/graph_difference.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>

namespace gainsay {

namespace {

struct DiffArguments {
    std::string before;
    std::string after;
    std::string output;
    bool json = false;
};

/// Both graphs with what makes them differ.
struct DiffFound {
    DiffFound(const KnowledgeGraph &old_graph, const KnowledgeGraph &new_graph)
        : before(&old_graph), after(&new_graph), old_articles(old_graph), new_articles(new_graph),
          difference(gainsay::difference(old_graph, new_graph)) {}

    const KnowledgeGraph *before;
    const KnowledgeGraph *after;
    ArticleIndex old_articles;
    ArticleIndex new_articles;
    GraphDifference difference;
};

constexpr std::size_t indent = 3;

using Edges = std::vector<EdgeIndex>;
using Nodes = std::vector<NodeIndex>;

template <class Test>
Edges edges_where(const Edges &edges, Test test) {
    Edges found;
    std::copy_if(edges.begin(), edges.end(), std::back_inserter(found), test);
    return found;
}

Edges of_family(const KnowledgeGraph &graph, const Edges &edges, EdgeFamily family) {
    return edges_where(edges, [&](EdgeIndex edge) { return row(graph.edge(edge).kind).family == family; });
}

std::string heading(const std::string &text) {
    return "\n" + text + "\n";
}

/// "+ Sergei Lavrov denies Russia agreed …, 2014-10-28", beneath it the sentences.
std::string edge_text(const KnowledgeGraph &graph, const ArticleIndex &articles, EdgeIndex index, std::string_view mark,
                      const std::vector<std::size_t> *pieces = nullptr) {
    const EdgeRecord &edge = graph.edge(index);
    const std::size_t width = page_width();
    std::string text = paragraph(std::string(mark) + " " + graph.node(edge.source).label + " " + edge_label(edge) +
                                     " " + quoted_label(graph.node(edge.target)) + ", " + shown(when(edge, articles)),
                                 width, 0, indent);
    constexpr std::size_t most_sentences = 2;
    const std::size_t count = pieces == nullptr ? edge.evidence.size() : pieces->size();
    for (std::size_t i = 0; i < count && i < most_sentences; ++i) {
        const Evidence &piece = edge.evidence[pieces == nullptr ? i : (*pieces)[i]];
        text += paragraph("“" + piece.text + "”", width, indent, indent);
        text += paragraph(article_line(articles, piece.document), width, indent + 2, indent + 2);
    }
    if (count > most_sentences) {
        text += paragraph("… and " + counted(count - most_sentences, "more sentence", "more sentences"), width, indent,
                          indent);
    }
    return text;
}

std::string edges_text(const KnowledgeGraph &graph, const ArticleIndex &articles, const std::string &title,
                       const Edges &edges, std::string_view mark) {
    std::string text;
    for (const EdgeIndex edge : edges) {
        text += edge_text(graph, articles, edge, mark);
    }
    return text.empty() ? text : heading(title + ": " + std::to_string(edges.size())) + text;
}

std::string nodes_text(const KnowledgeGraph &graph, const std::string &title, const Nodes &nodes,
                       std::string_view mark) {
    std::string text;
    for (const NodeIndex node : nodes) {
        text += paragraph(std::string(mark) + " " + shown(graph.node(node)), page_width(), 0, indent);
    }
    return text.empty() ? text : heading(title + ": " + std::to_string(nodes.size())) + text;
}

Nodes of_kind(const KnowledgeGraph &graph, const Nodes &nodes, const std::function<bool(NodeKind)> &test) {
    Nodes found;
    std::copy_if(nodes.begin(), nodes.end(), std::back_inserter(found),
                 [&](NodeIndex node) { return test(graph.node(node).kind); });
    return found;
}

std::string status_name(const NodeRecord &node) {
    return node.status ? std::string(name(*node.status)) : "none";
}

std::string changes_text(const DiffFound &found) {
    const std::size_t width = page_width();
    std::string status;
    std::string labels;
    for (const ChangedNode &change : found.difference.changed_nodes) {
        const NodeRecord &before = found.before->node(change.before);
        const NodeRecord &after = found.after->node(change.after);
        if (change.has_new_status) {
            status += paragraph("~ " + after.label + ": " + status_name(before) + " → " + status_name(after), width, 0,
                                indent);
        }
        if (change.has_new_label) {
            labels += paragraph("~ " + before.label + " → " + after.label, width, 0, indent);
        }
    }
    std::string evidence;
    std::string weights;
    for (const ChangedEdge &change : found.difference.changed_edges) {
        const EdgeFamily family = row(found.after->edge(change.after).kind).family;
        if (family != EdgeFamily::statement && family != EdgeFamily::action) {
            continue;
        }
        if (!change.new_evidence.empty()) {
            evidence += edge_text(*found.after, found.new_articles, change.after, "~", &change.new_evidence);
        } else {
            const EdgeRecord &edge = found.after->edge(change.after);
            weights += paragraph("~ " + found.after->node(edge.source).label + " " + edge_label(edge) + " " +
                                     quoted_label(found.after->node(edge.target)) + ": weight " +
                                     format_rounded(found.before->edge(change.before).weight, 2) + " → " +
                                     format_rounded(edge.weight, 2),
                                 width, 0, indent);
        }
    }
    std::string text;
    text += status.empty() ? "" : heading("Other status") + status;
    text += evidence.empty() ? "" : heading("Told by further articles") + evidence;
    text += weights.empty() ? "" : heading("Other weight") + weights;
    text += labels.empty() ? "" : heading("Other wording") + labels;
    return text;
}

std::string text_of(const DiffFound &found) {
    const GraphDifference &difference = found.difference;
    if (difference.empty()) {
        return "No differences.\n";
    }
    const KnowledgeGraph &before = *found.before;
    const KnowledgeGraph &after = *found.after;
    const auto is_document = [](NodeKind kind) { return kind == NodeKind::Document; };
    const auto is_content = [](NodeKind kind) { return kind == NodeKind::Claim || kind == NodeKind::Event; };
    const auto is_other = [&](NodeKind kind) { return !is_document(kind) && !is_content(kind); };
    std::string text = counted(difference.new_disputes.size(), "new dispute", "new disputes") + ", " +
                       counted(difference.new_denials.size(), "new denial", "new denials") + "; nodes +" +
                       std::to_string(difference.new_nodes.size()) + " -" +
                       std::to_string(difference.gone_nodes.size()) + ", edges +" +
                       std::to_string(difference.new_edges.size()) + " -" +
                       std::to_string(difference.gone_edges.size()) + "\n";
    text += nodes_text(after, "New articles", of_kind(after, difference.new_nodes, is_document), "+");
    text += nodes_text(after, "New disputes", difference.new_disputes, "+");
    text += edges_text(after, found.new_articles, "New denials", difference.new_denials, "+");
    const Edges statements =
        edges_where(of_family(after, difference.new_edges, EdgeFamily::statement), [&](EdgeIndex edge) {
            return std::find(difference.new_denials.begin(), difference.new_denials.end(), edge) ==
                   difference.new_denials.end();
        });
    text += edges_text(after, found.new_articles, "New statements", statements, "+");
    text += edges_text(after, found.new_articles, "New actions",
                       of_family(after, difference.new_edges, EdgeFamily::action), "+");
    text += changes_text(found);
    text += nodes_text(before, "Disputes settled", difference.settled_disputes, "-");
    text += nodes_text(after, "New names", of_kind(after, difference.new_nodes, is_other), "+");
    text += edges_text(before, found.old_articles, "Statements gone",
                       of_family(before, difference.gone_edges, EdgeFamily::statement), "-");
    text += edges_text(before, found.old_articles, "Actions gone",
                       of_family(before, difference.gone_edges, EdgeFamily::action), "-");
    text += nodes_text(before, "Names gone", of_kind(before, difference.gone_nodes, is_other), "-");
    text += nodes_text(before, "Articles gone", of_kind(before, difference.gone_nodes, is_document), "-");
    return text;
}

void write_nodes(JsonOutput &out, const KnowledgeGraph &graph, std::string_view key, const Nodes &nodes) {
    out.key(key);
    out.begin_array();
    for (const NodeIndex node : nodes) {
        out.break_line();
        write_node(out, graph.node(node));
    }
    out.end_array();
}

void write_edges(JsonOutput &out, const KnowledgeGraph &graph, std::string_view key, const Edges &edges) {
    out.key(key);
    out.begin_array();
    for (const EdgeIndex edge : edges) {
        out.break_line();
        write_edge(out, graph, graph.edge(edge));
    }
    out.end_array();
}

void write_changed_node(JsonOutput &out, const DiffFound &found, const ChangedNode &change) {
    const auto side = [&](std::string_view key, const NodeRecord &node, std::size_t documents) {
        out.key(key);
        out.begin_object();
        write_node_with_status(out, node);
        write_count(out, "documents", documents);
        out.end_object();
    };
    out.begin_object();
    side("before", found.before->node(change.before), change.documents_before);
    side("after", found.after->node(change.after), change.documents_after);
    out.end_object();
}

void write_changed_edge(JsonOutput &out, const DiffFound &found, const ChangedEdge &change) {
    out.begin_object();
    out.field("weight_before", found.before->edge(change.before).weight);
    out.key("new_evidence");
    out.begin_array();
    for (const std::size_t piece : change.new_evidence) {
        out.integer(static_cast<std::int64_t>(piece));
    }
    out.end_array();
    out.key("edge");
    write_edge(out, *found.after, found.after->edge(change.after));
    out.end_object();
}

void write_json(JsonOutput &out, const DiffFound &found) {
    const GraphDifference &difference = found.difference;
    out.begin_object();
    out.key("is_same");
    out.boolean(difference.empty());
    write_nodes(out, *found.after, "new_disputes", difference.new_disputes);
    write_edges(out, *found.after, "new_denials", difference.new_denials);
    write_nodes(out, *found.after, "new_nodes", difference.new_nodes);
    write_edges(out, *found.after, "new_edges", difference.new_edges);
    out.key("changed_nodes");
    out.begin_array();
    for (const ChangedNode &change : difference.changed_nodes) {
        out.break_line();
        write_changed_node(out, found, change);
    }
    out.end_array();
    out.key("changed_edges");
    out.begin_array();
    for (const ChangedEdge &change : difference.changed_edges) {
        out.break_line();
        write_changed_edge(out, found, change);
    }
    out.end_array();
    write_nodes(out, *found.before, "settled_disputes", difference.settled_disputes);
    write_nodes(out, *found.before, "gone_nodes", difference.gone_nodes);
    write_edges(out, *found.before, "gone_edges", difference.gone_edges);
    out.end_object();
}

ExitStatus run_diff(const DiffArguments &arguments) {
    const KnowledgeGraph before = load_graph(arguments.before);
    const KnowledgeGraph after = load_graph(arguments.after);
    const DiffFound found(before, after);
    write_output(arguments.output, [&](ByteSink &sink) {
        if (arguments.json) {
            JsonOutput out(sink);
            write_json(out, found);
            out.finish();
        } else {
            sink.write(safe_to_show(text_of(found)));
        }
    });
    // As diff does.
    return found.difference.empty() ? ExitStatus::done : ExitStatus::some_refused;
}

CommandRun setup_diff(CLI::App &app) {
    auto arguments = std::make_shared<DiffArguments>();
    app.add_option("old", arguments->before, "Graph that `gainsay build` wrote before; - is standard input")
        ->type_name("OLD.json")
        ->required();
    app.add_option("new", arguments->after, "Graph that it wrote now")->type_name("NEW.json")->required();
    app.add_flag("--json", arguments->json, "JSON for programs instead of text for people");
    app.add_option("-o,--output", arguments->output, "File to write; standard output without")->type_name("FILE");
    return [arguments](const EngineOptions & /*engine*/) { return run_diff(*arguments); };
}

} // namespace

Command diff_command() {
    return {{.name = "diff",
             .summary = "What one graph says that another does not: new denials since yesterday",
             .details = "Compares two graphs by what they say. A claim is the same where the articles state it in the "
                        "same places, though its wording and id may have changed with further articles. New disputes "
                        "and denials come first.",
             .examples = {{"gainsay diff yesterday.json today.json", "What is new, and what is gone"},
                          {"gainsay diff yesterday.json today.json --json", "The same for a program"}},
             .exit_status = "0 the graphs say the same; 1 they differ"},
            setup_diff};
}

} // namespace gainsay
