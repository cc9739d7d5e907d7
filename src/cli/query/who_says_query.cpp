#include "cli/query/answer_parts.h"
#include "cli/query/filter_options.h"
#include "cli/query/query.h"
#include "cli/query/statement_parts.h"
#include "cli/query/text_layout.h"
#include "query/claim_search.h"

#include <CLI/CLI.hpp>

#include <cmath>
#include <memory>

namespace gainsay {

namespace {

struct WhoSaysArguments {
    std::vector<std::string> words;
    std::size_t most = 5;
};

struct WhoSaysFound {
    explicit WhoSaysFound(const KnowledgeGraph &graph) : articles(graph) {}

    ArticleIndex articles;
    std::string words;
    std::vector<ClaimMatch> matches;
    std::size_t all = 0;
};

std::string joined(const std::vector<std::string> &texts, std::string_view between) {
    std::string result;
    for (const std::string &text : texts) {
        result.append(result.empty() ? "" : between).append(text);
    }
    return result;
}

/// "all 4 words", "3 of 4 words, without: radar".
std::string fit_text(const ClaimMatch &match) {
    const std::size_t asked = match.found.size() + match.missing.size();
    if (match.missing.empty()) {
        return asked == 1 ? "the word" : "all " + std::to_string(asked) + " words";
    }
    return std::to_string(match.found.size()) + " of " + std::to_string(asked) +
           " words, without: " + joined(match.missing, ", ");
}

std::string speakers_text(const KnowledgeGraph &graph, const WhoSaysFound &found) {
    if (found.matches.empty()) {
        return "No claim has half of the words \"" + found.words + "\".\n";
    }
    const std::size_t width = page_width();
    std::string text = counted(found.all, "claim", "claims") +
                       (found.matches.size() < found.all ? ", the best " + std::to_string(found.matches.size()) + "\n"
                                                         : std::string("\n"));
    for (std::size_t i = 0; i < found.matches.size(); ++i) {
        const ClaimMatch &match = found.matches[i];
        const NodeRecord &claim = graph.node(match.claim);
        text += "\n" + paragraph(std::to_string(i + 1) + ". " + claim.label, width, 0, answer_indent);
        text += context_paragraph(claim, width, answer_indent);
        const std::size_t sources = independent_sources(graph, match.claim, found.articles);
        text += paragraph(fit_text(match) + (claim.status ? "; " + std::string(name(*claim.status)) : "") + ", " +
                              counted(sources, "independent article", "independent articles") + "  [" + claim.id + "]",
                          width, answer_indent, answer_indent);
        const std::vector<std::string> lines = statement_lines(
            graph, found.articles, statements_on(graph, match.claim, found.articles), width - answer_indent);
        text += lines.empty() ? "" : "\n" + side_by_side(lines, {}, 0, answer_indent);
    }
    return text;
}

void write_words(JsonOutput &out, std::string_view key, const std::vector<std::string> &words) {
    out.key(key);
    out.begin_array();
    for (const std::string &word : words) {
        out.string(word);
    }
    out.end_array();
}

void write_speakers(JsonOutput &out, const KnowledgeGraph &graph, const WhoSaysFound &found) {
    out.begin_object();
    out.field("words", found.words);
    write_count(out, "count", found.all);
    out.key("claims");
    out.begin_array();
    for (const ClaimMatch &match : found.matches) {
        out.break_line();
        out.begin_object();
        out.key("claim");
        write_claim(out, graph, found.articles, match.claim);
        constexpr double hundredths = 100;
        out.field("score", std::round(match.score * hundredths) / hundredths);
        write_words(out, "found", match.found);
        write_words(out, "missing", match.missing);
        write_statements(out, graph, found.articles, "statements", statements_on(graph, match.claim, found.articles));
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

QueryAnswer run_who_says(const KnowledgeGraph &graph, const WhoSaysArguments &arguments, const Resources &resources) {
    auto found = std::make_shared<WhoSaysFound>(graph);
    found->words = joined(arguments.words, " ");
    found->matches =
        search_claims(graph, found->articles, load_word_forms(resources), found->words, load_country_names(resources));
    found->all = found->matches.size();
    if (found->matches.size() > arguments.most) {
        found->matches.resize(arguments.most);
    }
    return {[&graph, found] { return speakers_text(graph, *found); },
            [&graph, found](JsonOutput &out) { write_speakers(out, graph, *found); },
            found->matches.empty() ? ExitStatus::some_refused : ExitStatus::done};
}

QueryRun setup_who_says(CLI::App &app) {
    auto arguments = std::make_shared<WhoSaysArguments>();
    app.add_option("words", arguments->words, "Words of the claim, in any form and order")
        ->type_name("WORDS")
        ->required();
    app.add_option("--max", arguments->most, "Show only the best of them (5)")
        ->type_name("N")
        ->check(CLI::Range(1, 1000000));
    return [arguments](const KnowledgeGraph &graph, const Resources &resources) {
        return run_who_says(graph, *arguments, resources);
    };
}

} // namespace

Query who_says_query() {
    return {{.name = "who-says",
             .summary = "Who asserts, denies or demands what these words say",
             .details = "Finds claims by words and shows every statement on them. A word fits in all its forms "
                        R"(("agreed", "agreement"), by a synonym, or by another name of what the claim is about )"
                        "(\"Kremlin\" for Russia). Claims with at least half of the words are shown, the best first.",
             .examples = {{"gainsay query graph.json who-says \"agreed to share radar data\"",
                           "Who says so, who denies it, and in which words"},
                          {"gainsay query graph.json who-says radar --max 1 --json", "The best claim, for a program"}},
             .exit_status = "0 there are some; 1 there are none"},
            setup_who_says};
}

Query who_query() {
    Query query = who_says_query();
    query.page.name = "who";
    query.page.summary = "Short for who-says";
    query.page.examples = {{"gainsay query graph.json who shares radar data", "Who says so, and who denies it"},
                           {"gainsay query graph.json who radar --max 1 --json", "The best claim, for a program"}};
    return query;
}

} // namespace gainsay
