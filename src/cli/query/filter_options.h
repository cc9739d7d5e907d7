#pragma once

#include "base/resources.h"
#include "query/claim_search.h"
#include "query/country_names.h"
#include "query/statements.h"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace gainsay {

/// --actor, --since, --until and --outlet as they stand on the command line.
struct FilterArguments {
    std::vector<std::string> actors;
    std::string since;
    std::string until;
    std::string outlet;
};

void add_actor_option(CLI::App &app, FilterArguments &arguments);
/// --since and --until.
void add_period_options(CLI::App &app, FilterArguments &arguments);
void add_outlet_option(CLI::App &app, FilterArguments &arguments);

/// The nodes that loose names mean; see choose_node().
std::vector<NodeIndex> read_nodes(const KnowledgeGraph &graph, const std::vector<std::string> &names,
                                  const Resources &resources);
/// Throws UsageError for what is no ISO 8601 date, or an end before the beginning.
Period read_period(const FilterArguments &arguments);
/// The documents of an outlet, sorted. Throws UsageError that shows the outlets of the graph if it has none of it.
std::vector<std::string> read_outlet(const ArticleIndex &articles, const std::string &outlet);
/// The same for --outlet; nothing where it was not given.
std::optional<std::vector<std::string>> read_outlet(const ArticleIndex &articles, const FilterArguments &arguments);

/// Which words are the same, by the resources of English.
WordForms load_word_forms(const Resources &resources);
/// What stands for which state, by the same.
CountryNames load_country_names(const Resources &resources);

} // namespace gainsay
