#include "exporters/picture/drawn_statements.h"
#include "support/sample_graphs.h"

#include <catch2/catch.hpp>

using namespace gainsay;
using samples::StoryBuilder;

TEST_CASE("a picture has both sides of a dispute before who says more, and no claim without a mark") {
    StoryBuilder s;
    const NodeIndex loud = s.node(NodeKind::Person, "Loud");
    const NodeIndex one = s.node(NodeKind::Person, "One");
    const NodeIndex other = s.node(NodeKind::Person, "Other");
    const NodeIndex quarrel = s.claim("The harbour was closed", ClaimStatus::disputed);
    s.add(one, EdgeKind::asserts, quarrel, "post-1", "One says that it was closed.");
    s.add(other, EdgeKind::denies, quarrel, "post-1", "Other denies it.");
    for (const char *label : {"The fog is thick", "The pier is old", "The fish is cheap"}) {
        const NodeIndex claim = s.claim(label);
        s.add(loud, EdgeKind::asserts, claim, "post-2", std::string(label) + ", Loud said.");
    }
    const KnowledgeGraph graph = s.build();
    const DrawnStatements drawn = choose_statements(graph, {}, 10, 2);
    std::vector<std::string> actors;
    for (const NodeIndex actor : drawn.actors) {
        actors.push_back(graph.node(actor).label);
    }
    CHECK(actors == std::vector<std::string>{"One", "Other"});
    REQUIRE(drawn.claims.size() == 1);
    CHECK(graph.node(drawn.claims.front()).label == "The harbour was closed");
    CHECK(drawn.statements.size() == 2);
    CHECK(drawn.note == "3 more claims and 1 more actor are not drawn.");
}
