#include "base/error.h"
#include "cli/io/view_options.h"
#include "cli/query/answer_parts.h"
#include "cli/query/query.h"
#include "cli/query/statement_parts.h"
#include "cli/query/text_layout.h"
#include "query/paths.h"
#include "query/sentences.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace gainsay {

namespace {

struct PathsArguments {
    std::string from;
    std::string to;
    std::vector<std::string> kinds;
    PathQuery query;
};

struct PathsFound {
    ChosenNode from;
    ChosenNode to;
    std::size_t max_length = 0;
    PathAnswer answer;
    std::vector<std::string> shared_articles;
};

bool is_forward(const KnowledgeGraph &graph, const Hop &hop) {
    return graph.edge(hop.edges.front()).source == hop.from;
}

/// The first sentence that shows the hop.
std::string sentence_text(const KnowledgeGraph &graph, const Hop &hop) {
    const std::vector<EdgeSentence> sentences = sentences_of(graph, hop.edges.front());
    if (sentences.empty()) {
        return {};
    }
    const EdgeSentence &first = sentences.front();
    return "“" + std::string(first.text) + "” [" + std::string(first.document) + "]";
}

std::string path_text(const KnowledgeGraph &graph, const std::vector<Hop> &path) {
    constexpr std::size_t sentence_indent = 6;
    const std::size_t width = page_width();
    std::string text;
    std::string last_sentence;
    for (const Hop &hop : path) {
        const EdgeRecord &edge = graph.edge(hop.edges.front());
        const bool forward = is_forward(graph, hop);
        std::string line = quoted_label(graph.node(hop.from)) + (forward ? " —" : " ←") + edge_label(edge) +
                           (forward ? "→ " : "— ") + quoted_label(graph.node(hop.to));
        if (!edge.date.empty()) {
            line += ", " + edge.date;
        }
        if (hop.edges.size() > 1) {
            line += " (and " + counted(hop.edges.size() - 1, "other edge", "other edges") + ")";
        }
        text += paragraph(line, width, answer_indent, answer_indent + 2);
        // A claim and what it is about stand in one sentence, which need not be read twice.
        std::string sentence = sentence_text(graph, hop);
        if (sentence != last_sentence) {
            text += paragraph(sentence, width, sentence_indent, sentence_indent);
            last_sentence = std::move(sentence);
        }
    }
    return text;
}

std::string paths_text(const KnowledgeGraph &graph, const PathsFound &found) {
    const std::string ends = "from " + shown(graph.node(found.from.node)) + " to " + shown(graph.node(found.to.node));
    const std::vector<std::vector<Hop>> &paths = found.answer.paths;
    if (paths.empty()) {
        std::string text = "No path " + ends + " within " + counted(found.max_length, "hop", "hops") + ".\n";
        for (const std::string &article : found.shared_articles) {
            text += (article == found.shared_articles.front() ? "Both are named in: " : ", ") + article;
        }
        return text + (found.shared_articles.empty() ? "" : "\n");
    }
    std::string text =
        counted(paths.size(), "path ", "paths ") + ends + (found.answer.has_more ? " (there are more)" : "") + "\n";
    for (std::size_t i = 0; i < paths.size(); ++i) {
        text += "\n" + std::to_string(i + 1) + ". " + counted(paths[i].size(), "hop", "hops") + "\n";
        text += path_text(graph, paths[i]);
    }
    return text;
}

void write_hop(JsonOutput &out, const KnowledgeGraph &graph, const Hop &hop) {
    out.begin_object();
    out.field("from", graph.node(hop.from).id);
    out.field("to", graph.node(hop.to).id);
    out.field("direction", is_forward(graph, hop) ? std::string_view("forward") : std::string_view("backward"));
    out.key("edges");
    out.begin_array();
    for (const EdgeIndex edge : hop.edges) {
        write_edge(out, graph, graph.edge(edge));
    }
    out.end_array();
    out.end_object();
}

void write_paths(JsonOutput &out, const KnowledgeGraph &graph, const PathsFound &found) {
    out.begin_object();
    out.key("from");
    write_chosen(out, graph, found.from);
    out.key("to");
    write_chosen(out, graph, found.to);
    write_count(out, "max_length", found.max_length);
    out.key("has_more");
    out.boolean(found.answer.has_more);
    out.key("shared_articles");
    out.begin_array();
    for (const std::string &article : found.shared_articles) {
        out.string(article);
    }
    out.end_array();
    out.key("paths");
    out.begin_array();
    for (const std::vector<Hop> &path : found.answer.paths) {
        out.break_line();
        out.begin_array();
        for (const Hop &hop : path) {
            write_hop(out, graph, hop);
        }
        out.end_array();
    }
    out.end_array();
    out.end_object();
}

QueryAnswer run_paths(const KnowledgeGraph &graph, const PathsArguments &arguments, const Resources &resources) {
    auto found = std::make_shared<PathsFound>();
    found->from = choose_node(graph, arguments.from, resources);
    found->to = choose_node(graph, arguments.to, resources);
    if (found->from.node == found->to.node) {
        throw UsageError("'" + arguments.from + "' and '" + arguments.to + "'", "two nodes",
                         shown(graph.node(found->from.node)) + " twice");
    }
    PathQuery query = arguments.query;
    query.from = found->from.node;
    query.to = found->to.node;
    query.kinds = read_edge_kinds(arguments.kinds);
    found->max_length = query.max_length;
    query.with_shortcuts = query.through_all;
    found->answer = find_paths(graph, query);
    found->shared_articles = articles_naming_both(graph, query.from, query.to);
    return {[&graph, found] { return paths_text(graph, *found); },
            [&graph, found](JsonOutput &out) { write_paths(out, graph, *found); },
            found->answer.paths.empty() ? ExitStatus::some_refused : ExitStatus::done};
}

QueryRun setup_paths(CLI::App &app) {
    auto arguments = std::make_shared<PathsArguments>();
    app.add_option("from", arguments->from, "Name or id")->type_name("A")->required();
    app.add_option("to", arguments->to, "Name or id")->type_name("B")->required();
    app.add_option("--max-length", arguments->query.max_length, "Most edges of a path (4)")
        ->type_name("N")
        ->check(CLI::Range(1, 12));
    app.add_option("--max-paths", arguments->query.max_paths, "Most paths to show (10)")
        ->type_name("N")
        ->check(CLI::Range(1, 1000));
    app.add_option("--hub-degree", arguments->query.hub_degree, "A node of more edges is a hub (500)")->type_name("N");
    app.add_flag("--directed", arguments->query.directed, "Follow edges only in their direction");
    app.add_flag("--all", arguments->query.through_all, "Pass through articles and hubs too, and show detours");
    add_edge_kinds_option(app, arguments->kinds);
    return [arguments](const KnowledgeGraph &graph, const Resources &resources) {
        return run_paths(graph, *arguments, resources);
    };
}

} // namespace

Query paths_query() {
    return {{.name = "paths",
             .summary = "How two names are connected, with the sentences that say so",
             .details =
                 "The shortest paths come first, among equals those that are told best: by what people say and do "
                 "rather than by offices, as facts, by many articles, and through names that do not stand "
                 "everywhere. Edges are followed in both directions unless --directed is given. Without --all, "
                 "articles, hubs, and a name that two claims merely share are not passed through, and no path is "
                 "shown that has a shortcut.",
             .examples = {{"gainsay query graph.json paths Tolland Abashidze", "How are the two connected?"},
                          {"gainsay query graph.json paths Tolland \"Search Council\" --kinds statement,action",
                           "Only by what people say and do, not by offices and membership"},
                          {"gainsay query graph.json paths Tolland Abashidze --max-length 3 --json",
                           "The same for a program"}},
             .exit_status = "0 a path was found; 1 there is none within that many edges"},
            setup_paths};
}

} // namespace gainsay
