#pragma once

#include "graph/graph_builder.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay::samples {

/// Makes small graphs from sentences in a line each.
class StoryBuilder {
  public:
    NodeIndex node(NodeKind kind, const std::string &label);
    NodeIndex add(NodeRecord node) { return builder_.add_node(std::move(node)); }
    NodeIndex person(const std::string &label, const std::string &position);
    NodeIndex claim(const std::string &label, ClaimStatus status = ClaimStatus::asserted);
    NodeIndex event(const std::string &label, EventType type, const std::string &date);

    /// An edge that the sentence of the document proves. Statements have it as content, actions as trigger.
    EdgeRecord edge(NodeIndex source, EdgeKind kind, NodeIndex target, const std::string &document,
                    const std::string &sentence) const;
    void add(NodeIndex source, EdgeKind kind, NodeIndex target, const std::string &document,
             const std::string &sentence);
    void add(EdgeRecord edge) { builder_.add_edge(std::move(edge)); }
    void structure(NodeIndex source, EdgeKind kind, NodeIndex target, const std::string &title = {});
    void part(NodeIndex actor, Role role, NodeIndex event);

    NodeRecord &at(NodeIndex index) { return builder_.node(index); }
    KnowledgeGraph build() { return std::move(builder_).build(); }

  private:
    GraphBuilder builder_;
};

KnowledgeGraph empty_graph();
/// An affair of two invented states about a closed harbour: all kinds of nodes, a dispute, a suspension.
KnowledgeGraph harbour_graph();
/// Every kind of edge between every pair of node kinds that it allows, plain, negated and possible.
KnowledgeGraph every_kind_graph();
/// Labels, ids and sentences that break careless writers, and parallel edges.
KnowledgeGraph hostile_graph();
/// The strings of hostile_graph(), each the label of one node.
const std::vector<std::string> &hostile_strings();
/// `nodes` people in a ring with chords.
KnowledgeGraph ring_graph(std::size_t nodes);

struct Sample {
    std::string_view name;
    std::function<KnowledgeGraph()> make;
};
const std::vector<Sample> &all_samples();

} // namespace gainsay::samples
