#include "query/statistics.h"

#include "base/date.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace gainsay {

namespace {

void widen(std::optional<DateInterval> &all, std::string_view date) {
    const auto interval = parse_interval(date);
    if (!interval) {
        return;
    }
    if (!all) {
        all = interval;
    }
    all->first = std::min(all->first, interval->first);
    all->last = std::max(all->last, interval->last);
}

std::vector<NodeIndex> busiest(const KnowledgeGraph &graph, std::size_t most) {
    std::vector<NodeIndex> actors;
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        if (is_actor(graph.node(i).kind)) {
            actors.push_back(i);
        }
    }
    std::stable_sort(actors.begin(), actors.end(),
                     [&](NodeIndex a, NodeIndex b) { return graph.degree(a) > graph.degree(b); });
    actors.resize(std::min(actors.size(), most));
    return actors;
}

} // namespace

Statistics count(const KnowledgeGraph &graph) {
    constexpr std::size_t most_actors = 10;
    Statistics result;
    result.nodes = graph.nodes().size();
    result.edges = graph.edges().size();
    std::map<NodeKind, std::size_t> nodes;
    std::map<EdgeKind, std::size_t> edges;
    std::set<std::string_view> documents;
    std::optional<DateInterval> dates;
    for (const NodeRecord &node : graph.nodes()) {
        ++nodes[node.kind];
        result.disputed_claims += node.status == ClaimStatus::disputed ? 1U : 0U;
        if (node.kind == NodeKind::Event) {
            widen(dates, text_attribute(node, "date"));
        }
        for (const Mention &mention : node.mentions) {
            documents.insert(mention.document);
        }
    }
    for (const EdgeRecord &edge : graph.edges()) {
        ++edges[edge.kind];
        result.sentences += edge.evidence.size();
        widen(dates, edge.date);
        for (const Evidence &piece : edge.evidence) {
            documents.insert(piece.document);
        }
    }
    result.node_kinds.assign(nodes.begin(), nodes.end());
    result.edge_kinds.assign(edges.begin(), edges.end());
    result.documents = documents.size();
    result.busiest_actors = busiest(graph, most_actors);
    result.dates = dates ? format(*dates) : "";
    return result;
}

} // namespace gainsay
