#include "base/error.h"
#include "query/name_search.h"
#include "query/neighbors.h"
#include "query/paths.h"
#include "query/statistics.h"
#include "support/sample_graphs.h"

#include <catch2/catch.hpp>

#include <string>

using namespace gainsay;
using Catch::Matchers::Contains;
using samples::StoryBuilder;

namespace {

std::string best(const KnowledgeGraph &graph, const std::string &text) {
    const std::vector<NameMatch> matches = find_by_name(graph, text);
    return matches.empty() ? "nobody" : graph.node(matches[0].node).id;
}

/// "A>B>C" of each path, by label.
std::vector<std::string> routes(const KnowledgeGraph &graph, const PathAnswer &answer) {
    std::vector<std::string> texts;
    for (const std::vector<Hop> &path : answer.paths) {
        std::string text = graph.node(path.front().from).label;
        for (const Hop &hop : path) {
            text += ">" + graph.node(hop.to).label;
        }
        texts.push_back(text);
    }
    return texts;
}

PathQuery between(const KnowledgeGraph &graph, const std::string &from, const std::string &to) {
    PathQuery query;
    query.from = resolve_name(graph, from);
    query.to = resolve_name(graph, to);
    return query;
}

} // namespace

TEST_CASE("names are matched loosely") {
    const KnowledgeGraph graph = samples::harbour_graph();
    CHECK(best(graph, "person:mira-tolland") == "person:mira-tolland");
    CHECK(best(graph, "mira tolland") == "person:mira-tolland");
    CHECK(best(graph, "Minister Tolland") == "person:mira-tolland");
    CHECK(best(graph, "tollànd") == "person:mira-tolland");
    CHECK(best(graph, "Toland") == "person:mira-tolland");
    CHECK(best(graph, "Grenz") == "country:orsk");
    CHECK(best(graph, "the Harbour Commission") == "organization:joint-harbour-commission");
    CHECK(best(graph, "Salmere Couri") == "outlet:the-salmere-courier");
    CHECK(best(graph, "nothing like this") == "nobody");
    CHECK(best(graph, "") == "nobody");
    // The place is called so; others only contain the word.
    CHECK(best(graph, "Salmere") == "place:salmere");
}

TEST_CASE("an ambiguous name shows who else fits, an unknown one is refused") {
    const KnowledgeGraph graph = samples::harbour_graph();
    std::vector<NodeIndex> others;
    resolve_name(graph, "harbour", &others);
    CHECK(others.size() >= 2);
    others.clear();
    CHECK(graph.node(resolve_name(graph, "Vael", &others)).id == "country:vael");
    CHECK(others.empty());
    CHECK_THROWS_AS(resolve_name(graph, "Atlantis"), UsageError);
}

TEST_CASE("paths are found in either direction, the shorter first") {
    StoryBuilder s;
    const NodeIndex a = s.node(NodeKind::Country, "A");
    const NodeIndex b = s.node(NodeKind::Country, "B");
    const NodeIndex c = s.node(NodeKind::Country, "C");
    const NodeIndex d = s.node(NodeKind::Country, "D");
    const NodeIndex e = s.node(NodeKind::Country, "E");
    s.add(a, EdgeKind::attacked, b, "x", "A attacked B.");
    s.add(c, EdgeKind::accused, b, "x", "C accused B.");
    s.add(a, EdgeKind::aided, d, "x", "A aided D.");
    s.add(d, EdgeKind::aided, e, "x", "D aided E.");
    s.add(e, EdgeKind::met, c, "x", "E met C.");
    s.add(c, EdgeKind::sanctioned, b, "x", "C sanctioned B.");
    s.node(NodeKind::Country, "Alone");
    const KnowledgeGraph graph = s.build();

    PathQuery query = between(graph, "A", "C");
    PathAnswer answer = find_paths(graph, query);
    CHECK(routes(graph, answer) == std::vector<std::string>{"A>B>C", "A>D>E>C"});
    CHECK_FALSE(answer.has_more);
    // Two edges between B and C are one hop.
    CHECK(answer.paths[0][1].edges.size() == 2);
    CHECK(graph.edge(answer.paths[0][1].edges[0]).source == answer.paths[0][1].to);

    query.max_length = 2;
    CHECK(find_paths(graph, query).paths.size() == 1);
    query.max_length = 1;
    CHECK(find_paths(graph, query).paths.empty());
    query.max_length = 4;
    query.max_paths = 1;
    answer = find_paths(graph, query);
    CHECK(answer.paths.size() == 1);
    CHECK(answer.has_more);
    query.max_paths = 10;
    query.kinds = {EdgeKind::aided, EdgeKind::met};
    CHECK(routes(graph, find_paths(graph, query)) == std::vector<std::string>{"A>D>E>C"});
    query.kinds.clear();
    query.directed = true;
    // "met" has no direction; the accusation of B cannot be walked backwards.
    CHECK(routes(graph, find_paths(graph, query)) == std::vector<std::string>{"A>D>E>C"});
    CHECK(find_paths(graph, between(graph, "A", "Alone")).paths.empty());
}

TEST_CASE("articles and hubs join nobody unless asked for") {
    StoryBuilder s;
    const NodeIndex a = s.node(NodeKind::Country, "A");
    const NodeIndex b = s.node(NodeKind::Country, "B");
    const NodeIndex article = s.node(NodeKind::Document, "article");
    const NodeIndex hub = s.node(NodeKind::Organization, "Everybody's club");
    s.structure(a, EdgeKind::reported_in, article);
    s.structure(b, EdgeKind::reported_in, article);
    for (int i = 0; i < 30; ++i) {
        s.structure(s.node(NodeKind::Person, "P" + std::to_string(i)), EdgeKind::member_of, hub);
    }
    s.structure(a, EdgeKind::member_of, hub);
    s.structure(b, EdgeKind::member_of, hub);
    const KnowledgeGraph graph = s.build();
    PathQuery query = between(graph, "A", "B");
    query.hub_degree = 20;
    CHECK(find_paths(graph, query).paths.empty());
    query.hub_degree = 40;
    CHECK(find_paths(graph, query).paths.size() == 1);
    query.through_all = true;
    CHECK(find_paths(graph, query).paths.size() == 2);
    // A hub that is asked for is an end like any other.
    query = between(graph, "A", "Everybody's club");
    query.hub_degree = 20;
    CHECK(find_paths(graph, query).paths.size() == 1);
}

TEST_CASE("dense graphs do not hang the search") {
    StoryBuilder s;
    std::vector<NodeIndex> nodes;
    for (int i = 0; i < 60; ++i) {
        nodes.push_back(s.node(NodeKind::Country, "C" + std::to_string(i)));
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        for (std::size_t j = i + 1; j < nodes.size(); ++j) {
            s.add(nodes[i], EdgeKind::met, nodes[j], "d", "They met.");
        }
    }
    const KnowledgeGraph graph = s.build();
    PathQuery query = between(graph, "C0", "C1");
    query.max_length = 12;
    query.max_paths = 1000;
    const PathAnswer answer = find_paths(graph, query);
    CHECK(answer.paths.size() == 1000);
    CHECK(answer.has_more);
}

TEST_CASE("neighbours come by weight, each edge once") {
    const KnowledgeGraph graph = samples::harbour_graph();
    const NodeIndex orsk = resolve_name(graph, "Orsk");
    const std::vector<Neighbor> all = neighbors(graph, orsk);
    CHECK(all.size() == graph.degree(orsk));
    CHECK(graph.edge(all[0].edge).kind == EdgeKind::suspended);
    CHECK(all[0].is_outgoing);
    for (const Neighbor &neighbor : neighbors(graph, orsk, {EdgeKind::member_of})) {
        CHECK(graph.edge(neighbor.edge).kind == EdgeKind::member_of);
    }
}

TEST_CASE("a graph in numbers") {
    const KnowledgeGraph graph = samples::harbour_graph();
    const Statistics statistics = count(graph);
    CHECK(statistics.nodes == graph.nodes().size());
    CHECK(statistics.disputed_claims == 1);
    CHECK(statistics.documents == 2);
    CHECK(statistics.dates == "2031-05-01/2031-05-02");
    CHECK(statistics.node_kinds.front() == std::pair(NodeKind::Person, std::size_t{3}));
    CHECK(count(KnowledgeGraph()).edges == 0);
    CHECK(count(KnowledgeGraph()).dates.empty());
}
