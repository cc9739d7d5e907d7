#include "query/graph_difference.h"
#include "query/name_search.h"
#include "story_text.h"

#include <catch2/catch.hpp>

using namespace gainsay;
using samples::StoryBuilder;

namespace {

using Texts = std::vector<std::string>;

Texts labels(const KnowledgeGraph &graph, const std::vector<NodeIndex> &nodes) {
    Texts texts;
    for (const NodeIndex node : nodes) {
        texts.push_back(graph.node(node).label);
    }
    return texts;
}

/// A claim with places of mention, and an id that changes with its label.
NodeIndex claim_at(StoryBuilder &s, const std::string &label,
                   const std::vector<std::pair<std::string, std::size_t>> &at) {
    const NodeIndex claim = s.claim(label);
    for (const auto &[document, begin] : at) {
        s.at(claim).mentions.push_back({document, {begin, begin + label.size()}, label});
    }
    return claim;
}

EdgeRecord with_more(const StoryBuilder &s, EdgeRecord edge, const std::string &document, const std::string &sentence) {
    edge.evidence.push_back(s.edge(edge.source, edge.kind, edge.target, document, sentence).evidence.front());
    edge.weight = 0;
    return edge;
}

} // namespace

TEST_CASE("a graph does not differ from itself") {
    for (const samples::Sample &sample : samples::all_samples()) {
        const KnowledgeGraph graph = sample.make();
        CHECK(difference(graph, graph).empty());
    }
}

TEST_CASE("new denials and disputes; a claim that was reworded is the same") {
    StoryBuilder old_story;
    const NodeIndex a = old_story.node(NodeKind::Person, "Brandt");
    const NodeIndex gone = old_story.node(NodeKind::Person, "Quill");
    const NodeIndex before = claim_at(old_story, "the dam at Salmere leaks", {{"d1", 100}});
    old_story.add(a, EdgeKind::asserts, before, "d1", "It leaks.");
    old_story.add(gone, EdgeKind::warns, before, "d1", "It may leak.");
    const KnowledgeGraph old_graph = old_story.build();

    StoryBuilder s;
    const NodeIndex brandt = s.node(NodeKind::Person, "Brandt");
    const NodeIndex tolland = s.node(NodeKind::Person, "Tolland");
    const NodeIndex after = claim_at(s, "the dam in Salmere leaks", {{"d1", 100}, {"d2", 40}});
    s.at(after).status = ClaimStatus::disputed;
    const NodeIndex fresh = claim_at(s, "the mayor resigned", {{"d2", 300}});
    s.add(with_more(s, s.edge(brandt, EdgeKind::asserts, after, "d1", "It leaks."), "d2", "It leaks, he said."));
    s.add(tolland, EdgeKind::denies, after, "d2", "It does not leak.");
    s.add(tolland, EdgeKind::asserts, fresh, "d2", "He resigned.");
    const KnowledgeGraph graph = s.build();

    const GraphDifference result = difference(old_graph, graph);
    CHECK(labels(graph, result.new_nodes) == Texts{"Tolland", "the mayor resigned"});
    CHECK(labels(old_graph, result.gone_nodes) == Texts{"Quill"});
    CHECK(samples::told(graph, result.new_denials) == Texts{"Tolland denies"});
    CHECK(result.new_edges.size() == 2);
    CHECK(samples::told(old_graph, result.gone_edges) == Texts{"Quill warns"});
    CHECK(labels(graph, result.new_disputes) == Texts{"the dam in Salmere leaks"});
    CHECK(result.settled_disputes.empty());
    REQUIRE(result.changed_nodes.size() == 1);
    CHECK(result.changed_nodes[0].has_new_label);
    CHECK(result.changed_nodes[0].has_new_status);
    CHECK(result.changed_nodes[0].documents_before == 1);
    CHECK(result.changed_nodes[0].documents_after == 2);
    REQUIRE(result.changed_edges.size() == 1);
    const ChangedEdge &change = result.changed_edges[0];
    REQUIRE(change.new_evidence.size() == 1);
    CHECK(graph.edge(change.after).evidence[change.new_evidence[0]].document == "d2");

    // The way back: the dispute is settled, nothing new is denied.
    const GraphDifference back = difference(graph, old_graph);
    CHECK(labels(graph, back.settled_disputes) == Texts{"the dam in Salmere leaks"});
    CHECK(back.new_denials.empty());
    CHECK(back.new_edges.size() == result.gone_edges.size());
    CHECK(back.gone_edges.size() == result.new_edges.size());
}

TEST_CASE("an actor whose id changed is known by a name; claims that became one are not gone") {
    StoryBuilder old_story;
    NodeRecord sergei;
    sergei.kind = NodeKind::Person;
    sergei.id = "person:sergei-brandt";
    sergei.label = "Sergei Brandt";
    const NodeIndex a = old_story.add(sergei);
    const NodeIndex one = claim_at(old_story, "the dam leaks", {{"d1", 100}});
    const NodeIndex two = claim_at(old_story, "a leaking dam", {{"d2", 40}});
    old_story.add(a, EdgeKind::asserts, one, "d1", "It leaks.");
    old_story.add(a, EdgeKind::asserts, two, "d2", "A leaking dam.");
    const KnowledgeGraph old_graph = old_story.build();

    StoryBuilder s;
    NodeRecord sergey = sergei;
    sergey.id = "person:sergey-brandt";
    sergey.label = "Sergey Brandt";
    sergey.aliases = {"Sergei Brandt"};
    const NodeIndex b = s.add(sergey);
    const NodeIndex merged = claim_at(s, "the dam leaks", {{"d1", 100}, {"d2", 40}});
    s.add(with_more(s, s.edge(b, EdgeKind::asserts, merged, "d1", "It leaks."), "d2", "A leaking dam."));
    const KnowledgeGraph graph = s.build();

    const GraphDifference result = difference(old_graph, graph);
    CHECK(result.new_nodes.empty());
    CHECK(result.gone_nodes.empty());
    CHECK(result.new_edges.empty());
    CHECK(result.gone_edges.empty());
    CHECK(result.new_denials.empty());
}
