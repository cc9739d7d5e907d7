#include "exporters/dot/drawn_lines.h"

#include "base/number.h"
#include "exporters/table.h"
#include "exporters/text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace gainsay {

namespace {

/// Code points of a name or office at a line.
constexpr std::size_t longest_name = 22;

std::string words_of(const KnowledgeGraph &graph, const EdgeRecord &edge, bool is_alone) {
    if (!edge.title.empty()) {
        return shorten(edge.title, 2 * longest_name);
    }
    if (edge.kind == EdgeKind::denies_word_of) {
        return "denies what " + shorten(graph.node(edge.target).label, longest_name) + " says";
    }
    // The wording of a statement that stands for several is that of one of them.
    if (!is_alone && row(edge.kind).family == EdgeFamily::statement) {
        return edge_label(edge.kind, edge.polarity, Modality::actual);
    }
    return edge_label(edge);
}

} // namespace

std::vector<DrawnLine> drawn_lines(const KnowledgeGraph &graph) {
    using Key = std::tuple<NodeIndex, NodeIndex, std::size_t, Polarity, Modality, bool>;
    std::map<Key, std::size_t> known;
    std::vector<DrawnLine> lines;
    for (EdgeIndex i = 0; i < graph.edges().size(); ++i) {
        const EdgeRecord &edge = graph.edge(i);
        const bool is_statement = row(edge.kind).family == EdgeFamily::statement;
        const bool has_no_direction = is_symmetric(graph, edge);
        const auto [low, high] = std::minmax(edge.source, edge.target);
        // What has a role, an office or relays of its own is told apart by its line.
        const bool is_alone = edge.role.has_value() || !edge.title.empty() || !edge.relayed_by.empty();
        constexpr std::size_t statements_from = 1000;
        constexpr std::size_t single_from = 2000;
        auto look = static_cast<std::size_t>(row(edge.kind).tone);
        if (is_alone) {
            look = single_from + i;
        } else if (is_statement) {
            look = statements_from + static_cast<std::size_t>(edge.kind);
        }
        const Key key = {has_no_direction ? low : edge.source,
                         has_no_direction ? high : edge.target,
                         look,
                         edge.polarity,
                         is_statement ? Modality::actual : edge.modality,
                         has_no_direction};
        const auto [at, is_new] = known.try_emplace(key, lines.size());
        if (is_new) {
            lines.emplace_back();
        }
        lines[at->second].edges.push_back(i);
    }
    return lines;
}

std::string line_label(const KnowledgeGraph &graph, const DrawnLine &line) {
    std::vector<std::string> words;
    for (const EdgeIndex index : line.edges) {
        std::string each = words_of(graph, graph.edge(index), line.edges.size() == 1);
        if (std::find(words.begin(), words.end(), each) == words.end()) {
            words.push_back(std::move(each));
        }
    }
    std::string label;
    for (const std::string &each : words) {
        label.append(label.empty() ? "" : ", ").append(each);
    }
    const bool is_counted =
        line.edges.size() > 1 || row(graph.edge(line.edges.front()).kind).family == EdgeFamily::derived;
    const double weight = std::round(line_weight(graph, line));
    return label + (is_counted && weight > 1 ? " (" + format_rounded(weight, 0) + ")" : "");
}

double line_weight(const KnowledgeGraph &graph, const DrawnLine &line) {
    double weight = 0;
    for (const EdgeIndex index : line.edges) {
        weight += graph.edge(index).weight;
    }
    return weight;
}

} // namespace gainsay
