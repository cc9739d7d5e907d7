#include "cli/help/choices.h"
#include "cli/query/answer_parts.h"
#include "cli/query/filter_options.h"
#include "cli/query/query.h"
#include "cli/query/statement_parts.h"
#include "cli/query/text_layout.h"
#include "query/review.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cmath>
#include <memory>

namespace gainsay {

namespace {

struct ReviewArguments {
    FilterArguments filter;
    std::string only;
    bool lines = false;
    std::size_t most = 0;
};

struct ReviewFound {
    explicit ReviewFound(const KnowledgeGraph &graph) : articles(graph) {}

    ArticleIndex articles;
    std::vector<Reading> readings;
    std::size_t all = 0;
};

/// Lines of an override file that say what becomes of a reading.
struct Verdicts {
    std::vector<std::string> accept;
    std::vector<std::string> remove;
    /// With a word in capitals for what the user fills in.
    std::vector<std::string> correct;
};

constexpr std::size_t sentence_indent = 5;
constexpr std::size_t article_indent = 7;

Verdicts verdicts_of(const KnowledgeGraph &graph, const Reading &reading) {
    Verdicts result;
    if (!reading.statement) {
        result.accept = {"same | " + reading.merge.first + " | " + reading.merge.second};
        result.remove = {"different | " + reading.merge.first + " | " + reading.merge.second};
        return result;
    }
    std::vector<std::string> places;
    for (const Evidence &piece : graph.edge(*reading.statement).evidence) {
        const std::string place = statement_place(piece);
        if (!place.empty() && std::find(places.begin(), places.end(), place) == places.end()) {
            places.push_back(place);
        }
    }
    for (const std::string &place : places) {
        result.accept.push_back("accept | " + place);
        result.remove.push_back("drop | " + place);
        result.correct.push_back("speaker | " + place + " | NAME");
        result.correct.push_back("stance | " + place + " | STANCE");
        result.correct.push_back("apart | " + place);
    }
    return result;
}

std::string degree(double sureness) {
    constexpr double half = 0.5;
    constexpr double percent = 100;
    return std::string(sureness < half ? "very unsure" : "unsure") + ", " +
           std::to_string(static_cast<int>(std::floor(percent * sureness))) + " of 100 such are right";
}

/// "Sand" of "Sand@varna".
std::string name_in(const std::string &end) {
    return end.substr(0, end.rfind('@'));
}

/// "John Kerry asserts “…”"; "Are “Sand” and “Viktor Sand” both Viktor Sand? …".
std::string subject(const KnowledgeGraph &graph, const Reading &reading) {
    if (reading.statement) {
        const EdgeRecord &edge = graph.edge(*reading.statement);
        return graph.node(edge.source).label + " " + edge_label(edge) + " " + quoted_label(graph.node(edge.target));
    }
    const std::string label = quoted_label(graph.node(reading.node));
    if (graph.node(reading.node).kind == NodeKind::Claim) {
        return "Do both state that " + label + "? Joined because: " + reading.merge.reason;
    }
    return "Are “" + name_in(reading.merge.first) + "” and “" + name_in(reading.merge.second) + "” both " + label +
           "? Joined because: " + reading.merge.reason;
}

std::vector<const Evidence *> sentences_of(const KnowledgeGraph &graph, const Reading &reading) {
    std::vector<const Evidence *> found;
    if (reading.statement) {
        for (const Evidence &piece : graph.edge(*reading.statement).evidence) {
            found.push_back(&piece);
        }
        return found;
    }
    for (const std::string *end : {&reading.merge.first, &reading.merge.second}) {
        if (const Evidence *piece = sentence_of(graph, reading.node, *end)) {
            found.push_back(piece);
        }
    }
    return found;
}

/// Of names that were joined: where each stands, with a sentence if the graph has one.
std::string ends_text(const KnowledgeGraph &graph, const ReviewFound &found, const Reading &reading,
                      std::size_t width) {
    std::string text;
    for (const std::string *end : {&reading.merge.first, &reading.merge.second}) {
        const std::string document = end->substr(end->rfind('@') + 1);
        const Evidence *piece = sentence_of(graph, reading.node, *end);
        text += paragraph("“" + name_in(*end) + "”: " + article_line(found.articles, document), width, sentence_indent,
                          article_indent);
        text += piece == nullptr ? "" : paragraph("“" + piece->text + "”", width, article_indent, article_indent);
    }
    return text;
}

std::string review_text(const KnowledgeGraph &graph, const ReviewFound &found) {
    if (found.readings.empty()) {
        return "Nothing to check.\n";
    }
    std::string text = counted(found.all, "reading", "readings") + " to check";
    text += found.readings.size() < found.all ? ", the first " + std::to_string(found.readings.size()) + "\n" : "\n";
    const std::size_t width = page_width();
    for (std::size_t i = 0; i < found.readings.size(); ++i) {
        const Reading &reading = found.readings[i];
        text += "\n" + paragraph(std::to_string(i + 1) + ". " + subject(graph, reading), width, 0, answer_indent);
        text += paragraph(degree(reading.sureness) + (reading.is_disputed ? "; in a dispute" : ""), width,
                          answer_indent, answer_indent);
        if (!reading.statement && graph.node(reading.node).kind != NodeKind::Claim) {
            text += ends_text(graph, found, reading, width);
        }
        const std::vector<const Evidence *> sentences =
            reading.statement || graph.node(reading.node).kind == NodeKind::Claim ? sentences_of(graph, reading)
                                                                                  : std::vector<const Evidence *>();
        for (std::size_t k = 0; k < std::min(sentences.size(), most_sentences); ++k) {
            text += paragraph("“" + sentences[k]->text + "”", width, sentence_indent, sentence_indent);
            text +=
                paragraph(article_line(found.articles, sentences[k]->document), width, article_indent, article_indent);
        }
        if (sentences.size() > most_sentences) {
            text += paragraph("… and " + counted(sentences.size() - most_sentences, "more sentence", "more sentences") +
                                  "; --lines has a line for each",
                              width, sentence_indent, sentence_indent);
        }
        const Verdicts verdicts = verdicts_of(graph, reading);
        // Lines to be copied are not broken.
        const auto add = [&text](const char *head, const std::vector<std::string> &lines, std::size_t most) {
            for (std::size_t k = 0; k < std::min(lines.size(), most); ++k) {
                text += std::string(answer_indent, ' ') + (k == 0 ? head : "          ") + lines[k] + "\n";
            }
        };
        constexpr std::size_t kinds_of_correction = 3;
        add("right:    ", verdicts.accept, most_sentences);
        add("wrong:    ", verdicts.remove, most_sentences);
        add("or:       ", verdicts.correct, kinds_of_correction);
    }
    return text;
}

/// An override file in which everything is a comment.
std::string lines_of(const KnowledgeGraph &graph, const ReviewFound &found) {
    std::string text = "# Readings to check. Take the \"# \" from the line that is right, then:\n"
                       "# gainsay build ARTICLES --overrides THIS_FILE -o graph.json\n";
    for (std::size_t i = 0; i < found.readings.size(); ++i) {
        const Reading &reading = found.readings[i];
        text += "\n## " + std::to_string(i + 1) + ". " + on_one_line(subject(graph, reading)) + "\n## " +
                degree(reading.sureness) + "\n";
        for (const Evidence *piece : sentences_of(graph, reading)) {
            text += "##    " + on_one_line(piece->text) + "  (" + article_line(found.articles, piece->document) + ")\n";
        }
        const Verdicts verdicts = verdicts_of(graph, reading);
        for (const std::vector<std::string> *lines : {&verdicts.accept, &verdicts.remove, &verdicts.correct}) {
            for (const std::string &line : *lines) {
                text += "# " + line + "\n";
            }
        }
    }
    return text;
}

void write_list(JsonOutput &out, std::string_view key, const std::vector<std::string> &lines) {
    out.key(key);
    out.begin_array();
    for (const std::string &line : lines) {
        out.string(line);
    }
    out.end_array();
}

void write_review(JsonOutput &out, const KnowledgeGraph &graph, const ReviewFound &found) {
    out.begin_object();
    write_count(out, "count", found.all);
    out.key("readings");
    out.begin_array();
    for (const Reading &reading : found.readings) {
        out.break_line();
        out.begin_object();
        out.field("kind", reading.statement ? "statement" : "merge");
        out.key("sureness");
        out.number(reading.sureness);
        out.key("is_disputed");
        out.boolean(reading.is_disputed);
        out.key("node");
        write_node(out, graph.node(reading.node));
        out.key("statement");
        if (reading.statement) {
            write_statement(out, graph, found.articles, *reading.statement);
        } else {
            out.null();
        }
        out.key("merge");
        if (reading.statement) {
            out.null();
        } else {
            out.begin_object();
            out.field("first", reading.merge.first);
            out.field("second", reading.merge.second);
            out.field("reason", reading.merge.reason);
            out.key("sentences");
            out.begin_array();
            for (const Evidence *piece : sentences_of(graph, reading)) {
                write_evidence(out, graph, *piece);
            }
            out.end_array();
            out.end_object();
        }
        const Verdicts verdicts = verdicts_of(graph, reading);
        write_list(out, "accept", verdicts.accept);
        write_list(out, "remove", verdicts.remove);
        write_list(out, "correct", verdicts.correct);
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

/// Whether the reading is of one of the actors, as a speaker or as who was joined.
bool concerns(const KnowledgeGraph &graph, const Reading &reading, const std::vector<NodeIndex> &actors) {
    const NodeIndex actor = reading.statement ? graph.edge(*reading.statement).source : reading.node;
    return actors.empty() || std::find(actors.begin(), actors.end(), actor) != actors.end();
}

QueryAnswer run_review(const KnowledgeGraph &graph, const ReviewArguments &arguments, const Resources &resources) {
    auto found = std::make_shared<ReviewFound>(graph);
    const std::vector<NodeIndex> actors = read_nodes(graph, arguments.filter.actors, resources);
    const std::optional<std::vector<std::string>> documents = read_outlet(found->articles, arguments.filter);
    for (Reading &reading : list_readings(graph, found->articles)) {
        const std::vector<const Evidence *> sentences = sentences_of(graph, reading);
        const bool is_told = !documents || std::any_of(sentences.begin(), sentences.end(), [&](const Evidence *piece) {
            return std::binary_search(documents->begin(), documents->end(), piece->document);
        });
        const bool is_asked =
            arguments.only.empty() || (arguments.only == "statements") == reading.statement.has_value();
        if (is_asked && is_told && concerns(graph, reading, actors)) {
            found->readings.push_back(std::move(reading));
        }
    }
    found->all = found->readings.size();
    if (arguments.most > 0 && found->readings.size() > arguments.most) {
        found->readings.resize(arguments.most);
    }
    const bool lines = arguments.lines;
    return {[&graph, found, lines] { return lines ? lines_of(graph, *found) : review_text(graph, *found); },
            [&graph, found](JsonOutput &out) { write_review(out, graph, *found); },
            found->readings.empty() ? ExitStatus::some_refused : ExitStatus::done};
}

QueryRun setup_review(CLI::App &app) {
    auto arguments = std::make_shared<ReviewArguments>();
    limit_choices(*app.add_option("--only", arguments->only, "Statements or merges alone")->type_name("KIND"),
                  {{"statements", "what somebody is said to have said"}, {"merges", "what was taken for one"}});
    add_actor_option(app, arguments->filter);
    add_outlet_option(app, arguments->filter);
    app.add_flag("--lines", arguments->lines, "A file for --overrides: every line is a comment until you uncomment it");
    app.add_option("--max", arguments->most, "Show only the first of them; all without")
        ->type_name("N")
        ->check(CLI::Range(1, 1000000));
    return [arguments](const KnowledgeGraph &graph, const Resources &resources) {
        return run_review(graph, *arguments, resources);
    };
}

} // namespace

Query review_query() {
    return {{.name = "review",
             .summary = "What should be checked first: the weakest statements and merges that matter most",
             .details = "Statements that are right with a probability below 0.8, and names or claims that were joined "
                        "for a reason that often fails. What is likelier wrong, what stands in a dispute, what many "
                        "articles tell and who says much come first. Each has the lines for an override file that "
                        "accept, remove or correct it.",
             .examples = {{"gainsay query graph.json review --max 20", "The twenty that gain most from a look"},
                          {"gainsay query graph.json review --lines -o corrections.txt",
                           "A file to edit, for gainsay build --overrides corrections.txt"},
                          {"gainsay query graph.json review --only merges --actor Tolland",
                           "Which names were taken for Tolland's"}},
             .exit_status = "0 there are some; 1 there are none"},
            setup_review};
}

} // namespace gainsay
