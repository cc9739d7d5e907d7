#include "query/disputes.h"
#include "query/name_search.h"
#include "story_text.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace gainsay;
using samples::add_article;
using samples::dated;
using samples::StoryBuilder;
using samples::told;

namespace {

/// Two disputes: the dam (three articles, one of them a copy) and the toll (one article); a claim that one person alone
/// asserts and denies; two claims that contradict each other.
KnowledgeGraph dam_story() {
    StoryBuilder s;
    add_article(s, "post-1", "The Post", "2031-05-02");
    add_article(s, "radio-1", "Radio Orsk", "2031-05-04");
    s.at(add_article(s, "copy-1", "The Copy", "2031-05-05")).attributes["copy_of"] = std::string("post-1");
    add_article(s, "undated", "", "");
    const NodeIndex brandt = s.node(NodeKind::Person, "Brandt");
    const NodeIndex tolland = s.node(NodeKind::Person, "Tolland");
    const NodeIndex ministry = s.node(NodeKind::Organization, "Ministry");
    const NodeIndex dam = s.node(NodeKind::Claim, "The dam leaks");
    const NodeIndex toll = s.node(NodeKind::Claim, "The toll was raised");
    const NodeIndex minds = s.node(NodeKind::Claim, "The mayor will resign");
    const NodeIndex open = s.node(NodeKind::Claim, "The bridge was open on Monday");
    const NodeIndex closed = s.node(NodeKind::Claim, "The bridge was closed on Monday");
    EdgeRecord says = s.edge(brandt, EdgeKind::asserts, dam, "post-1", "The dam leaks, Brandt said.");
    Evidence copied = says.evidence.front();
    copied.document = "copy-1";
    says.evidence.push_back(copied);
    s.add(dated(says, "2031-05-01"));
    s.add(s.edge(tolland, EdgeKind::denies, dam, "radio-1", "Tolland denied that the dam leaks."));
    s.add(s.edge(ministry, EdgeKind::declines, dam, "radio-1", "The ministry would not comment."));
    s.add(s.edge(ministry, EdgeKind::accuses, toll, "undated", "The ministry blamed the toll."));
    s.add(s.edge(tolland, EdgeKind::rejects, toll, "undated", "Tolland rejected it."));
    s.add(s.edge(tolland, EdgeKind::asserts, minds, "post-1", "He will go, said Tolland."));
    s.add(s.edge(tolland, EdgeKind::denies, minds, "radio-1", "Tolland denied it later."));
    s.add(s.edge(brandt, EdgeKind::asserts, open, "post-1", "It was open, Brandt said."));
    s.add(s.edge(ministry, EdgeKind::denies, open, "radio-1", "It was not open."));
    s.add(s.edge(tolland, EdgeKind::asserts, closed, "radio-1", "It was closed, Tolland said."));
    s.structure(open, EdgeKind::contradicts, closed);
    return s.build();
}

std::vector<std::string> labels(const KnowledgeGraph &graph, const std::vector<Dispute> &disputes) {
    std::vector<std::string> texts;
    texts.reserve(disputes.size());
    for (const Dispute &dispute : disputes) {
        texts.push_back(graph.node(dispute.claim).label +
                        (dispute.opposite ? " / " + graph.node(*dispute.opposite).label : ""));
    }
    return texts;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("a dispute has who says so, who denies it and who does neither") {
    const KnowledgeGraph graph = dam_story();
    const ArticleIndex articles(graph);
    const auto dam = dispute_about(graph, articles, resolve_name(graph, "The dam leaks"));
    REQUIRE(dam);
    CHECK(told(graph, dam->holding) == Texts{"Brandt asserts"});
    CHECK(told(graph, dam->opposing) == Texts{"Tolland denies"});
    CHECK(told(graph, dam->others) == Texts{"Ministry declines"});
    // The copy counts with the Post.
    CHECK(dam->sources == 2);
    CHECK(dam->latest == "2031-05-04");
    CHECK_FALSE(dispute_about(graph, articles, resolve_name(graph, "The mayor will resign")));
}

TEST_CASE("disputes come by their sources; contradictions are disputes, second thoughts are none") {
    const KnowledgeGraph graph = dam_story();
    const ArticleIndex articles(graph);
    const std::vector<Dispute> all = find_disputes(graph, articles);
    const Texts found = labels(graph, all);
    REQUIRE(found.size() == 4);
    CHECK(found.back() == "The toll was raised");
    CHECK(std::find(found.begin(), found.end(), "The mayor will resign") == found.end());
    const auto bridge = std::find_if(all.begin(), all.end(), [](const Dispute &each) { return each.opposite; });
    REQUIRE(bridge != all.end());
    // Who denies that it was open stands with those who say that it was closed.
    const bool is_open_first = graph.node(bridge->claim).label == "The bridge was open on Monday";
    CHECK(told(graph, is_open_first ? bridge->opposing : bridge->holding) ==
          Texts{"Ministry denies", "Tolland asserts"});
}

TEST_CASE("disputes of an actor, a time, an outlet") {
    const KnowledgeGraph graph = dam_story();
    const ArticleIndex articles(graph);
    const auto count = [&](const DisputeQuery &query) { return find_disputes(graph, articles, query).size(); };
    DisputeQuery query;
    query.actors = {resolve_name(graph, "Ministry"), resolve_name(graph, "Brandt")};
    CHECK(count(query) == 3);
    query = {};
    query.period = {parse_date("2031-05-05"), {}};
    CHECK(count(query) == 0);
    query.period = {parse_date("2031-05-03"), parse_date("2031-05")};
    CHECK(count(query) == 3);
    query = {};
    query.documents = articles.published_by("the post");
    CHECK(count(query) == 3);
    query.documents = articles.published_by("undated");
    CHECK(labels(graph, find_disputes(graph, articles, query)) == Texts{"The toll was raised"});
    // The Post's statement is older, the radio's is not the Post's.
    query.documents = articles.published_by("The Post");
    query.period = {parse_date("2031-05-03"), {}};
    CHECK(count(query) == 0);
}

TEST_CASE("a period and a date that is only known in part") {
    const auto within = [](const char *since, const char *until, const char *date) {
        return Period{parse_date(since), parse_date(until)}.contains(date);
    };
    CHECK(within("", "", ""));
    CHECK_FALSE(within("2031", "", ""));
    CHECK(within("2031-05-03", "", "2031-05"));
    CHECK(within("2031-05-03", "2031-05-04", "2031"));
    CHECK_FALSE(within("2031-05-03", "", "2031-04"));
    CHECK(within("", "2031", "2031-12-31"));
    CHECK_FALSE(within("", "2031-11", "2031-12-01"));
    CHECK(within("2031-05-10", "", "2031-05-01/2031-05-11"));
}

TEST_CASE("the articles of a graph") {
    StoryBuilder s;
    s.at(add_article(s, "Dam breaks", "Radio Orsk", "2031-05-04")).aliases = {"radio-1"};
    add_article(s, "post-1", "", "");
    s.at(s.node(NodeKind::Outlet, "Radio Orsk")).aliases = {"Orsk Broadcasting"};
    const KnowledgeGraph graph = s.build();
    const ArticleIndex articles(graph);
    CHECK(articles.outlet("radio-1") == "Radio Orsk");
    CHECK(articles.published("radio-1") == "2031-05-04");
    CHECK(articles.outlet("post-1") == "post-1");
    CHECK(articles.published("post-1").empty());
    CHECK(articles.outlet("unknown") == "unknown");
    CHECK(articles.original("radio-1") == "radio-1");
    CHECK(articles.published_by("radio orsk") == Texts{"radio-1"});
    CHECK(articles.published_by("Orsk Broadcasting") == Texts{"radio-1"});
    CHECK(articles.published_by("dam breaks") == Texts{"radio-1"});
    CHECK(articles.published_by("POST-1") == Texts{"post-1"});
    CHECK(articles.published_by("nobody").empty());
    CHECK(articles.outlets().size() == 2);
}
