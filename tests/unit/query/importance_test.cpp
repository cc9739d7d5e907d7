#include "query/importance.h"
#include "support/sample_graphs.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace gainsay;
using samples::StoryBuilder;

namespace {

/// One dispute of two, and `count` claims of one speaker each.
KnowledgeGraph busy_graph(int count) {
    StoryBuilder s;
    const NodeIndex a = s.node(NodeKind::Person, "A");
    const NodeIndex b = s.node(NodeKind::Person, "B");
    const NodeIndex open = s.claim("The harbour is open", ClaimStatus::disputed);
    s.add(a, EdgeKind::asserts, open, "d", "The harbour is open, A said.");
    s.add(b, EdgeKind::denies, open, "d", "B denied it.");
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        s.add(s.node(NodeKind::Person, "Speaker " + number), EdgeKind::asserts, s.claim("Claim " + number), "d",
              "Said.");
    }
    return s.build();
}

bool has_label(const KnowledgeGraph &graph, const std::string &label) {
    return std::any_of(graph.nodes().begin(), graph.nodes().end(),
                       [&](const NodeRecord &node) { return node.label == label; });
}

} // namespace

TEST_CASE("a small graph is all important") {
    const KnowledgeGraph graph = samples::harbour_graph();
    CHECK(most_important(graph, 1000) == graph);
}

TEST_CASE("disputes come first, with everybody who takes part") {
    const KnowledgeGraph part = most_important(busy_graph(50), 10);
    CHECK(part.nodes().size() <= 10);
    CHECK(part.nodes().size() >= 8);
    CHECK(has_label(part, "The harbour is open"));
    CHECK(has_label(part, "A"));
    CHECK(has_label(part, "B"));
    // Nothing stands alone.
    for (NodeIndex i = 0; i < part.nodes().size(); ++i) {
        CHECK(part.degree(i) > 0);
    }
    // Too little room for the dispute: better none than half of it.
    CHECK_FALSE(has_label(most_important(busy_graph(50), 2), "The harbour is open"));
}

TEST_CASE("what is asked for stays") {
    const KnowledgeGraph graph = busy_graph(50);
    const auto found = std::find_if(graph.nodes().begin(), graph.nodes().end(),
                                    [](const NodeRecord &node) { return node.label == "Speaker 49"; });
    const KnowledgeGraph part = most_important(graph, 5, {found->id});
    CHECK(has_label(part, "Speaker 49"));
    CHECK(has_label(part, "Claim 49"));
}

TEST_CASE("what weighs more comes first") {
    StoryBuilder s;
    const NodeIndex a = s.node(NodeKind::Country, "A");
    for (int i = 0; i < 20; ++i) {
        EdgeRecord edge =
            s.edge(a, EdgeKind::accused, s.node(NodeKind::Country, "C" + std::to_string(i)), "d", "Accused.");
        edge.weight = i == 13 ? 8 : 1;
        s.add(std::move(edge));
    }
    const KnowledgeGraph part = most_important(s.build(), 3);
    CHECK(part.nodes().size() == 3);
    CHECK(has_label(part, "C13"));
}
