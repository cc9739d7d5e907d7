#include "cli/query/answer_parts.h"
#include "cli/query/filter_options.h"
#include "cli/query/query.h"
#include "cli/query/statement_parts.h"
#include "cli/query/text_layout.h"
#include "query/disputes.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace gainsay {

namespace {

struct DisputesArguments {
    FilterArguments filter;
    std::size_t most = 0;
};

struct DisputesFound {
    explicit DisputesFound(const KnowledgeGraph &graph) : articles(graph) {}

    ArticleIndex articles;
    std::vector<Dispute> disputes;
    /// How many there are before --max cut them.
    std::size_t all = 0;
};

using Lines = std::vector<std::string>;

void add(Lines &lines, const Lines &more) {
    lines.insert(lines.end(), more.begin(), more.end());
}

Lines column(const KnowledgeGraph &graph, const DisputesFound &found, std::string_view head,
             const std::vector<EdgeIndex> &edges, std::size_t width) {
    Lines lines = wrap(head, width);
    lines.emplace_back(std::min(width, text_width(lines.empty() ? "" : lines.front())), '-');
    add(lines, statement_lines(graph, found.articles, edges, width));
    return lines;
}

std::string dispute_text(const KnowledgeGraph &graph, const DisputesFound &found, std::size_t number,
                         const Dispute &dispute) {
    const std::size_t width = page_width();
    const NodeRecord &claim = graph.node(dispute.claim);
    std::string text = paragraph(std::to_string(number) + ". " + claim.label, width, 0, answer_indent);
    text += context_paragraph(claim, width, answer_indent);
    if (dispute.opposite) {
        text += paragraph("contradicted by: " + graph.node(*dispute.opposite).label, width, answer_indent,
                          answer_indent + 2);
        text += context_paragraph(graph.node(*dispute.opposite), width, answer_indent);
    }
    std::string about = counted(dispute.sources, "independent article", "independent articles");
    about += dispute.latest.empty() ? "" : ", the last statement " + dispute.latest;
    text +=
        paragraph(about + "  [" + claim.id + (dispute.opposite ? ", " + graph.node(*dispute.opposite).id : "") + "]",
                  width, answer_indent, answer_indent);
    const std::string_view left_head = dispute.opposite ? "They say the first" : "They say it is so";
    const std::string_view right_head = dispute.opposite ? "They say the second" : "They deny it";
    const std::size_t half = (width - answer_indent - column_gap) / 2;
    text += "\n";
    if (half >= narrowest_column) {
        text += side_by_side(column(graph, found, left_head, dispute.holding, half),
                             column(graph, found, right_head, dispute.opposing, half), half, answer_indent);
    } else {
        const std::size_t whole = width - answer_indent;
        text += side_by_side(column(graph, found, left_head, dispute.holding, whole), {}, whole, answer_indent);
        text +=
            "\n" + side_by_side(column(graph, found, right_head, dispute.opposing, whole), {}, whole, answer_indent);
    }
    if (!dispute.others.empty()) {
        text += "\n" + side_by_side(column(graph, found, "Others", dispute.others, width - answer_indent), {}, 0,
                                    answer_indent);
    }
    return text;
}

std::string disputes_text(const KnowledgeGraph &graph, const DisputesFound &found) {
    if (found.disputes.empty()) {
        return "No disputes.\n";
    }
    std::string text = counted(found.all, "dispute", "disputes");
    text += found.disputes.size() < found.all ? ", the first " + std::to_string(found.disputes.size()) + "\n" : "\n";
    for (std::size_t i = 0; i < found.disputes.size(); ++i) {
        text += "\n" + dispute_text(graph, found, i + 1, found.disputes[i]);
    }
    return text;
}

void write_disputes(JsonOutput &out, const KnowledgeGraph &graph, const DisputesFound &found) {
    out.begin_object();
    write_count(out, "count", found.all);
    out.key("disputes");
    out.begin_array();
    for (const Dispute &dispute : found.disputes) {
        out.break_line();
        out.begin_object();
        out.key("claim");
        write_claim(out, graph, found.articles, dispute.claim);
        out.key("opposite");
        if (dispute.opposite) {
            write_claim(out, graph, found.articles, *dispute.opposite);
        } else {
            out.null();
        }
        write_count(out, "sources", dispute.sources);
        out.key("latest");
        if (dispute.latest.empty()) {
            out.null();
        } else {
            out.string(dispute.latest);
        }
        write_statements(out, graph, found.articles, "holding", dispute.holding);
        write_statements(out, graph, found.articles, "opposing", dispute.opposing);
        write_statements(out, graph, found.articles, "others", dispute.others);
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

QueryAnswer run_disputes(const KnowledgeGraph &graph, const DisputesArguments &arguments, const Resources &resources) {
    auto found = std::make_shared<DisputesFound>(graph);
    DisputeQuery query;
    query.actors = read_nodes(graph, arguments.filter.actors, resources);
    query.period = read_period(arguments.filter);
    query.documents = read_outlet(found->articles, arguments.filter);
    found->disputes = find_disputes(graph, found->articles, query);
    found->all = found->disputes.size();
    if (arguments.most > 0 && found->disputes.size() > arguments.most) {
        found->disputes.resize(arguments.most);
    }
    return {[&graph, found] { return disputes_text(graph, *found); },
            [&graph, found](JsonOutput &out) { write_disputes(out, graph, *found); },
            found->disputes.empty() ? ExitStatus::some_refused : ExitStatus::done};
}

QueryRun setup_disputes(CLI::App &app) {
    auto arguments = std::make_shared<DisputesArguments>();
    add_actor_option(app, arguments->filter);
    add_period_options(app, arguments->filter);
    add_outlet_option(app, arguments->filter);
    app.add_option("--max", arguments->most, "Show only the first of them; all without")
        ->type_name("N")
        ->check(CLI::Range(1, 1000000));
    return [arguments](const KnowledgeGraph &graph, const Resources &resources) {
        return run_disputes(graph, *arguments, resources);
    };
}

} // namespace

Query disputes_query() {
    return {{.name = "disputes",
             .summary = "Who says that it is so and who denies it, the sentences side by side",
             .details = "A dispute is a claim that one actor asserts and another denies, or two claims that contradict "
                        "each other. Those that most independent articles tell come first. A statement's date is its "
                        "own where the article gives one, else the day the article was published.",
             .examples = {{"gainsay query graph.json disputes", "Everything that is disputed"},
                          {"gainsay query graph.json disputes --actor Tolland --since 2031-04-05",
                           "In which Tolland takes part, with something new since that day"},
                          {"gainsay query graph.json disputes --outlet \"Harbor Post\" --json",
                           "That this paper reports on, for a program"}},
             .exit_status = "0 there are some; 1 there are none"},
            setup_disputes};
}

} // namespace gainsay
