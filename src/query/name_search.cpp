#include "query/name_search.h"

#include "base/content_id.h"
#include "base/error.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace gainsay {

namespace {

/// "the-federal-police" and "Federal Police" are one.
std::string name_key(std::string_view text) {
    std::string key = slug(text);
    if (key.starts_with("the-")) {
        key.erase(0, 4);
    }
    return key;
}

/// Whether every word of `part` stands in `whole`, in order; the last one may be unfinished.
bool has_words(std::string_view whole, std::string_view part) {
    std::size_t at = 0;
    while (!part.empty()) {
        const std::size_t end = std::min(part.find('-'), part.size());
        const std::string_view word = part.substr(0, end);
        const bool is_last = end == part.size();
        for (;; ++at) {
            at = whole.find(word, at);
            if (at == std::string_view::npos) {
                return false;
            }
            const bool starts_word = at == 0 || whole[at - 1] == '-';
            const bool ends_word = at + word.size() == whole.size() || whole[at + word.size()] == '-';
            if (starts_word && (ends_word || is_last)) {
                break;
            }
        }
        at += word.size();
        part.remove_prefix(is_last ? part.size() : end + 1);
    }
    return true;
}

/// Whether at most `most` letters are wrong, missing or too many.
bool is_near(std::string_view a, std::string_view b, std::size_t most) {
    if (a.size() > b.size() + most || b.size() > a.size() + most) {
        return false;
    }
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row[b.size()] <= most;
}

std::optional<NameFit> fit_of(const NodeRecord &node, std::string_view text, const std::string &key) {
    if (node.id == text) {
        return NameFit::id;
    }
    if (key.empty()) {
        return node.label == text ? std::optional(NameFit::label) : std::nullopt;
    }
    const std::string label = name_key(node.label);
    if (label == key) {
        return NameFit::label;
    }
    if (node.kind == NodeKind::Document) {
        return std::nullopt;
    }
    std::vector<std::string> names = {label};
    for (const std::string &alias : node.aliases) {
        names.push_back(name_key(alias));
        if (names.back() == key) {
            return NameFit::alias;
        }
    }
    for (const std::string &name : names) {
        if (has_words(name, key)) {
            return NameFit::words;
        }
    }
    // One letter in five may be wrong; short names have too many neighbours.
    constexpr std::size_t shortest_misspelt = 4;
    if (is_actor(node.kind) && key.size() >= shortest_misspelt) {
        for (const std::string &name : names) {
            if (is_near(name, key, 1 + key.size() / 6)) {
                return NameFit::misspelt;
            }
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<NameMatch> find_by_name(const KnowledgeGraph &graph, std::string_view text, std::size_t most) {
    const std::string key = name_key(text);
    std::vector<NameMatch> matches;
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        if (const auto fit = fit_of(graph.node(i), text, key)) {
            matches.push_back({i, *fit});
        }
    }
    const auto rank = [&](const NameMatch &match) {
        return std::tuple(match.fit, !is_actor(graph.node(match.node).kind),
                          graph.nodes().size() + graph.edges().size() - graph.degree(match.node), match.node);
    };
    std::sort(matches.begin(), matches.end(),
              [&](const NameMatch &a, const NameMatch &b) { return rank(a) < rank(b); });
    if (matches.size() > most) {
        matches.resize(most);
    }
    return matches;
}

NodeIndex resolve_name(const KnowledgeGraph &graph, std::string_view text, std::vector<NodeIndex> *others) {
    const std::vector<NameMatch> matches = find_by_name(graph, text);
    if (matches.empty()) {
        throw UsageError("'" + std::string(text) + "'", "a name or id in the graph", "nothing like it");
    }
    if (others != nullptr) {
        for (std::size_t i = 1; i < matches.size(); ++i) {
            if (matches[i].fit == matches[0].fit) {
                others->push_back(matches[i].node);
            }
        }
    }
    return matches[0].node;
}

} // namespace gainsay
