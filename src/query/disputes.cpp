#include "query/disputes.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace gainsay {

namespace {

/// Whether somebody of `some` is not among `others`.
bool has_another(const KnowledgeGraph &graph, const std::vector<EdgeIndex> &some,
                 const std::vector<EdgeIndex> &others) {
    return std::any_of(some.begin(), some.end(), [&](EdgeIndex mine) {
        return std::none_of(others.begin(), others.end(),
                            [&](EdgeIndex other) { return graph.edge(mine).source == graph.edge(other).source; });
    });
}

void add_statements(const KnowledgeGraph &graph, const ArticleIndex &articles, NodeIndex claim,
                    std::vector<EdgeIndex> &holding, std::vector<EdgeIndex> &opposing, std::vector<EdgeIndex> &others) {
    for (const EdgeIndex edge : statements_on(graph, claim, articles)) {
        switch (side_of(graph.edge(edge).kind, graph.edge(edge).polarity)) {
        case Side::in_favor:
            holding.push_back(edge);
            break;
        case Side::against:
            opposing.push_back(edge);
            break;
        case Side::neither:
            others.push_back(edge);
        }
    }
}

std::vector<EdgeIndex> all_statements(const Dispute &dispute) {
    std::vector<EdgeIndex> all = dispute.holding;
    all.insert(all.end(), dispute.opposing.begin(), dispute.opposing.end());
    all.insert(all.end(), dispute.others.begin(), dispute.others.end());
    return all;
}

void measure(const KnowledgeGraph &graph, const ArticleIndex &articles, Dispute &dispute) {
    const std::vector<EdgeIndex> statements = all_statements(dispute);
    dispute.sources = independent_sources(graph, statements, articles);
    for (const EdgeIndex edge : statements) {
        dispute.latest = std::max(dispute.latest, when(graph.edge(edge), articles).date);
    }
}

Dispute dispute_between(const KnowledgeGraph &graph, const ArticleIndex &articles, NodeIndex a, NodeIndex b) {
    Dispute dispute;
    dispute.claim = a;
    dispute.opposite = b;
    // Who holds one of them untrue stands with the other.
    add_statements(graph, articles, a, dispute.holding, dispute.opposing, dispute.others);
    std::vector<EdgeIndex> against_opposite;
    add_statements(graph, articles, b, dispute.opposing, against_opposite, dispute.others);
    dispute.holding.insert(dispute.holding.end(), against_opposite.begin(), against_opposite.end());
    measure(graph, articles, dispute);
    return dispute;
}

bool fits(const KnowledgeGraph &graph, const ArticleIndex &articles, const DisputeQuery &query,
          const Dispute &dispute) {
    const std::vector<EdgeIndex> statements = all_statements(dispute);
    const auto any = [&](const auto &test) { return std::any_of(statements.begin(), statements.end(), test); };
    for (const NodeIndex actor : query.actors) {
        if (!any([&](EdgeIndex edge) { return graph.edge(edge).source == actor; })) {
            return false;
        }
    }
    // The day and the outlet must meet in one statement: "what did they report since Monday".
    return any([&](EdgeIndex edge) {
        return query.period.contains(when(graph.edge(edge), articles).date) &&
               (!query.documents || is_told_by(graph.edge(edge), *query.documents));
    });
}

} // namespace

std::optional<Dispute> dispute_about(const KnowledgeGraph &graph, const ArticleIndex &articles, NodeIndex claim) {
    Dispute dispute;
    dispute.claim = claim;
    add_statements(graph, articles, claim, dispute.holding, dispute.opposing, dispute.others);
    if (!has_another(graph, dispute.holding, dispute.opposing) ||
        !has_another(graph, dispute.opposing, dispute.holding)) {
        return std::nullopt;
    }
    measure(graph, articles, dispute);
    return dispute;
}

std::vector<Dispute> find_disputes(const KnowledgeGraph &graph, const ArticleIndex &articles,
                                   const DisputeQuery &query) {
    std::vector<Dispute> disputes;
    const auto add = [&](std::optional<Dispute> dispute) {
        if (dispute && fits(graph, articles, query, *dispute)) {
            disputes.push_back(std::move(*dispute));
        }
    };
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        const NodeKind kind = graph.node(i).kind;
        if (kind == NodeKind::Claim || kind == NodeKind::Event) {
            add(dispute_about(graph, articles, i));
        }
    }
    for (const EdgeRecord &edge : graph.edges()) {
        if (edge.kind == EdgeKind::contradicts && edge.polarity == Polarity::affirmed) {
            add(dispute_between(graph, articles, edge.source, edge.target));
        }
    }
    std::stable_sort(disputes.begin(), disputes.end(), [](const Dispute &a, const Dispute &b) {
        return std::tie(a.sources, a.latest) > std::tie(b.sources, b.latest);
    });
    return disputes;
}

} // namespace gainsay
