#include "base/error.h"
#include "cli/query/answer_parts.h"
#include "cli/query/filter_options.h"
#include "cli/query/query.h"
#include "cli/query/statement_parts.h"
#include "cli/query/text_layout.h"
#include "query/name_search.h"
#include "query/timeline.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace gainsay {

namespace {

struct TimelineArguments {
    std::string subject;
    FilterArguments filter;
};

struct TimelineFound {
    explicit TimelineFound(const KnowledgeGraph &graph) : articles(graph) {}

    ArticleIndex articles;
    ChosenNode subject;
    std::vector<TimelineEntry> entries;
};

/// The node of a name; where no actor has it, the claim that has most of the words.
ChosenNode choose_subject(const KnowledgeGraph &graph, const ArticleIndex &articles, const std::string &text,
                          const Resources &resources) {
    const std::vector<NameMatch> names = find_by_name(graph, text, 1, load_country_names(resources));
    if (!names.empty() && (names.front().fit <= NameFit::alias || is_actor(graph.node(names.front().node).kind))) {
        return choose_node(graph, text, resources);
    }
    const std::vector<ClaimMatch> claims =
        search_claims(graph, articles, load_word_forms(resources), text, load_country_names(resources));
    if (claims.empty()) {
        return choose_node(graph, text, resources);
    }
    ChosenNode chosen{text, claims.front().claim, {}};
    for (std::size_t i = 1; i < claims.size() && claims[i].score >= claims.front().score; ++i) {
        chosen.others.push_back(claims[i].claim);
    }
    std::cerr << "gainsay: '" << text << "' taken as the claim '" << graph.node(chosen.node).label << "'"
              << (chosen.others.empty()
                      ? ""
                      : "; " + counted(chosen.others.size(), "other has", "others have") + " the same words")
              << "\n";
    return chosen;
}

std::string sentence_lines(const ArticleIndex &articles, std::string_view document, std::string_view text,
                           std::size_t width) {
    return paragraph("“" + std::string(text) + "”", width, answer_indent + 2, answer_indent + 2) +
           paragraph(article_line(articles, document), width, answer_indent + 4, answer_indent + 4);
}

/// "suspended: United States → commission".
std::string edge_line(const KnowledgeGraph &graph, const EdgeRecord &edge) {
    return graph.node(edge.source).label + " " + edge_label(edge) + " " + quoted_label(graph.node(edge.target));
}

std::string event_text(const KnowledgeGraph &graph, const ArticleIndex &articles, const TimelineEntry &entry,
                       std::size_t width) {
    const NodeRecord &event = graph.node(*entry.event);
    std::string text;
    for (const EdgeIndex edge : entry.edges) {
        text += paragraph(edge_line(graph, graph.edge(edge)), width, answer_indent, answer_indent + 2);
    }
    if (text.empty()) {
        text += paragraph(event.label, width, answer_indent, answer_indent + 2);
    }
    for (std::size_t i = 0; i < event.mentions.size() && i < most_sentences; ++i) {
        text += sentence_lines(articles, event.mentions[i].document, event.mentions[i].text, width);
    }
    if (event.mentions.size() > most_sentences) {
        text += paragraph("… and " + counted(event.mentions.size() - most_sentences, "more sentence", "more sentences"),
                          width, answer_indent + 2, answer_indent + 2);
    }
    for (const Variant &variant : entry.discrepancies) {
        text += paragraph("but " + std::string(articles.outlet(variant.document)) + " has " +
                              (variant.key == "date" ? "" : variant.key + " ") + variant.value + "  [" +
                              variant.document + "]",
                          width, answer_indent, answer_indent + 2);
    }
    return text;
}

std::string edge_text(const KnowledgeGraph &graph, const TimelineFound &found, const TimelineEntry &entry,
                      std::size_t width) {
    const EdgeRecord &edge = graph.edge(entry.edges.front());
    // A claim's own label need not be repeated in its own timeline.
    const bool is_known = edge.target == found.subject.node && graph.node(edge.target).kind == NodeKind::Claim;
    const std::string head = is_known ? graph.node(edge.source).label + " " + edge_label(edge) : edge_line(graph, edge);
    std::string text = paragraph(head, width, answer_indent, answer_indent + 2);
    std::size_t shown_pieces = 0;
    for (const Evidence &piece : edge.evidence) {
        if (shown_pieces++ == most_sentences) {
            text +=
                paragraph("… and " + counted(edge.evidence.size() - most_sentences, "more sentence", "more sentences"),
                          width, answer_indent + 2, answer_indent + 2);
            break;
        }
        text += sentence_lines(found.articles, piece.document, piece.text, width);
    }
    return text;
}

std::string timeline_text(const KnowledgeGraph &graph, const TimelineFound &found) {
    const std::size_t width = page_width();
    std::string text =
        paragraph(shown(graph.node(found.subject.node)) + ": " + counted(found.entries.size(), "entry", "entries"),
                  width, 0, answer_indent);
    std::string last = "-";
    for (const TimelineEntry &entry : found.entries) {
        const std::string date = entry.when.date.empty() ? "without a date" : shown(entry.when);
        if (date != last) {
            text += "\n" + date + "\n";
            last = date;
        }
        text += entry.event ? event_text(graph, found.articles, entry, width) : edge_text(graph, found, entry, width);
    }
    return text;
}

void write_entry(JsonOutput &out, const KnowledgeGraph &graph, const TimelineEntry &entry) {
    out.begin_object();
    write_when(out, entry.when);
    out.key("event");
    if (entry.event) {
        const NodeRecord &event = graph.node(*entry.event);
        out.begin_object();
        out.field("id", event.id);
        out.field("kind", name(event.kind));
        out.field("label", event.label);
        out.key("mentions");
        out.begin_array();
        for (const Mention &mention : event.mentions) {
            write_mention(out, mention);
        }
        out.end_array();
        out.end_object();
    } else {
        out.null();
    }
    out.key("edges");
    out.begin_array();
    for (const EdgeIndex edge : entry.edges) {
        write_edge(out, graph, graph.edge(edge));
    }
    out.end_array();
    out.key("discrepancies");
    out.begin_array();
    for (const Variant &variant : entry.discrepancies) {
        out.begin_object();
        out.field("document", variant.document);
        out.field("key", variant.key);
        out.field("value", variant.value);
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

void write_timeline(JsonOutput &out, const KnowledgeGraph &graph, const TimelineFound &found) {
    out.begin_object();
    out.key("subject");
    write_chosen(out, graph, found.subject);
    out.key("entries");
    out.begin_array();
    for (const TimelineEntry &entry : found.entries) {
        out.break_line();
        write_entry(out, graph, entry);
    }
    out.end_array();
    out.end_object();
}

QueryAnswer run_timeline(const KnowledgeGraph &graph, const TimelineArguments &arguments, const Resources &resources) {
    auto found = std::make_shared<TimelineFound>(graph);
    const Period period = read_period(arguments.filter);
    found->subject = choose_subject(graph, found->articles, arguments.subject, resources);
    found->entries = timeline(graph, found->articles, found->subject.node, period);
    return {[&graph, found] { return timeline_text(graph, *found); },
            [&graph, found](JsonOutput &out) { write_timeline(out, graph, *found); },
            found->entries.empty() ? ExitStatus::some_refused : ExitStatus::done};
}

QueryRun setup_timeline(CLI::App &app) {
    auto arguments = std::make_shared<TimelineArguments>();
    app.add_option("subject", arguments->subject, "A name, words of a claim, or an id")
        ->type_name("ACTOR|CLAIM")
        ->required();
    add_period_options(app, arguments->filter);
    return [arguments](const KnowledgeGraph &graph, const Resources &resources) {
        return run_timeline(graph, *arguments, resources);
    };
}

} // namespace

Query timeline_query() {
    return {{.name = "timeline",
             .summary = "What an actor says and does, or what is said of a claim, by date",
             .details = "Statements and events stand at their own date, else at the day on which the first article "
                        "that tells them was published; what has neither comes at the end. Where articles give "
                        "different dates for one event, each is shown.",
             .examples = {{"gainsay query graph.json timeline Tolland", "What Tolland says and does"},
                          {"gainsay query graph.json timeline \"agreed to share radar data\" --since 2031-04",
                           "How the claim went through the papers"}},
             .exit_status = "0 there is something; 1 there is nothing"},
            setup_timeline};
}

} // namespace gainsay
