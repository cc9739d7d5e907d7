#include "query/name_search.h"

#include "base/content_id.h"
#include "base/error.h"
#include "base/utf8.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace gainsay {

namespace {

std::vector<std::string_view> words_of(std::string_view key) {
    std::vector<std::string_view> words;
    while (!key.empty()) {
        const std::size_t end = std::min(key.find('-'), key.size());
        words.push_back(key.substr(0, end));
        key.remove_prefix(std::min(end + 1, key.size()));
    }
    return words;
}

std::u32string code_points(std::string_view text) {
    std::u32string points;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        points.push_back(point.value);
        i += point.length;
    }
    return points;
}

/// How many letters are wrong, missing, too many or swapped with their neighbour (optimal string alignment).
std::size_t distance(const std::u32string &a, const std::u32string &b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        last[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        before.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

bool is_near(std::string_view a, std::string_view b, std::size_t most) {
    // Bytes differ by at least as much as letters of one to four bytes can.
    if (a.size() > b.size() + 4 * most || b.size() > a.size() + 4 * most) {
        return false;
    }
    return distance(code_points(a), code_points(b)) <= most;
}

/// Typing errors that a word of that many bytes may have; short words have too many neighbours.
std::size_t forgiven(std::size_t letters) {
    constexpr std::size_t short_word = 4;
    constexpr std::size_t long_word = 8;
    return letters < short_word ? 0 : letters < long_word ? 1 : 2;
}

/// Whether every word of `part` is one of `whole`, each another one. `is_same(part word, whole word, is last word)`.
template <class Same>
bool has_words(const std::vector<std::string_view> &whole, const std::vector<std::string_view> &part, Same is_same) {
    std::vector<bool> used(whole.size(), false);
    for (std::size_t i = 0; i < part.size(); ++i) {
        std::size_t at = 0;
        while (at < whole.size() && (used[at] || !is_same(part[i], whole[at], i + 1 == part.size()))) {
            ++at;
        }
        if (at == whole.size()) {
            return false;
        }
        used[at] = true;
    }
    return !part.empty();
}

/// The last word may be unfinished.
bool is_same_word(std::string_view part, std::string_view whole, bool is_last) {
    return part == whole || (is_last && whole.starts_with(part));
}

bool is_near_word(std::string_view part, std::string_view whole, bool /*is_last*/) {
    return part == whole || is_near(part, whole, forgiven(part.size()));
}

/// What the user asked for, in all the forms it is compared in.
struct Question {
    std::string_view text;
    std::string key;
    std::vector<std::string_view> words;
    std::vector<std::string> countries;
};

std::vector<std::string> office_names(const NodeRecord &node) {
    std::vector<std::string> names;
    if (node.kind != NodeKind::Person) {
        return names;
    }
    names.push_back(loose_name(text_attribute(node, "position")));
    const auto titles = node.attributes.find("titles");
    if (titles != node.attributes.end()) {
        if (const auto *list = std::get_if<std::vector<std::string>>(&titles->second)) {
            for (const std::string &title : *list) {
                names.push_back(loose_name(title));
            }
        }
    }
    return names;
}

std::optional<NameFit> fit_of(const NodeRecord &node, const Question &question) {
    const std::string &key = question.key;
    if (node.id == question.text) {
        return NameFit::id;
    }
    if (key.empty()) {
        return node.label == question.text ? std::optional(NameFit::label) : std::nullopt;
    }
    std::vector<std::string> names = {loose_name(node.label)};
    if (names.front() == key) {
        return NameFit::label;
    }
    for (const std::string &alias : node.aliases) {
        names.push_back(loose_name(alias));
        if (names.back() == key) {
            return NameFit::alias;
        }
    }
    if (node.kind == NodeKind::Document) {
        return std::nullopt;
    }
    if (node.kind == NodeKind::Country &&
        std::binary_search(question.countries.begin(), question.countries.end(), text_attribute(node, "country"))) {
        return NameFit::country;
    }
    const auto any_has = [&](const std::vector<std::string> &texts, auto is_same) {
        return std::any_of(texts.begin(), texts.end(),
                           [&](const std::string &each) { return has_words(words_of(each), question.words, is_same); });
    };
    if (any_has(names, is_same_word)) {
        return NameFit::words;
    }
    if (any_has(office_names(node), is_same_word)) {
        return NameFit::office;
    }
    if (is_actor(node.kind) || node.kind == NodeKind::Place) {
        const bool is_whole = std::any_of(names.begin(), names.end(), [&](const std::string &each) {
            return is_near(each, key, forgiven(key.size()));
        });
        if (is_whole || any_has(names, is_near_word)) {
            return NameFit::misspelt;
        }
    }
    return std::nullopt;
}

/// Label and alias are as good as each other.
int rank_of(NameFit fit) {
    return static_cast<int>(fit == NameFit::alias ? NameFit::label : fit);
}

std::string nearest_names(const KnowledgeGraph &graph, const std::string &key) {
    constexpr std::size_t most_names = 3;
    const std::u32string asked = code_points(key);
    std::vector<std::pair<std::size_t, NodeIndex>> near;
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        if (!is_actor(graph.node(i).kind)) {
            continue;
        }
        std::vector<std::string> names = {loose_name(graph.node(i).label)};
        for (const std::string &alias : graph.node(i).aliases) {
            names.push_back(loose_name(alias));
        }
        std::size_t least = asked.size();
        for (const std::string &name : names) {
            least = std::min(least, distance(asked, code_points(name)));
            for (const std::string_view word : words_of(name)) {
                least = std::min(least, distance(asked, code_points(word)));
            }
        }
        // More than half of the letters wrong is no likeness.
        if (2 * least <= asked.size()) {
            near.emplace_back(least, i);
        }
    }
    std::sort(near.begin(), near.end());
    std::string text;
    for (std::size_t i = 0; i < near.size() && i < most_names; ++i) {
        text += (text.empty() ? "" : ", ") + graph.node(near[i].second).label;
    }
    return text;
}

} // namespace

std::string loose_name(std::string_view text) {
    std::string key = slug(text);
    if (key.starts_with("the-")) {
        key.erase(0, 4);
    }
    return key;
}

std::vector<NameMatch> find_by_name(const KnowledgeGraph &graph, std::string_view text, std::size_t most,
                                    const CountryNames &countries) {
    Question question{text, loose_name(text), {}, countries.codes(text)};
    question.words = words_of(question.key);
    std::vector<NameMatch> matches;
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        if (const auto fit = fit_of(graph.node(i), question)) {
            matches.push_back({i, *fit});
        }
    }
    const auto rank = [&](const NameMatch &match) {
        return std::tuple(rank_of(match.fit), !is_actor(graph.node(match.node).kind),
                          graph.nodes().size() + graph.edges().size() - graph.degree(match.node), match.fit,
                          match.node);
    };
    std::sort(matches.begin(), matches.end(),
              [&](const NameMatch &a, const NameMatch &b) { return rank(a) < rank(b); });
    if (matches.size() > most) {
        matches.resize(most);
    }
    return matches;
}

NameChoice choose_by_name(const KnowledgeGraph &graph, std::string_view text, const CountryNames &countries) {
    constexpr std::size_t most = 10;
    const std::vector<NameMatch> matches = find_by_name(graph, text, most, countries);
    if (matches.empty()) {
        const std::string near = nearest_names(graph, loose_name(text));
        throw UsageError("'" + std::string(text) + "'", "a name or id in the graph",
                         near.empty() ? "nothing like it" : "nothing like it; the nearest are: " + near);
    }
    NameChoice choice{matches[0], {}};
    for (std::size_t i = 1; i < matches.size(); ++i) {
        if (rank_of(matches[i].fit) == rank_of(matches[0].fit)) {
            choice.others.push_back(matches[i].node);
        }
    }
    return choice;
}

NodeIndex resolve_name(const KnowledgeGraph &graph, std::string_view text, std::vector<NodeIndex> *others) {
    NameChoice choice = choose_by_name(graph, text);
    if (others != nullptr) {
        others->insert(others->end(), choice.others.begin(), choice.others.end());
    }
    return choice.chosen.node;
}

} // namespace gainsay
