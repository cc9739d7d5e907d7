#include "cli/help/choices.h"
#include "cli/query/answer_parts.h"
#include "cli/query/filter_options.h"
#include "cli/query/query.h"
#include "cli/query/statement_parts.h"
#include "cli/query/text_layout.h"
#include "query/claim_search.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>
#include <memory>

namespace gainsay {

namespace {

struct ClaimsArguments {
    FilterArguments filter;
    std::string status;
    std::vector<std::string> about;
    std::string words;
    std::size_t most = 0;
};

struct ClaimsFound {
    explicit ClaimsFound(const KnowledgeGraph &graph) : articles(graph) {}

    ArticleIndex articles;
    std::vector<NodeIndex> claims;
    std::size_t all = 0;
};

/// "asserts: John Kerry, State Department; denies: Sergei Lavrov".
std::string stands(const KnowledgeGraph &graph, const std::vector<EdgeIndex> &edges) {
    std::map<EdgeKind, std::vector<NodeIndex>> actors;
    for (const EdgeIndex edge : edges) {
        std::vector<NodeIndex> &sources = actors[graph.edge(edge).kind];
        if (std::find(sources.begin(), sources.end(), graph.edge(edge).source) == sources.end()) {
            sources.push_back(graph.edge(edge).source);
        }
    }
    std::string text;
    for (const auto &[kind, sources] : actors) {
        text += (text.empty() ? "" : "; ") + std::string(row(kind).label) + ":";
        for (const NodeIndex source : sources) {
            text += (source == sources.front() ? " " : ", ") + graph.node(source).label;
        }
    }
    return text;
}

std::string claims_text(const KnowledgeGraph &graph, const ClaimsFound &found) {
    if (found.claims.empty()) {
        return "No claims.\n";
    }
    std::string text = counted(found.all, "claim", "claims");
    text += found.claims.size() < found.all ? ", the first " + std::to_string(found.claims.size()) + "\n" : "\n";
    const std::size_t width = page_width();
    for (const NodeIndex claim : found.claims) {
        const NodeRecord &node = graph.node(claim);
        const std::size_t sources = independent_sources(graph, claim, found.articles);
        text += "\n" + paragraph(node.label, width, 0, answer_indent) + context_paragraph(node, width, answer_indent);
        const std::string status = node.status ? std::string(name(*node.status)) : std::string("without status");
        text += paragraph(status + ", " + counted(sources, "independent article", "independent articles") + "  [" +
                              node.id + "]",
                          width, answer_indent, answer_indent);
        text += paragraph(stands(graph, statements_on(graph, claim, found.articles)), width, answer_indent,
                          answer_indent + 2);
    }
    return text;
}

void write_claims(JsonOutput &out, const KnowledgeGraph &graph, const ClaimsFound &found) {
    out.begin_object();
    write_count(out, "count", found.all);
    out.key("claims");
    out.begin_array();
    for (const NodeIndex claim : found.claims) {
        out.break_line();
        out.begin_object();
        out.key("claim");
        write_claim(out, graph, found.articles, claim);
        write_statements(out, graph, found.articles, "statements", statements_on(graph, claim, found.articles));
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

QueryAnswer run_claims(const KnowledgeGraph &graph, const ClaimsArguments &arguments, const Resources &resources) {
    auto found = std::make_shared<ClaimsFound>(graph);
    ClaimQuery query;
    query.actors = read_nodes(graph, arguments.filter.actors, resources);
    query.about = read_nodes(graph, arguments.about, resources);
    query.period = read_period(arguments.filter);
    query.documents = read_outlet(found->articles, arguments.filter);
    query.words = arguments.words;
    query.status = parse_word<ClaimStatus>(arguments.status);
    found->claims =
        find_claims(graph, found->articles, load_word_forms(resources), query, load_country_names(resources));
    found->all = found->claims.size();
    if (arguments.most > 0 && found->claims.size() > arguments.most) {
        found->claims.resize(arguments.most);
    }
    return {[&graph, found] { return claims_text(graph, *found); },
            [&graph, found](JsonOutput &out) { write_claims(out, graph, *found); },
            found->claims.empty() ? ExitStatus::some_refused : ExitStatus::done};
}

std::vector<Choice> status_choices() {
    std::vector<Choice> choices;
    for (const std::string_view each : names_of<ClaimStatus>()) {
        choices.push_back({std::string(each), std::string(description(*parse_word<ClaimStatus>(each)))});
    }
    return choices;
}

QueryRun setup_claims(CLI::App &app) {
    auto arguments = std::make_shared<ClaimsArguments>();
    add_actor_option(app, arguments->filter);
    limit_choices(*app.add_option("--status", arguments->status, "Only claims of this status")->type_name("STATUS"),
                  status_choices());
    app.add_option("--about", arguments->about, "Only claims about this one; may stand several times")
        ->type_name("NAME")
        ->allow_extra_args(false);
    app.add_option("--words", arguments->words, "Only claims that have all these words, in any form")
        ->type_name("WORDS");
    add_period_options(app, arguments->filter);
    add_outlet_option(app, arguments->filter);
    app.add_option("--max", arguments->most, "Show only the first of them; all without")
        ->type_name("N")
        ->check(CLI::Range(1, 1000000));
    return [arguments](const KnowledgeGraph &graph, const Resources &resources) {
        return run_claims(graph, *arguments, resources);
    };
}

} // namespace

Query claims_query() {
    return {{.name = "claims",
             .summary = "What is claimed, by the number of independent articles that tell it",
             .details = "An article that reprints another counts with it. Words are compared loosely: other forms of "
                        "the word, synonyms, and other names of what the claim is about fit too.",
             .examples = {{"gainsay query graph.json claims --status denied", "What is denied and nobody asserts"},
                          {"gainsay query graph.json claims --actor Tolland --about Georgia",
                           "What Tolland says of Georgia"},
                          {"gainsay query graph.json claims --words \"radar data\"", "What is said of radar data"}},
             .exit_status = "0 there are some; 1 there are none"},
            setup_claims};
}

} // namespace gainsay
