#pragma once

#include "graph/graph_json.h"

#include <string>
#include <vector>

namespace gainsay {

/// Something in a graph that is not as Gainsay makes it.
struct GraphFlaw {
    /// Id of the node or the edge.
    std::string owner;
    bool is_edge = false;
    /// "weight": what is wrong.
    std::string field;
    std::string expected;
    std::string found;

    friend bool operator==(const GraphFlaw &, const GraphFlaw &) = default;
};

enum class DigestState { right, wrong, missing };

/// What a graph says about itself, computed again.
struct GraphCheckReport {
    /// Of the whole graph: every id, kind, label, date, number and span of it.
    DigestState digest = DigestState::right;
    /// Nodes in their order, then edges.
    std::vector<GraphFlaw> flaws;
};

/// Computes the digest, the ids of edges (source, target, kind, polarity, modality), the ids of named nodes and
/// documents (kind, label) and the weights of edges (documents of the evidence) again. The digest tells that something
/// was changed, the others where, and stand on their own where somebody has made a new digest.
GraphCheckReport check_graph(const GraphFile &file);

} // namespace gainsay
