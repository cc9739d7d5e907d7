#include "query/statements.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace gainsay {

std::string_view name_of(Side side) {
    switch (side) {
    case Side::in_favor:
        return "for";
    case Side::against:
        return "against";
    case Side::neither:
        break;
    }
    return "neither";
}

When when(const EdgeRecord &edge, const ArticleIndex &articles) {
    if (!edge.date.empty()) {
        return {edge.date, false};
    }
    When first;
    for (const Evidence &piece : edge.evidence) {
        const std::string_view published = articles.published(piece.document);
        if (!published.empty() && (first.date.empty() || published < first.date)) {
            first = {std::string(published), true};
        }
    }
    return first;
}

bool Period::contains(std::string_view date) const {
    if (is_open()) {
        return true;
    }
    const auto interval = parse_interval(date);
    if (!interval) {
        return false;
    }
    // "2014" reaches to its last day, and "until 2014" takes the whole year in.
    const Date first = days_covered(interval->first).first;
    const Date last = days_covered(interval->last).last;
    return (!since || last >= days_covered(*since).first) && (!until || first <= days_covered(*until).last);
}

std::vector<EdgeIndex> statements_on(const KnowledgeGraph &graph, NodeIndex target, const ArticleIndex &articles) {
    std::vector<std::tuple<bool, std::string, EdgeIndex>> found;
    for (const EdgeIndex edge : graph.in_edges(target)) {
        if (row(graph.edge(edge).kind).family == EdgeFamily::statement) {
            When date = when(graph.edge(edge), articles);
            found.emplace_back(date.date.empty(), std::move(date.date), edge);
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<EdgeIndex> edges;
    edges.reserve(found.size());
    for (const auto &[is_unknown, date, edge] : found) {
        edges.push_back(edge);
    }
    return edges;
}

bool is_told_by(const EdgeRecord &edge, const std::vector<std::string> &documents) {
    return std::any_of(edge.evidence.begin(), edge.evidence.end(), [&](const Evidence &piece) {
        return std::binary_search(documents.begin(), documents.end(), piece.document);
    });
}

std::size_t independent_sources(const KnowledgeGraph &graph, const std::vector<EdgeIndex> &edges,
                                const ArticleIndex &articles) {
    std::set<std::string_view> originals;
    for (const EdgeIndex edge : edges) {
        for (const Evidence &piece : graph.edge(edge).evidence) {
            originals.insert(articles.original(piece.document));
        }
    }
    return originals.size();
}

std::size_t independent_sources(const KnowledgeGraph &graph, NodeIndex node, const ArticleIndex &articles) {
    const auto &attributes = graph.node(node).attributes;
    const auto counted = attributes.find("sources");
    if (counted != attributes.end()) {
        if (const auto *number = std::get_if<std::int64_t>(&counted->second); number != nullptr && *number > 0) {
            return static_cast<std::size_t>(*number);
        }
    }
    return independent_sources(graph, statements_on(graph, node, articles), articles);
}

} // namespace gainsay
