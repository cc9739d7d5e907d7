#include "query/name_search.h"
#include "query/timeline.h"
#include "story_text.h"

#include <catch2/catch.hpp>

using namespace gainsay;
using samples::add_article;
using samples::dated;
using samples::StoryBuilder;

namespace {

using Texts = std::vector<std::string>;

KnowledgeGraph talks_story() {
    StoryBuilder s;
    add_article(s, "post-1", "The Post", "2031-05-06");
    const NodeIndex brandt = s.node(NodeKind::Person, "Brandt");
    const NodeIndex tolland = s.node(NodeKind::Person, "Tolland");
    const NodeIndex orsk = s.node(NodeKind::Country, "Orsk");
    const NodeIndex claim = s.node(NodeKind::Claim, "The talks failed");
    const NodeIndex other = s.node(NodeKind::Claim, "The talks went well");
    const NodeIndex talks = s.event("talks in Salmere", EventType::CONSULT, "2031-05-01");
    s.at(talks).mentions = {{"post-1", {100, 122}, "Tolland met Brandt there."}};
    s.at(talks).mentions.front().span.end = 100 + s.at(talks).mentions.front().text.size();
    s.at(talks).attributes["variants"] =
        std::vector<Variant>{{"radio-1", "place", "Grenz"}, {"radio-1", "date", "2031-05-02"}};
    s.part(brandt, Role::agent, talks);
    s.part(tolland, Role::companion, talks);
    s.add(tolland, EdgeKind::met, brandt, "post-1", "Tolland met Brandt there.");
    s.add(dated(s.edge(orsk, EdgeKind::accused, brandt, "undated", "Orsk accused Brandt."), ""));
    s.add(s.edge(brandt, EdgeKind::asserts, claim, "post-1", "They failed, Brandt said."));
    s.add(dated(s.edge(tolland, EdgeKind::denies, claim, "radio-1", "They did not fail."), "2031-05"));
    s.add(dated(s.edge(tolland, EdgeKind::asserts, other, "radio-1", "They went well."), "2031-05-03"));
    s.structure(claim, EdgeKind::contradicts, other);
    return s.build();
}

/// "2031-05-01 event: talks in Salmere", "2031-05-06* Brandt asserts" (a star: day of publication).
Texts lines(const KnowledgeGraph &graph, const std::vector<TimelineEntry> &entries) {
    Texts texts;
    for (const TimelineEntry &entry : entries) {
        std::string line = entry.when.date + (entry.when.is_publication ? "*" : "");
        line += entry.event ? " event: " + graph.node(*entry.event).label : " " + samples::told(graph, entry.edges[0]);
        texts.push_back(line);
    }
    return texts;
}

} // namespace

TEST_CASE("an actor's timeline, unknown dates at the end, an event and its short form told once") {
    const KnowledgeGraph graph = talks_story();
    const ArticleIndex articles(graph);
    const std::vector<TimelineEntry> brandt = timeline(graph, articles, resolve_name(graph, "Brandt"));
    CHECK(lines(graph, brandt) ==
          Texts{"2031-05-01 event: talks in Salmere", "2031-05-06* Brandt asserts", " Orsk accused"});
    CHECK(samples::told(graph, brandt[0].edges) == Texts{"Brandt met"});
    // The dates first.
    CHECK(brandt[0].discrepancies ==
          std::vector<Variant>{{"radio-1", "date", "2031-05-02"}, {"radio-1", "place", "Grenz"}});
    const Period since{parse_date("2031-05-02"), {}};
    CHECK(lines(graph, timeline(graph, articles, resolve_name(graph, "Brandt"), since)) ==
          Texts{"2031-05-06* Brandt asserts"});
}

TEST_CASE("a claim's timeline has the claims that contradict it, an event's the event") {
    const KnowledgeGraph graph = talks_story();
    const ArticleIndex articles(graph);
    CHECK(lines(graph, timeline(graph, articles, resolve_name(graph, "The talks failed"))) ==
          Texts{"2031-05 Tolland denies", "2031-05-03 Tolland asserts", "2031-05-06* Brandt asserts"});
    CHECK(lines(graph, timeline(graph, articles, resolve_name(graph, "talks in Salmere"))) ==
          Texts{"2031-05-01 event: talks in Salmere"});
    CHECK(timeline(graph, articles, resolve_name(graph, "post-1")).empty());
}
