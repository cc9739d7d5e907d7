#include "base/error.h"
#include "query/view.h"
#include "support/sample_graphs.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>

using namespace gainsay;
using samples::StoryBuilder;

namespace {

/// "source kind target" of every edge, by label.
std::set<std::string> edges(const KnowledgeGraph &graph) {
    std::set<std::string> texts;
    for (const EdgeRecord &edge : graph.edges()) {
        texts.insert(graph.node(edge.source).label + " " + edge_label(edge) + " " + graph.node(edge.target).label);
    }
    return texts;
}

bool has_kind(const KnowledgeGraph &graph, NodeKind kind) {
    return std::any_of(graph.nodes().begin(), graph.nodes().end(),
                       [&](const NodeRecord &node) { return node.kind == kind; });
}

KnowledgeGraph view_of(const KnowledgeGraph &graph, View view) {
    ViewOptions options;
    options.view = view;
    return make_view(graph, options);
}

} // namespace

TEST_CASE("the whole view is the graph") {
    const KnowledgeGraph graph = samples::harbour_graph();
    CHECK(make_view(graph, {}) == graph);
}

TEST_CASE("the view of actors: who denies whom, who suspended what, who met whom") {
    const KnowledgeGraph actors = view_of(samples::harbour_graph(), View::actors);
    const std::set<std::string> found = edges(actors);
    CHECK(found.contains("Mira Tolland denies Ilyas Brandt"));
    CHECK(found.contains("Ministry of Ports denies Oda Quill"));
    CHECK(found.contains("Orsk suspended Joint Harbour Commission"));
    CHECK(found.contains("Ilyas Brandt met Mira Tolland"));
    CHECK(found.contains("Orsk may sanction Vael"));
    CHECK(found.contains("Vael not aided Salmere fishers"));
    CHECK(found.contains("The Salmere Courier speaks of Vael"));
    // Brandt accused Vael: no need to say that he speaks of it.
    CHECK_FALSE(found.contains("Ilyas Brandt speaks of Vael"));
    CHECK_FALSE(has_kind(actors, NodeKind::Claim));
    CHECK_FALSE(has_kind(actors, NodeKind::Document));
    for (const EdgeRecord &edge : actors.edges()) {
        if (edge.kind == EdgeKind::denies_word_of) {
            CHECK_FALSE(edge.evidence.empty());
            CHECK(edge.weight >= 1);
        }
    }
}

TEST_CASE("an event becomes an action between those who took part") {
    StoryBuilder s;
    const NodeIndex a = s.node(NodeKind::Country, "A");
    const NodeIndex b = s.node(NodeKind::Country, "B");
    const NodeIndex c = s.node(NodeKind::Country, "C");
    const NodeIndex raid = s.event("the raid", EventType::ASSAULT, "2031-01-02");
    const NodeIndex talks = s.event("the talks", EventType::CONSULT, "2031-01-03");
    for (const NodeIndex event : {raid, talks}) {
        s.at(event).mentions = {{"d", {0, 9}, "an event."}};
    }
    s.at(raid).attributes["polarity"] = "negated";
    s.part(a, Role::agent, raid);
    s.part(b, Role::patient, raid);
    s.part(c, Role::companion, raid);
    s.part(a, Role::agent, talks);
    s.part(b, Role::agent, talks);
    s.part(c, Role::companion, talks);
    s.add(a, EdgeKind::suspended, talks, "d", "A suspended the talks.");
    const KnowledgeGraph actors = view_of(s.build(), View::actors);
    const std::string met(row(main_action(EventType::CONSULT)).label);
    // Who took part in a raid was not raided. What was suspended stays what it is.
    CHECK(edges(actors) == std::set<std::string>{"A not attacked B", "A " + met + " B", "A " + met + " C",
                                                 "B " + met + " C", "A suspended the talks"});
}

TEST_CASE("claims and disputes") {
    const KnowledgeGraph graph = samples::harbour_graph();
    const KnowledgeGraph claims = view_of(graph, View::claims);
    CHECK(edges(claims).contains("Mira Tolland declines to say Orsk agreed to share its radar pictures with Vael"));
    CHECK_FALSE(has_kind(claims, NodeKind::Event));
    CHECK_FALSE(has_kind(claims, NodeKind::Group));
    const KnowledgeGraph disputes = view_of(graph, View::disputes);
    CHECK(std::count_if(disputes.nodes().begin(), disputes.nodes().end(),
                        [](const NodeRecord &node) { return node.kind == NodeKind::Claim; }) == 2);
    CHECK_FALSE(
        edges(disputes).contains("Mira Tolland declines to say Orsk agreed to share its radar pictures with Vael"));
    CHECK(edges(disputes).contains("Mira Tolland denies Vael closed the harbour of Salmere to ships from Orsk"));
    const KnowledgeGraph story = view_of(graph, View::story);
    CHECK_FALSE(has_kind(story, NodeKind::Document));
    CHECK_FALSE(has_kind(story, NodeKind::Place));
    // Brandt met Tolland: the meeting itself would say it again.
    CHECK(edges(story).contains("Ilyas Brandt met Mira Tolland"));
    CHECK_FALSE(has_kind(story, NodeKind::Event));
}

TEST_CASE("the story keeps events that say more than the actions do") {
    StoryBuilder s;
    const NodeIndex a = s.node(NodeKind::Country, "A");
    const NodeIndex b = s.node(NodeKind::Country, "B");
    const NodeIndex talks = s.event("the talks", EventType::CONSULT, "2031-01-03");
    const NodeIndex raid = s.event("the raid", EventType::ASSAULT, "2031-01-02");
    const NodeIndex visit = s.event("the visit", EventType::CONSULT, "2031-01-04");
    for (const NodeIndex event : {talks, raid, visit}) {
        s.part(a, Role::agent, event);
        s.part(b, Role::companion, event);
    }
    s.add(a, EdgeKind::met, b, "d", "A met B.");
    s.add(b, EdgeKind::cancelled, visit, "d", "B cancelled the visit.");
    const KnowledgeGraph story = view_of(s.build(), View::story);
    // No action tells of the raid; the visit was cancelled, and who cancelled it need not be said to act in it.
    CHECK(edges(story) == std::set<std::string>{"A met B", "A acts in the raid", "B takes part in the raid",
                                                "A acts in the visit", "B cancelled the visit"});
}

TEST_CASE("events of no type can be left out") {
    StoryBuilder s;
    const NodeIndex a = s.node(NodeKind::Country, "A");
    const NodeIndex talks = s.event("the talks", EventType::CONSULT, "2031-01-03");
    s.part(a, Role::agent, talks);
    s.node(NodeKind::Event, "statement");
    const KnowledgeGraph graph = s.build();
    ViewOptions options;
    CHECK(make_view(graph, options).nodes().size() == graph.nodes().size());
    options.untyped_events = false;
    const KnowledgeGraph shown = make_view(graph, options);
    CHECK(shown.nodes().size() == graph.nodes().size() - 1);
    CHECK(edges(shown) == edges(graph));
}

TEST_CASE("around a name") {
    ViewOptions options;
    options.around = {"Joint Harbour Commission"};
    const KnowledgeGraph graph = samples::harbour_graph();
    const KnowledgeGraph near = make_view(graph, options);
    CHECK(near.nodes().size() == 3);
    options.hops = 2;
    CHECK(make_view(graph, options).nodes().size() > 4);
    options.hops = 0;
    CHECK(make_view(graph, options).nodes().size() == 1);
    options.around = {"Atlantis"};
    CHECK_THROWS_AS(make_view(graph, options), UsageError);
    options.around = {"courier-0502"};
    options.view = View::actors;
    CHECK_THROWS_WITH(make_view(graph, options), Catch::Matchers::Contains("leaves out"));
}

TEST_CASE("weights and kinds") {
    const KnowledgeGraph graph = samples::harbour_graph();
    ViewOptions options;
    options.min_weight = 3;
    const KnowledgeGraph heavy = make_view(graph, options);
    for (const EdgeRecord &edge : heavy.edges()) {
        CHECK(edge.weight >= 3);
    }
    CHECK(heavy.edges().size() == 3);
    options.min_weight = 0;
    options.kinds = {"suspended", "statement"};
    const KnowledgeGraph chosen = make_view(graph, options);
    CHECK_FALSE(chosen.edges().empty());
    for (const EdgeRecord &edge : chosen.edges()) {
        CHECK((edge.kind == EdgeKind::suspended || row(edge.kind).family == EdgeFamily::statement));
    }
    options.kinds = {"Country", "Organization"};
    const KnowledgeGraph bodies = make_view(graph, options);
    CHECK_FALSE(bodies.nodes().empty());
    for (const NodeRecord &node : bodies.nodes()) {
        CHECK((node.kind == NodeKind::Country || node.kind == NodeKind::Organization));
    }
    options.kinds = {"shouts"};
    CHECK_THROWS_WITH(make_view(graph, options), Catch::Matchers::Contains("'shouts'"));
}
