#include "exporters/dot/drawn_lines.h"
#include "query/actor_view.h"
#include "query/stories.h"
#include "query/view.h"
#include "support/sample_graphs.h"

#include <catch2/catch.hpp>

using namespace gainsay;

TEST_CASE("a denial in the view of actors says whose word it is, and on how many claims") {
    samples::StoryBuilder s;
    const NodeIndex tolland = s.person("Mira Tolland", "");
    const NodeIndex georgia = s.node(NodeKind::Country, "Georgia");
    for (const char *words : {"The dam leaks", "The toll will rise"}) {
        const NodeIndex claim = s.claim(words, ClaimStatus::disputed);
        s.add(georgia, EdgeKind::asserts, claim, "a", "Georgia said so.");
        // Said in a second way, it is still one claim.
        s.add(georgia, EdgeKind::accuses, claim, "a", "Georgia accused them.");
        s.add(tolland, EdgeKind::denies, claim, "b", "Tolland denied it.");
    }
    const KnowledgeGraph actors = fold_to_actors(s.build());
    const std::vector<DrawnLine> lines = drawn_lines(actors);
    REQUIRE(lines.size() == 1);
    CHECK(line_label(actors, lines.front()) == "denies what Georgia says (2)");
}

TEST_CASE("edges of one tone between two nodes are one line, others are not") {
    samples::StoryBuilder s;
    const NodeIndex a = s.node(NodeKind::Country, "Vael");
    const NodeIndex b = s.node(NodeKind::Country, "Orsk");
    s.add(a, EdgeKind::visited, b, "a", "Vael visited Orsk.");
    s.add(a, EdgeKind::aided, b, "b", "Vael aided Orsk.");
    s.add(a, EdgeKind::accused, b, "c", "Vael accused Orsk.");
    EdgeRecord maybe = s.edge(a, EdgeKind::supported, b, "d", "Vael may support Orsk.");
    maybe.modality = Modality::possible;
    s.add(maybe);
    const KnowledgeGraph graph = s.build();
    std::vector<std::string> labels;
    for (const DrawnLine &line : drawn_lines(graph)) {
        labels.push_back(line_label(graph, line));
    }
    CHECK_THAT(labels,
               Catch::UnorderedEquals(std::vector<std::string>{"visited, aided (2)", "accused", "may support"}));
}

TEST_CASE("statements of one kind on a claim are one line, whatever their wording") {
    samples::StoryBuilder s;
    const NodeIndex a = s.person("Ada Brandt", "");
    const NodeIndex claim = s.claim("The dam leaks");
    s.add(a, EdgeKind::asserts, claim, "a", "It leaks.");
    EdgeRecord maybe = s.edge(a, EdgeKind::asserts, claim, "b", "It may leak.");
    maybe.modality = Modality::possible;
    s.add(maybe);
    s.add(a, EdgeKind::denies, claim, "c", "It does not leak.");
    const KnowledgeGraph graph = s.build();
    const std::vector<DrawnLine> lines = drawn_lines(graph);
    REQUIRE(lines.size() == 2);
    CHECK(line_label(graph, lines[0]) == "asserts (2)");
    CHECK(line_label(graph, lines[1]) == "denies");
}

TEST_CASE("the network for other programs has actors and claims, and neither articles nor what claims are about") {
    ViewOptions options;
    options.view = View::network;
    const KnowledgeGraph network = make_view(samples::harbour_graph(), options);
    CHECK(network.edges().size() > 5);
    for (const NodeRecord &node : network.nodes()) {
        CHECK(node.kind != NodeKind::Document);
        CHECK(node.kind != NodeKind::Place);
    }
    for (const EdgeRecord &edge : network.edges()) {
        CHECK(edge.kind != EdgeKind::about);
        CHECK(edge.kind != EdgeKind::participates_in);
        CHECK(row(edge.kind).family != EdgeFamily::provenance);
    }
}

TEST_CASE("articles that tell of the same claim are a story") {
    samples::StoryBuilder s;
    const NodeIndex a = s.person("Ada Brandt", "");
    const NodeIndex leaks = s.claim("The dam leaks");
    EdgeRecord said = s.edge(a, EdgeKind::asserts, leaks, "one", "It leaks.");
    said.evidence.push_back(s.edge(a, EdgeKind::asserts, leaks, "two", "It leaks.").evidence.front());
    s.add(said);
    s.add(a, EdgeKind::asserts, s.claim("Fish are fine"), "three", "They are fine.");
    const KnowledgeGraph graph = s.build();
    const std::vector<Story> stories = find_stories(graph);
    REQUIRE(stories.size() == 2);
    CHECK(stories[0].documents == std::vector<std::string>{"one", "two"});
    CHECK(story_part(graph, stories[0]).edges().size() == 1);
    CHECK(story_part(graph, stories[1]).edges().size() == 1);
}
