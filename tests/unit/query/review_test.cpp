#include "query/review.h"
#include "story_text.h"

#include <catch2/catch.hpp>

using namespace gainsay;
using samples::add_article;
using samples::StoryBuilder;

namespace {

EdgeRecord sure(EdgeRecord edge, double confidence) {
    edge.confidence = confidence;
    return edge;
}

} // namespace

TEST_CASE("what is likelier wrong comes first, disputes before the rest, what is sure not at all") {
    StoryBuilder s;
    add_article(s, "post-1", "The Post", "2031-05-06");
    const NodeIndex brandt = s.node(NodeKind::Person, "Brandt");
    const NodeIndex orsk = s.node(NodeKind::Country, "Orsk");
    const NodeIndex dull = s.node(NodeKind::Claim, "The harbour is cold");
    const NodeIndex wet = s.node(NodeKind::Claim, "The harbour is wet");
    const NodeIndex quarrel = s.claim("The harbour was closed", ClaimStatus::disputed);
    s.add(sure(s.edge(brandt, EdgeKind::asserts, dull, "post-1", "It is cold, Brandt said."), 0.5));
    s.add(sure(s.edge(brandt, EdgeKind::asserts, wet, "post-1", "It is wet, Brandt said."), 0.3));
    s.add(sure(s.edge(orsk, EdgeKind::asserts, quarrel, "post-1", "Orsk said that it was closed."), 0.7));
    s.add(sure(s.edge(brandt, EdgeKind::denies, quarrel, "post-1", "Brandt denied it."), 0.95));
    const KnowledgeGraph graph = s.build();
    const std::vector<Reading> list = list_readings(graph, ArticleIndex(graph));
    std::vector<std::string> labels;
    for (const Reading &each : list) {
        REQUIRE(each.statement.has_value());
        labels.push_back(graph.node(each.node).label);
    }
    CHECK(labels == std::vector<std::string>{"The harbour was closed", "The harbour is wet", "The harbour is cold"});
    CHECK(list[0].is_disputed);
    CHECK_FALSE(list[1].is_disputed);
    const Evidence &piece = graph.edge(*list[0].statement).evidence.front();
    CHECK(statement_place(piece) ==
          "post-1:" + std::to_string(piece.content.front().begin) + "-" + std::to_string(piece.content.back().end));
}

TEST_CASE("merges of names and of claims, each with its two sentences") {
    StoryBuilder s;
    add_article(s, "post-1", "The Post", "2031-05-06");
    add_article(s, "radio-1", "Radio", "2031-05-07");
    const NodeIndex brandt = s.node(NodeKind::Person, "Brandt");
    const NodeIndex claim = s.node(NodeKind::Claim, "The talks failed");
    const EdgeRecord first = s.edge(brandt, EdgeKind::asserts, claim, "post-1", "They failed, Brandt said.");
    const EdgeRecord second = s.edge(brandt, EdgeKind::denies, claim, "radio-1", "The minister denied it.");
    const std::string one = statement_place(first.evidence.front());
    const std::string other = statement_place(second.evidence.front());
    s.add(first);
    s.add(second);
    s.at(brandt).attributes["doubtful_merges"] =
        std::vector<std::string>{"75 | Brandt@post-1 | minister@radio-1 | nobody else there holds the office"};
    s.at(claim).attributes["doubtful_merges"] =
        std::vector<std::string>{"60 | " + one + " | " + other + " | they state the same"};
    const KnowledgeGraph graph = s.build();
    const std::vector<Reading> list = list_readings(graph, ArticleIndex(graph));
    REQUIRE(list.size() == 2);
    for (const Reading &each : list) {
        CHECK_FALSE(each.statement.has_value());
        const Evidence *left = sentence_of(graph, each.node, each.merge.first);
        const Evidence *right = sentence_of(graph, each.node, each.merge.second);
        REQUIRE((left != nullptr && right != nullptr));
        CHECK(left->document == "post-1");
        CHECK(right->document == "radio-1");
    }
    CHECK(sentence_of(graph, brandt, "Brandt@elsewhere") == nullptr);
}
