#pragma once

#include "query/statements.h"

#include <optional>
#include <string>
#include <vector>

namespace gainsay {

struct DisputeQuery {
    /// Each must take part, on any side. Empty: whoever.
    std::vector<NodeIndex> actors;
    /// One statement of the dispute must fall into it.
    Period period;
    /// Documents of which one must tell a statement of the dispute, sorted; nothing: any.
    std::optional<std::vector<std::string>> documents;
};

/// A claim (or event) that one actor holds true and another untrue, or two claims that contradict each other.
struct Dispute {
    NodeIndex claim = 0;
    /// The claim that contradicts it.
    std::optional<NodeIndex> opposite;
    /// Statements of those who hold the claim true.
    std::vector<EdgeIndex> holding;
    /// Statements of those who hold it untrue; who hold the opposite true, where there is one.
    std::vector<EdgeIndex> opposing;
    /// Other statements on the claim (and its opposite): demands, declines to say, retracts, …
    std::vector<EdgeIndex> others;
    /// Articles that tell it, reprints counted once.
    std::size_t sources = 0;
    /// The last date of its statements; empty if none is known.
    std::string latest;
};

/// Those of most independent sources first, then the latest. Who alone says both has two minds, and disputes with
/// nobody. Time in proportion to the graph.
std::vector<Dispute> find_disputes(const KnowledgeGraph &graph, const ArticleIndex &articles,
                                   const DisputeQuery &query = {});

/// The disputed claims and the statements on it, without filters: what find_disputes() makes of one node. Nothing if
/// nobody disputes it.
std::optional<Dispute> dispute_about(const KnowledgeGraph &graph, const ArticleIndex &articles, NodeIndex claim);

} // namespace gainsay
