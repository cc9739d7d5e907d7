#include "base/error.h"
#include "cli/query/answer_parts.h"
#include "cli/query/filter_options.h"
#include "cli/query/query.h"
#include "cli/query/statement_parts.h"
#include "cli/query/text_layout.h"
#include "query/comparison.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace gainsay {

namespace {

struct CompareArguments {
    std::string first;
    std::string second;
};

struct CompareFound {
    explicit CompareFound(const KnowledgeGraph &graph) : articles(graph) {}

    ArticleIndex articles;
    std::string first;
    std::string second;
    std::vector<std::string> first_documents;
    std::vector<std::string> second_documents;
    Comparison comparison;
};

/// What a side has of a claim or event, in lines: its statements, else where it mentions it.
std::vector<std::string> report_lines(const KnowledgeGraph &graph, const ArticleIndex &articles,
                                      const SideReport &report, const std::vector<std::string> &documents,
                                      std::size_t width) {
    if (!report.edges.empty()) {
        return statement_lines(graph, articles, report.edges, width, &documents);
    }
    std::vector<std::string> lines;
    const std::vector<Mention> &mentions = graph.node(report.node).mentions;
    for (const std::size_t i : report.mentions) {
        for (const std::string &line : wrap("“" + mentions[i].text + "”", width)) {
            lines.push_back(line);
        }
        lines.push_back("  " + article_line(articles, mentions[i].document));
    }
    return lines;
}

std::string difference_text(const KnowledgeGraph &graph, const CompareFound &found, const Difference &difference) {
    const auto value = [](const std::string &text) { return text.empty() ? std::string("nothing") : text; };
    std::string what;
    switch (difference.kind) {
    case DifferenceKind::stance:
    case DifferenceKind::participants:
        what = graph.node(*difference.actor).label;
        break;
    case DifferenceKind::date:
        what = "date";
        break;
    case DifferenceKind::detail:
        what = difference.key;
    }
    return what + ": " + found.first + " has " + value(difference.first) + ", " + found.second + " has " +
           value(difference.second);
}

std::string shared_text(const KnowledgeGraph &graph, const CompareFound &found, const SharedReport &shared) {
    const std::size_t width = page_width();
    std::string text = paragraph(shown(graph.node(shared.first.node)), width, 0, answer_indent);
    for (const Difference &difference : shared.differences) {
        text += paragraph("≠ " + difference_text(graph, found, difference), width, answer_indent, answer_indent + 2);
    }
    text += shared.differences.empty() ? "" : "\n";
    const std::size_t half = (width - answer_indent - column_gap) / 2;
    const bool fits = half >= narrowest_column;
    const std::size_t column = fits ? half : width - answer_indent;
    std::vector<std::string> left = {found.first, std::string(std::min(column, text_width(found.first)), '-')};
    std::vector<std::string> right = {found.second, std::string(std::min(column, text_width(found.second)), '-')};
    const auto append = [](std::vector<std::string> &lines, const std::vector<std::string> &more) {
        lines.insert(lines.end(), more.begin(), more.end());
    };
    append(left, report_lines(graph, found.articles, shared.first, found.first_documents, column));
    append(right, report_lines(graph, found.articles, shared.second, found.second_documents, column));
    if (fits) {
        return text + side_by_side(left, right, half, answer_indent);
    }
    return text + side_by_side(left, {}, column, answer_indent) + "\n" + side_by_side(right, {}, column, answer_indent);
}

std::string only_text(const KnowledgeGraph &graph, const CompareFound &found, const std::string &outlet,
                      const std::vector<SideReport> &reports, const std::vector<std::string> &documents) {
    const std::size_t width = page_width();
    std::string text =
        "\nONLY IN " + outlet + ": " + counted(reports.size(), "claim or event", "claims and events") + "\n";
    for (const SideReport &report : reports) {
        text += "\n" + paragraph(shown(graph.node(report.node)), width, 0, answer_indent);
        text += side_by_side(report_lines(graph, found.articles, report, documents, width - answer_indent), {}, 0,
                             answer_indent);
    }
    return text;
}

std::string comparison_text(const KnowledgeGraph &graph, const CompareFound &found) {
    const Comparison &comparison = found.comparison;
    const auto differing =
        static_cast<std::size_t>(std::count_if(comparison.shared.begin(), comparison.shared.end(),
                                               [](const SharedReport &shared) { return !shared.differences.empty(); }));
    std::string text = found.first + " (" + counted(found.first_documents.size(), "article", "articles") + ") and " +
                       found.second + " (" + counted(found.second_documents.size(), "article", "articles") + ")\n\n" +
                       "BOTH: " + counted(comparison.shared.size(), "claim or event", "claims and events") + ", " +
                       std::to_string(differing) + " told differently\n";
    for (const SharedReport &shared : comparison.shared) {
        text += "\n" + shared_text(graph, found, shared);
    }
    text += only_text(graph, found, found.first, comparison.only_first, found.first_documents);
    return text + only_text(graph, found, found.second, comparison.only_second, found.second_documents);
}

void write_report(JsonOutput &out, const KnowledgeGraph &graph, const CompareFound &found, const SideReport &report) {
    out.begin_object();
    out.key("about");
    write_claim(out, graph, found.articles, report.node);
    out.key("edges");
    out.begin_array();
    for (const EdgeIndex edge : report.edges) {
        write_edge(out, graph, graph.edge(edge));
    }
    out.end_array();
    out.key("mentions");
    out.begin_array();
    for (const std::size_t i : report.mentions) {
        const Mention &mention = graph.node(report.node).mentions[i];
        write_mention(out, mention);
    }
    out.end_array();
    out.end_object();
}

void write_reports(JsonOutput &out, const KnowledgeGraph &graph, const CompareFound &found, std::string_view key,
                   const std::vector<SideReport> &reports) {
    out.key(key);
    out.begin_array();
    for (const SideReport &report : reports) {
        out.break_line();
        write_report(out, graph, found, report);
    }
    out.end_array();
}

void write_side(JsonOutput &out, std::string_view key, const std::string &outlet,
                const std::vector<std::string> &documents) {
    out.key(key);
    out.begin_object();
    out.field("outlet", outlet);
    out.key("documents");
    out.begin_array();
    for (const std::string &document : documents) {
        out.string(document);
    }
    out.end_array();
    out.end_object();
}

void write_difference(JsonOutput &out, const KnowledgeGraph &graph, const Difference &difference) {
    const auto text_or_null = [&out](std::string_view key, const std::string &text) {
        out.key(key);
        if (text.empty()) {
            out.null();
        } else {
            out.string(text);
        }
    };
    out.begin_object();
    out.field("kind", name(difference.kind));
    out.key("actor");
    if (difference.actor) {
        write_node(out, graph.node(*difference.actor));
    } else {
        out.null();
    }
    text_or_null("key", difference.key);
    text_or_null("first", difference.first);
    text_or_null("second", difference.second);
    out.end_object();
}

void write_comparison(JsonOutput &out, const KnowledgeGraph &graph, const CompareFound &found) {
    out.begin_object();
    write_side(out, "first", found.first, found.first_documents);
    write_side(out, "second", found.second, found.second_documents);
    out.key("shared");
    out.begin_array();
    for (const SharedReport &shared : found.comparison.shared) {
        out.break_line();
        out.begin_object();
        out.key("differences");
        out.begin_array();
        for (const Difference &difference : shared.differences) {
            write_difference(out, graph, difference);
        }
        out.end_array();
        out.key("first");
        write_report(out, graph, found, shared.first);
        out.key("second");
        write_report(out, graph, found, shared.second);
        out.end_object();
    }
    out.end_array();
    write_reports(out, graph, found, "only_first", found.comparison.only_first);
    write_reports(out, graph, found, "only_second", found.comparison.only_second);
    out.end_object();
}

/// As its own articles call it.
std::string outlet_name(const ArticleIndex &articles, const std::vector<std::string> &documents) {
    return std::string(articles.outlet(documents.front()));
}

QueryAnswer run_compare(const KnowledgeGraph &graph, const CompareArguments &arguments) {
    auto found = std::make_shared<CompareFound>(graph);
    found->first_documents = read_outlet(found->articles, arguments.first);
    found->second_documents = read_outlet(found->articles, arguments.second);
    if (found->first_documents == found->second_documents) {
        throw UsageError("'" + arguments.first + "' and '" + arguments.second + "'", "two outlets",
                         "the same articles");
    }
    found->first = outlet_name(found->articles, found->first_documents);
    found->second = outlet_name(found->articles, found->second_documents);
    found->comparison = compare_reports(graph, found->articles, found->first_documents, found->second_documents);
    return {[&graph, found] { return comparison_text(graph, *found); },
            [&graph, found](JsonOutput &out) { write_comparison(out, graph, *found); }};
}

QueryRun setup_compare(CLI::App &app) {
    auto arguments = std::make_shared<CompareArguments>();
    app.add_option("first", arguments->first, "An outlet, or the id of an article")->type_name("OUTLET")->required();
    app.add_option("second", arguments->second, "Another")->type_name("OUTLET")->required();
    return [arguments](const KnowledgeGraph &graph, const Resources & /*resources*/) {
        return run_compare(graph, *arguments);
    };
}

} // namespace

Query compare_query() {
    return {{.name = "compare",
             .summary = "What two outlets report alike, differently, or alone",
             .details = "Claims and events that both report come first, those that they tell differently before the "
                        "others: an actor's stand, a date, who took part. Then what only one of them has.",
             .examples = {{R"(gainsay query graph.json compare "Harbor Post" "Tbilisi Courier")",
                           "What the one tells and the other does not"},
                          {"gainsay query graph.json compare harbor_post wire-1 --json",
                           "Two articles by their ids, for a program"}},
             .exit_status = ""},
            setup_compare};
}

} // namespace gainsay
