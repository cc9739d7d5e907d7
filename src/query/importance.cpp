#include "query/importance.h"

#include "query/subgraph.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace gainsay {

namespace {

/// What is shown whole or not at all: a claim or event with everybody at it, or one edge between other nodes.
struct Unit {
    double score = 0;
    std::vector<NodeIndex> nodes;
};

/// Lines that a picture can hold, for each of its nodes.
constexpr double edges_per_node = 1.6;

double edge_score(const EdgeRecord &edge) {
    double score = std::log2(1 + edge.weight);
    switch (row(edge.kind).family) {
    case EdgeFamily::statement:
    case EdgeFamily::action:
    case EdgeFamily::comparison:
        return score;
    case EdgeFamily::derived:
        return edge.kind == EdgeKind::denies_word_of ? 2 * score : 0.1 * score;
    case EdgeFamily::structure:
        if (edge.kind == EdgeKind::about || edge.kind == EdgeKind::located_in) {
            return 0.1 * score;
        }
        // An office stands in its holder's box too.
        return (edge.kind == EdgeKind::holds_position ? 0.3 : 0.5) * score;
    case EdgeFamily::provenance:
        score *= 0.05;
    }
    return score;
}

double status_factor(const NodeRecord &node) {
    if (!node.status) {
        return 1;
    }
    switch (*node.status) {
    case ClaimStatus::disputed:
        return 4;
    case ClaimStatus::denied:
    case ClaimStatus::retracted:
        return 2;
    case ClaimStatus::asserted:
        break;
    }
    return 1;
}

/// Worth a line only where there is no other: who speaks of whom, what stands in which article.
bool is_faint(EdgeKind kind) {
    return kind == EdgeKind::speaks_of || kind == EdgeKind::about || kind == EdgeKind::located_in ||
           row(kind).family == EdgeFamily::provenance;
}

bool is_hub(NodeKind kind) {
    return kind == NodeKind::Claim || kind == NodeKind::Event;
}

class Ranking {
  public:
    Ranking(const KnowledgeGraph &graph, const std::vector<NodeIndex> &centers)
        : graph_(graph), is_center_(graph.nodes().size(), false), prominence_(graph.nodes().size(), 0) {
        for (const NodeIndex center : centers) {
            is_center_[center] = true;
        }
        for (const EdgeRecord &edge : graph.edges()) {
            prominence_[edge.source] += edge_score(edge);
            prominence_[edge.target] += edge_score(edge);
        }
    }

    /// The best first.
    std::vector<Unit> units() const {
        std::vector<Unit> all;
        for (NodeIndex i = 0; i < graph_.nodes().size(); ++i) {
            if (is_hub(graph_.node(i).kind)) {
                all.push_back(hub_unit(i));
            }
        }
        for (const EdgeRecord &edge : graph_.edges()) {
            const bool at_hub = is_hub(graph_.node(edge.source).kind) || is_hub(graph_.node(edge.target).kind);
            if (is_faint(edge.kind)) {
                continue;
            }
            if (!at_hub || row(edge.kind).family == EdgeFamily::comparison) {
                all.push_back(finished(edge_score(edge), {edge.source, edge.target}));
            }
        }
        std::stable_sort(all.begin(), all.end(), [](const Unit &a, const Unit &b) { return a.score > b.score; });
        return all;
    }

    double score(const EdgeRecord &edge) const {
        return edge_score(edge) * (is_center_[edge.source] || is_center_[edge.target] ? 4 : 1) *
               status_factor(graph_.node(edge.target));
    }

  private:
    Unit hub_unit(NodeIndex hub) const {
        std::vector<NodeIndex> nodes = {hub};
        std::set<NodeIndex> speakers;
        double score = 0;
        for (const EdgeIndex index : graph_.in_edges(hub)) {
            const EdgeRecord &edge = graph_.edge(index);
            if (row(edge.kind).family == EdgeFamily::comparison || is_hub(graph_.node(edge.source).kind)) {
                continue;
            }
            score += edge_score(edge);
            nodes.push_back(edge.source);
            speakers.insert(edge.source);
        }
        if (speakers.size() > 1) {
            score *= 1.5;
        }
        return finished(score * status_factor(graph_.node(hub)), std::move(nodes));
    }

    Unit finished(double score, std::vector<NodeIndex> nodes) const {
        std::sort(nodes.begin(), nodes.end());
        nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
        double prominence = 0;
        bool at_center = false;
        for (const NodeIndex node : nodes) {
            prominence = std::max(prominence, prominence_[node]);
            at_center = at_center || is_center_[node];
        }
        // Of two that are told alike, the one of the busier actor.
        return {score * (1 + 0.3 * std::log2(1 + prominence)) * (at_center ? 4 : 1), std::move(nodes)};
    }

    const KnowledgeGraph &graph_;
    std::vector<bool> is_center_;
    std::vector<double> prominence_;
};

/// Of the edges between the kept nodes, those that score most; every node keeps its best.
void keep_best_edges(const KnowledgeGraph &graph, const Ranking &ranking, std::size_t most, Selection &selection) {
    std::vector<EdgeIndex> order;
    for (EdgeIndex i = 0; i < graph.edges().size(); ++i) {
        if (selection.nodes[graph.edge(i).source] && selection.nodes[graph.edge(i).target]) {
            order.push_back(i);
        }
    }
    std::stable_sort(order.begin(), order.end(), [&](EdgeIndex a, EdgeIndex b) {
        return ranking.score(graph.edge(a)) > ranking.score(graph.edge(b));
    });
    selection.edges.assign(graph.edges().size(), false);
    std::vector<bool> has_edge(graph.nodes().size(), false);
    std::size_t kept = 0;
    for (const EdgeIndex index : order) {
        const EdgeRecord &edge = graph.edge(index);
        // Nobody who speaks of a claim that is shown is left out.
        const bool is_statement = row(edge.kind).family == EdgeFamily::statement;
        if ((kept < most && !is_faint(edge.kind)) || is_statement || !has_edge[edge.source] || !has_edge[edge.target]) {
            selection.edges[index] = true;
            has_edge[edge.source] = true;
            has_edge[edge.target] = true;
            ++kept;
        }
    }
}

} // namespace

KnowledgeGraph most_important(const KnowledgeGraph &graph, std::size_t most_nodes,
                              const std::vector<std::string> &centers) {
    const auto most_edges = static_cast<std::size_t>(edges_per_node * static_cast<double>(most_nodes));
    if (graph.nodes().size() <= most_nodes && graph.edges().size() <= most_edges) {
        return graph;
    }
    std::vector<NodeIndex> center_nodes;
    for (const std::string &id : centers) {
        if (const auto node = graph.find_node(id)) {
            center_nodes.push_back(*node);
        }
    }
    const Ranking ranking(graph, center_nodes);
    Selection selection{std::vector<bool>(graph.nodes().size(), false), {}};
    std::size_t count = 0;
    const auto keep = [&](const std::vector<NodeIndex> &nodes) {
        const auto added = static_cast<std::size_t>(
            std::count_if(nodes.begin(), nodes.end(), [&](NodeIndex node) { return !selection.nodes[node]; }));
        if (count + added > most_nodes) {
            return;
        }
        count += added;
        for (const NodeIndex node : nodes) {
            selection.nodes[node] = true;
        }
    };
    keep(center_nodes);
    for (const Unit &unit : ranking.units()) {
        keep(unit.nodes);
    }
    keep_best_edges(graph, ranking, most_edges, selection);
    // Relays stand at their edges and take no room of their own.
    for (EdgeIndex i = 0; i < graph.edges().size(); ++i) {
        if (selection.edges[i]) {
            for (const NodeIndex relay : graph.edge(i).relayed_by) {
                selection.nodes[relay] = true;
            }
        }
    }
    drop_lonely_nodes(graph, selection);
    for (const NodeIndex center : center_nodes) {
        selection.nodes[center] = true;
    }
    return subgraph(graph, selection);
}

} // namespace gainsay
