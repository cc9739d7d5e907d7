#include "base/error.h"
#include "query/name_search.h"
#include "query/neighbors.h"
#include "query/paths.h"
#include "query/sentences.h"
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
    nodes.reserve(60);
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
    // All know each other: no way is worth telling but the shortest.
    CHECK(find_paths(graph, query).paths.size() == 1);
    query.with_shortcuts = true;
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

TEST_CASE("a state is known by its capital, its seat of government, its people") {
    StoryBuilder s;
    const NodeIndex vael = s.node(NodeKind::Country, "Vael");
    s.at(vael).attributes["country"] = std::string("VA");
    const NodeIndex place = s.node(NodeKind::Place, "Salmere");
    s.structure(place, EdgeKind::located_in, vael);
    const NodeIndex orsk = s.node(NodeKind::Country, "Orsk");
    s.at(orsk).aliases = {"Grenz"};
    s.node(NodeKind::Place, "Grenz");
    s.person("Ilyas Brandt", "President of Orsk");
    const KnowledgeGraph graph = s.build();
    const CountryNames countries(
        "# code\tname\nVA\tVael\tRepublic of Vael\tVaelish\tVaelians\tPort Vael;Salmere\tThe Dome\n");
    const auto find = [&](const char *text) { return find_by_name(graph, text, 10, countries); };
    for (const char *text : {"Vaelish", "vaelians", "the Dome", "Dome", "Port Vael", "republic of vaél"}) {
        INFO(text);
        REQUIRE(find(text).size() == 1);
        CHECK(graph.node(find(text)[0].node).label == "Vael");
        CHECK(find(text)[0].fit == NameFit::country);
    }
    CHECK(find_by_name(graph, "Vaelish").empty());
    // The place itself is called so; the state that it stands for comes next.
    REQUIRE(find("Salmere").size() == 2);
    CHECK(graph.node(find("Salmere")[0].node).kind == NodeKind::Place);
    // Where the graph knows that the capital stands for its state, the state is meant.
    CHECK(graph.node(find("Grenz")[0].node).label == "Orsk");
    CHECK(choose_by_name(graph, "Grenz", countries).others.size() == 1);
    CHECK(countries.codes("Salmere") == std::vector<std::string>{"VA"});
    CHECK(countries.codes("Atlantis").empty());
}

TEST_CASE("names by office, in any order, misspelt") {
    StoryBuilder s;
    s.person("Ilyas Brandt", "President of Orsk");
    s.person("Mira Tolland", "Foreign Minister of Vael");
    s.node(NodeKind::Organization, "Politika");
    const KnowledgeGraph graph = s.build();
    const auto fit = [&](const char *text) {
        const std::vector<NameMatch> matches = find_by_name(graph, text);
        return matches.empty() ? "nobody" : graph.node(matches[0].node).label;
    };
    CHECK(fit("Brandt Ilyas") == "Ilyas Brandt");
    CHECK(fit("president of orsk") == "Ilyas Brandt");
    CHECK(fit("foreign minister") == "Mira Tolland");
    // A letter wrong, missing, too many, swapped with its neighbour; in one word of the name or in the whole.
    for (const char *text : {"Brandd", "Brant", "Brrandt", "Barndt", "Ilyas Brant", "Ylias Brandt"}) {
        INFO(text);
        CHECK(fit(text) == "Ilyas Brandt");
    }
    CHECK(fit("Polityka") == "Politika");
    CHECK(fit("Bran") == "Ilyas Brandt");
    CHECK(fit("Brx") == "nobody");
    CHECK(fit("Tolstoy") == "nobody");
    CHECK_THROWS_WITH(resolve_name(graph, "Tolend"), Contains("the nearest are: Mira Tolland"));
    CHECK_THROWS_WITH(resolve_name(graph, "Xqzwv"), Contains("nothing like it") && !Contains("nearest"));
}

TEST_CASE("a path has no shortcut, and passes no mere topic") {
    StoryBuilder s;
    const NodeIndex a = s.node(NodeKind::Person, "A");
    const NodeIndex b = s.node(NodeKind::Person, "B");
    const NodeIndex state = s.node(NodeKind::Country, "State");
    const NodeIndex first = s.claim("first");
    const NodeIndex second = s.claim("second");
    const NodeIndex event = s.event("visit", EventType::CONSULT, "2031-05-01");
    s.add(a, EdgeKind::asserts, first, "d", "A says first.");
    s.add(b, EdgeKind::asserts, second, "d", "B says second.");
    s.structure(first, EdgeKind::about, state);
    s.structure(second, EdgeKind::about, state);
    const NodeIndex c = s.node(NodeKind::Person, "C");
    s.add(a, EdgeKind::visited, c, "d", "A visited C.");
    s.part(a, Role::agent, event);
    s.part(c, Role::patient, event);
    const KnowledgeGraph graph = s.build();

    PathQuery query = between(graph, "A", "B");
    // Two claims about one state join nobody.
    CHECK(find_paths(graph, query).paths.empty());
    query.through_all = true;
    CHECK(routes(graph, find_paths(graph, query)) == std::vector<std::string>{"A>first>State>second>B"});
    query = between(graph, "A", "C");
    // The event only tells once more that the one visited the other.
    CHECK(routes(graph, find_paths(graph, query)) == std::vector<std::string>{"A>C"});
    query.with_shortcuts = true;
    CHECK(routes(graph, find_paths(graph, query)) == std::vector<std::string>{"A>C", "A>visit>C"});
}

TEST_CASE("among paths of one length what is told best comes first") {
    StoryBuilder s;
    const NodeIndex a = s.node(NodeKind::Person, "A");
    const NodeIndex b = s.node(NodeKind::Person, "B");
    const NodeIndex busy = s.node(NodeKind::Country, "Busy");
    const NodeIndex quiet = s.node(NodeKind::Country, "Quiet");
    const NodeIndex doubtful = s.node(NodeKind::Country, "Doubtful");
    const NodeIndex club = s.node(NodeKind::Organization, "Club");
    for (int i = 0; i < 12; ++i) {
        s.add(s.node(NodeKind::Person, "P" + std::to_string(i)), EdgeKind::criticized, busy, "d", "P criticized it.");
    }
    const auto join = [&](NodeIndex middle, Modality modality) {
        EdgeRecord first = s.edge(a, EdgeKind::aided, middle, "d", "A aided it.");
        first.modality = modality;
        s.add(first);
        s.add(middle, EdgeKind::aided, b, "d", "It aided B.");
    };
    join(busy, Modality::actual);
    join(doubtful, Modality::possible);
    join(quiet, Modality::actual);
    s.structure(a, EdgeKind::member_of, club);
    s.structure(b, EdgeKind::member_of, club);
    const KnowledgeGraph graph = s.build();
    PathQuery query = between(graph, "A", "B");
    CHECK(routes(graph, find_paths(graph, query)) ==
          std::vector<std::string>{"A>Quiet>B", "A>Doubtful>B", "A>Club>B", "A>Busy>B"});
    query.max_paths = 2;
    const PathAnswer best_two = find_paths(graph, query);
    CHECK(routes(graph, best_two) == std::vector<std::string>{"A>Quiet>B", "A>Doubtful>B"});
    CHECK(best_two.has_more);
    query.max_paths = 4;
    CHECK_FALSE(find_paths(graph, query).has_more);
}

TEST_CASE("who has no path may stand in the same article") {
    StoryBuilder s;
    const NodeIndex a = s.node(NodeKind::Person, "A");
    const NodeIndex b = s.node(NodeKind::Person, "B");
    s.at(a).mentions = {{"d1", {0, 1}, "A"}, {"d2", {0, 1}, "A"}};
    s.at(b).mentions = {{"d2", {5, 6}, "B"}, {"d3", {0, 1}, "B"}};
    const KnowledgeGraph graph = s.build();
    CHECK(articles_naming_both(graph, resolve_name(graph, "A"), resolve_name(graph, "B")) ==
          std::vector<std::string>{"d2"});
}

TEST_CASE("an edge without a sentence of its own is shown by another's") {
    StoryBuilder s;
    const NodeIndex a = s.node(NodeKind::Person, "A");
    const NodeIndex b = s.node(NodeKind::Person, "B");
    const NodeIndex claim = s.claim("B is late");
    const NodeIndex event = s.event("a visit", EventType::CONSULT, "2031-05-01");
    const NodeIndex article = s.node(NodeKind::Document, "d1");
    s.at(event).mentions = {{"d1", {30, 37}, "a visit"}};
    s.add(a, EdgeKind::asserts, claim, "d1", "B is late, A said.");
    s.structure(claim, EdgeKind::about, b);
    s.part(a, Role::agent, event);
    s.structure(event, EdgeKind::reported_in, article);
    s.structure(a, EdgeKind::member_of, s.node(NodeKind::Organization, "Club"));
    const KnowledgeGraph graph = s.build();
    const auto text = [&](EdgeKind kind) -> std::string {
        for (EdgeIndex i = 0; i < graph.edges().size(); ++i) {
            if (graph.edge(i).kind == kind) {
                const std::vector<EdgeSentence> sentences = sentences_of(graph, i);
                return sentences.empty() ? "none" : std::string(sentences.front().text);
            }
        }
        return "no edge";
    };
    CHECK(text(EdgeKind::asserts) == "B is late, A said.");
    CHECK(text(EdgeKind::about) == "B is late, A said.");
    CHECK(text(EdgeKind::participates_in) == "a visit");
    CHECK(text(EdgeKind::reported_in) == "a visit");
    CHECK(text(EdgeKind::member_of) == "none");
}
