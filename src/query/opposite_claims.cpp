#include "query/opposite_claims.h"

#include <map>
#include <numeric>

namespace gainsay {

OppositeClaims::OppositeClaims(const KnowledgeGraph &graph)
    : leader_(graph.nodes().size()), is_turned_(graph.nodes().size(), false) {
    std::iota(leader_.begin(), leader_.end(), NodeIndex{0});
    std::vector<bool> is_seen(graph.nodes().size(), false);
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        if (!is_seen[i]) {
            spread(graph, i, is_seen);
        }
    }
}

void OppositeClaims::spread(const KnowledgeGraph &graph, NodeIndex start, std::vector<bool> &is_seen) {
    std::vector<NodeIndex> group = {start};
    std::map<NodeIndex, bool> turned = {{start, false}};
    bool is_consistent = true;
    for (std::size_t at = 0; at < group.size(); ++at) {
        const NodeIndex claim = group[at];
        is_seen[claim] = true;
        std::vector<EdgeIndex> edges = graph.out_edges(claim);
        const std::vector<EdgeIndex> incoming = graph.in_edges(claim);
        edges.insert(edges.end(), incoming.begin(), incoming.end());
        for (const EdgeIndex index : edges) {
            const EdgeRecord &edge = graph.edge(index);
            if (edge.kind != EdgeKind::contradicts) {
                continue;
            }
            const NodeIndex other = edge.source == claim ? edge.target : edge.source;
            const auto [known, is_new] = turned.try_emplace(other, !turned.at(claim));
            if (is_new) {
                group.push_back(other);
            } else if (known->second == turned.at(claim)) {
                is_consistent = false;
            }
        }
    }
    if (!is_consistent) {
        return;
    }
    for (const auto &[claim, is_turned] : turned) {
        leader_[claim] = start;
        is_turned_[claim] = is_turned;
    }
}

} // namespace gainsay
