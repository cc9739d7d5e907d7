#include "query/neighbors.h"

#include <algorithm>

namespace gainsay {

std::vector<Neighbor> neighbors(const KnowledgeGraph &graph, NodeIndex node, const std::vector<EdgeKind> &kinds) {
    std::vector<Neighbor> found;
    for (const EdgeIndex edge : graph.out_edges(node)) {
        found.push_back({edge, graph.edge(edge).target, true});
    }
    for (const EdgeIndex edge : graph.in_edges(node)) {
        // An edge to itself is said once.
        if (graph.edge(edge).source != node) {
            found.push_back({edge, graph.edge(edge).source, false});
        }
    }
    if (!kinds.empty()) {
        std::erase_if(found, [&](const Neighbor &neighbor) {
            return std::find(kinds.begin(), kinds.end(), graph.edge(neighbor.edge).kind) == kinds.end();
        });
    }
    std::stable_sort(found.begin(), found.end(), [&](const Neighbor &a, const Neighbor &b) {
        return graph.edge(a.edge).weight > graph.edge(b.edge).weight;
    });
    return found;
}

} // namespace gainsay
