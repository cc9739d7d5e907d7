#include "query/comparison.h"
#include "query/name_search.h"
#include "story_text.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace gainsay;
using samples::add_article;
using samples::StoryBuilder;

namespace {

using Texts = std::vector<std::string>;

/// "stance Brandt: asserts / denies", "date: 2031-05-01 / 2031-05-02".
Texts lines(const KnowledgeGraph &graph, const SharedReport &shared) {
    Texts texts;
    for (const Difference &difference : shared.differences) {
        std::string line(name(difference.kind));
        line += difference.actor ? " " + graph.node(*difference.actor).label : "";
        line += difference.key.empty() ? "" : " " + difference.key;
        texts.push_back(line + ": " + difference.first + " / " + difference.second);
    }
    return texts;
}

const SharedReport &report_of(const KnowledgeGraph &graph, const Comparison &comparison, const std::string &label) {
    const auto found = std::find_if(comparison.shared.begin(), comparison.shared.end(), [&](const SharedReport &each) {
        return graph.node(each.first.node).label == label;
    });
    REQUIRE(found != comparison.shared.end());
    return *found;
}

} // namespace

TEST_CASE("what two outlets report alike, differently, alone") {
    StoryBuilder s;
    add_article(s, "post-1", "The Post", "2031-05-02");
    add_article(s, "post-2", "The Post", "2031-05-03");
    add_article(s, "radio-1", "Radio", "2031-05-02");
    add_article(s, "third", "Third", "2031-05-02");
    const NodeIndex brandt = s.node(NodeKind::Person, "Brandt");
    const NodeIndex tolland = s.node(NodeKind::Person, "Tolland");
    const NodeIndex quill = s.node(NodeKind::Person, "Quill");
    const NodeIndex same = s.claim("The dam leaks");
    const NodeIndex other = s.claim("The toll was raised");
    const NodeIndex only_post = s.claim("The mayor resigned");
    const NodeIndex only_radio = s.claim("The fish are gone");
    const NodeIndex talks = s.event("the talks", EventType::CONSULT, "2031-05-01");
    s.at(only_post).attributes["sources"] = std::int64_t{1};
    const auto both = [&](EdgeRecord edge, const std::string &second) {
        Evidence copy = edge.evidence.front();
        copy.document = second;
        edge.evidence.push_back(copy);
        return edge;
    };
    s.add(both(s.edge(brandt, EdgeKind::asserts, same, "post-1", "It leaks."), "radio-1"));
    s.add(brandt, EdgeKind::asserts, other, "post-2", "It was raised.");
    s.add(brandt, EdgeKind::denies, other, "radio-1", "It was not raised.");
    s.add(quill, EdgeKind::warns, other, "third", "Nobody asked the third.");
    s.add(quill, EdgeKind::asserts, only_post, "post-2", "He resigned.");
    s.add(quill, EdgeKind::asserts, only_radio, "radio-1", "They are gone.");
    const std::string met = "They met there.";
    for (const char *document : {"post-1", "radio-1"}) {
        s.at(talks).mentions.push_back({document, {100, 100 + met.size()}, met});
    }
    s.at(talks).attributes["variants"] =
        std::vector<Variant>{{"radio-1", "date", "2031-05-02"}, {"third", "date", "2030"}};
    for (const NodeIndex each : {brandt, tolland, quill}) {
        s.part(each, Role::companion, talks);
    }
    s.add(tolland, EdgeKind::met, brandt, "post-1", met);
    s.add(quill, EdgeKind::met, brandt, "radio-1", met);
    const KnowledgeGraph graph = s.build();
    const ArticleIndex articles(graph);

    const Comparison result =
        compare_reports(graph, articles, articles.published_by("Post"), articles.published_by("Radio"));
    REQUIRE(result.only_first.size() == 1);
    CHECK(graph.node(result.only_first[0].node).label == "The mayor resigned");
    REQUIRE(result.only_second.size() == 1);
    CHECK(graph.node(result.only_second[0].node).label == "The fish are gone");
    REQUIRE(result.shared.size() == 3);
    CHECK(result.shared.back().differences.empty());
    CHECK(graph.node(result.shared.back().first.node).label == "The dam leaks");
    CHECK(lines(graph, report_of(graph, result, "The toll was raised")) == Texts{"stance Brandt: asserts / denies"});
    CHECK(lines(graph, report_of(graph, result, "the talks")) == Texts{"participants Quill:  / takes part",
                                                                       "participants Tolland: takes part / ",
                                                                       "date: 2031-05-01 / 2031-05-02"});
}

TEST_CASE("an event that one side tells only within a claim is told once") {
    StoryBuilder s;
    add_article(s, "post-1", "The Post", "2031-05-02");
    add_article(s, "radio-1", "Radio", "2031-05-02");
    const NodeIndex brandt = s.node(NodeKind::Person, "Brandt");
    const std::string sentence = "Tolland suspended the talks";
    const NodeIndex claim = s.claim(sentence);
    s.at(claim).mentions = {{"post-1", {100, 100 + sentence.size()}, sentence}};
    const NodeIndex within = s.event("suspended the talks", EventType::SUSPEND, "2031-05-01");
    s.at(within).mentions = {{"post-1", {108, 127}, "suspended the talks"}};
    const NodeIndex apart = s.event("a strike", EventType::PROTEST, "2031-05-01");
    s.at(apart).mentions = {{"post-1", {300, 308}, "a strike"}};
    s.add(brandt, EdgeKind::asserts, claim, "post-1", "Tolland suspended the talks, he said.");
    const KnowledgeGraph graph = s.build();
    const ArticleIndex articles(graph);
    Texts only;
    for (const SideReport &report : compare_reports(graph, articles, {"post-1"}, {"radio-1"}).only_first) {
        only.push_back(graph.node(report.node).label);
    }
    std::sort(only.begin(), only.end());
    CHECK(only == Texts{"Tolland suspended the talks", "a strike"});
}
