#pragma once

#include "graph/knowledge_graph.h"
#include "query/country_names.h"

#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// How well a name fits, the best first.
enum class NameFit {
    id,
    label,
    alias,
    /// What stands for the state by the table of countries: capital, seat of government, adjective, people.
    country,
    /// Some of the name's words.
    words,
    /// Words of the person's office ("Russian foreign minister").
    office,
    /// Nearly the name's letters.
    misspelt
};

struct NameMatch {
    NodeIndex node = 0;
    NameFit fit = NameFit::id;

    friend bool operator==(const NameMatch &, const NameMatch &) = default;
};

/// "the-federal-police" and "Federal Police" are one: folded, accents and punctuation dropped, without an article.
std::string loose_name(std::string_view text);

/// Nodes that a user may mean by `text`: by id, label, alias (without regard to case, accents, punctuation and a
/// leading article), by what stands for a country, by some of the name's words in any order, by a person's office, or
/// misspelt. The best fit comes first (label and alias are as good), among equals actors, then the node with more
/// edges. Documents only by id or whole label.
std::vector<NameMatch> find_by_name(const KnowledgeGraph &graph, std::string_view text, std::size_t most = 10,
                                    const CountryNames &countries = {});

/// The node that a name means, and how it was understood.
struct NameChoice {
    NameMatch chosen;
    /// Others that fit as well.
    std::vector<NodeIndex> others;
};

/// The best match. Throws UsageError that shows what is near if nothing fits.
NameChoice choose_by_name(const KnowledgeGraph &graph, std::string_view text, const CountryNames &countries = {});

/// The node meant: as above.
NodeIndex resolve_name(const KnowledgeGraph &graph, std::string_view text, std::vector<NodeIndex> *others = nullptr);

} // namespace gainsay
