#include "cli/query/filter_options.h"

#include "base/error.h"
#include "base/resources.h"
#include "cli/query/answer_parts.h"

#include <CLI/CLI.hpp>

#include <fstream>
#include <iterator>

namespace gainsay {

namespace {

std::optional<Date> read_date(const std::string &option, const std::string &text) {
    if (text.empty()) {
        return std::nullopt;
    }
    const auto date = parse_date(text);
    if (!date) {
        throw UsageError(option, "a date like 2014-10-28, 2014-10 or 2014", "'" + text + "'");
    }
    return date;
}

std::string read_resource(const Resources &resources, std::string_view name) {
    const std::filesystem::path path = resources.path(name);
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (file.bad() || !file.is_open()) {
        throw ModelError(path.string(), "cannot be read");
    }
    return text;
}

} // namespace

void add_actor_option(CLI::App &app, FilterArguments &arguments) {
    app.add_option("--actor", arguments.actors, "Only where this one makes a statement; may stand several times")
        ->type_name("NAME")
        ->allow_extra_args(false);
}

void add_period_options(CLI::App &app, FilterArguments &arguments) {
    app.add_option("--since", arguments.since, "Only what is dated this day, month or year, or later")
        ->type_name("DATE");
    app.add_option("--until", arguments.until, "Only what is dated this day, month or year, or earlier")
        ->type_name("DATE");
}

void add_outlet_option(CLI::App &app, FilterArguments &arguments) {
    app.add_option("--outlet", arguments.outlet, "Only what this outlet (or article) reports")->type_name("NAME");
}

std::vector<NodeIndex> read_nodes(const KnowledgeGraph &graph, const std::vector<std::string> &names,
                                  const Resources &resources) {
    std::vector<NodeIndex> nodes;
    nodes.reserve(names.size());
    for (const std::string &each : names) {
        nodes.push_back(choose_node(graph, each, resources).node);
    }
    return nodes;
}

Period read_period(const FilterArguments &arguments) {
    const Period period{read_date("--since", arguments.since), read_date("--until", arguments.until)};
    if (period.since && period.until && days_covered(*period.until).last < days_covered(*period.since).first) {
        throw UsageError("--until", "a date not before --since " + arguments.since, "'" + arguments.until + "'");
    }
    return period;
}

std::vector<std::string> read_outlet(const ArticleIndex &articles, const std::string &outlet) {
    std::vector<std::string> documents = articles.published_by(outlet);
    if (documents.empty()) {
        constexpr std::size_t most_shown = 12;
        std::string known;
        std::size_t shown = 0;
        for (const auto &[name, count] : articles.outlets()) {
            known += shown == 0 ? "" : ", ";
            known += shown < most_shown ? name : "…";
            if (++shown > most_shown) {
                break;
            }
        }
        throw UsageError("outlet '" + outlet + "'",
                         known.empty() ? "an outlet, but the graph has no articles" : "one of the graph's: " + known,
                         "none of its articles");
    }
    return documents;
}

std::optional<std::vector<std::string>> read_outlet(const ArticleIndex &articles, const FilterArguments &arguments) {
    return arguments.outlet.empty() ? std::nullopt : std::optional(read_outlet(articles, arguments.outlet));
}

CountryNames load_country_names(const Resources &resources) {
    return CountryNames(read_resource(resources, "en/countries.tsv"));
}

WordForms load_word_forms(const Resources &resources) {
    return {read_resource(resources, "en/word_endings.tsv"), read_resource(resources, "en/claim_synonyms.tsv"),
            read_resource(resources, "en/question_words.txt")};
}

} // namespace gainsay
