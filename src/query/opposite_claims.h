#pragma once

#include "graph/knowledge_graph.h"

#include <vector>

namespace gainsay {

/// Claims that contradict each other as one, with a sign: who is for the one is against the other. The first of the
/// graph stands for all of them. Claims of which one would be its own opposite (three that all contradict each other)
/// each stay alone. Keeps no reference to the graph; any number of threads may ask.
class OppositeClaims {
  public:
    explicit OppositeClaims(const KnowledgeGraph &graph);

    /// The claim that stands for it; itself where nothing contradicts it.
    NodeIndex leader(NodeIndex claim) const { return leader_[claim]; }
    /// Whether it says the opposite of its leader.
    bool is_turned(NodeIndex claim) const { return is_turned_[claim]; }

  private:
    void spread(const KnowledgeGraph &graph, NodeIndex start, std::vector<bool> &is_seen);

    std::vector<NodeIndex> leader_;
    std::vector<bool> is_turned_;
};

} // namespace gainsay
