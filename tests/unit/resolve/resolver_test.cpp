#include "unit/resolve/document_maker.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

Observations assertion() {
    DocumentMaker maker("asserts");
    const EntityIndex source = maker.entity(NodeKind::Person, "Mary Dunn");
    const EntityIndex state = maker.entity(NodeKind::Country, "Norway", "NO");
    maker.says(source, Stance::asserts, "Norway agreed to share intelligence", {"agree", "share", "intelligence"},
               {state});
    return maker.take();
}

Observations denial() {
    DocumentMaker maker("denies");
    const EntityIndex source = maker.entity(NodeKind::Person, "Sergey Orlov");
    const EntityIndex state = maker.entity(NodeKind::Country, "Norway", "NO");
    maker.says(source, Stance::asserts, "Norway did not agree to exchange information",
               {"agree", "exchange", "information"}, {state}, Polarity::negated);
    return maker.take();
}

} // namespace

TEST_CASE("What one asserts and another says is not so is one disputed claim") {
    const KnowledgeGraph graph = resolve({assertion(), denial()});
    const auto claims = of_kind(graph, NodeKind::Claim);
    REQUIRE(claims.size() == 1);
    CHECK(claims.front()->status == ClaimStatus::disputed);
    CHECK(claims.front()->label == "Norway agreed to share intelligence");
    REQUIRE(find_edge(graph, "Mary Dunn", EdgeKind::asserts) != nullptr);
    const EdgeRecord *unlike = find_edge(graph, "Sergey Orlov", EdgeKind::asserts);
    REQUIRE(unlike != nullptr);
    // A plain negative sentence is no act of denial: relative to the label it says that it is not so.
    CHECK(unlike->polarity == Polarity::negated);
    REQUIRE(unlike->evidence.size() == 1);
    CHECK(unlike->evidence.front().text == "Norway did not agree to exchange information");
    CHECK(unlike->evidence.front().polarity == Polarity::negated);
    CHECK(of_kind(graph, NodeKind::Country).size() == 1);
}

TEST_CASE("The order of the documents does not matter, and one counts once") {
    CHECK(json(resolve({assertion(), denial()})) == json(resolve({denial(), assertion()})));
    CHECK(json(resolve({assertion(), denial(), assertion()})) == json(resolve({assertion(), denial()})));
}

TEST_CASE("Other claims stay apart") {
    DocumentMaker maker("other");
    const EntityIndex source = maker.entity(NodeKind::Person, "Mary Dunn");
    const EntityIndex state = maker.entity(NodeKind::Country, "Norway", "NO");
    maker.says(source, Stance::asserts, "Norway sent two ships", {"send", "2", "ship"}, {state});
    maker.says(source, Stance::asserts, "Norway sent five ships", {"send", "5", "ship"}, {state});
    CHECK(of_kind(resolve({maker.take(), assertion()}), NodeKind::Claim).size() == 3);
}

TEST_CASE("Spellings, surnames and bodies of a state meet; namesakes do not") {
    DocumentMaker a("a");
    a.entity(NodeKind::Person, "Sergey Orlov");
    a.entity(NodeKind::Person, "John Dunn");
    a.entity(NodeKind::Organization, "Foreign Ministry", "RU");
    DocumentMaker b("b");
    b.entity(NodeKind::Person, "Sergei Orlov");
    b.entity(NodeKind::Person, "Mary Dunn");
    b.entity(NodeKind::Organization, "Foreign Ministry", "UA");
    DocumentMaker c("c");
    c.entity(NodeKind::Person, "Orlov");
    c.entity(NodeKind::Person, "Dunn");
    c.entity(NodeKind::Organization, "Foreign Ministry", "RU");
    const KnowledgeGraph graph = resolve({a.take(), b.take(), c.take()});
    // Orlov; John, Mary and an unclear Dunn.
    CHECK(of_kind(graph, NodeKind::Person).size() == 4);
    CHECK(of_kind(graph, NodeKind::Organization).size() == 2);
}

TEST_CASE("An action is an edge with its event; what was denied is none") {
    DocumentMaker maker("actions");
    const EntityIndex us = maker.entity(NodeKind::Country, "United States", "US");
    const EntityIndex body = maker.entity(NodeKind::Organization, "Harbor Commission");
    maker.event(EdgeKind::suspended, us, body, "US suspended the Harbor Commission");
    const KnowledgeGraph graph = resolve({maker.take()});
    const EdgeRecord *edge = find_edge(graph, "United States", EdgeKind::suspended);
    REQUIRE(edge != nullptr);
    CHECK(graph.node(edge->target).label == "Harbor Commission");
    CHECK(edge->evidence.front().trigger.size() == 1);
    CHECK(of_kind(graph, NodeKind::Event).size() == 1);

    DocumentMaker denied("denied");
    const EntityIndex state = denied.entity(NodeKind::Country, "Norway", "NO");
    const EntityIndex other = denied.entity(NodeKind::Country, "Sweden", "SE");
    denied.says(state, Stance::denies, "attacking Sweden", {"attack"}, {state, other});
    denied.event(EdgeKind::attacked, state, other, "attacking Sweden again").attribution = 0;
    CHECK(find_edge(resolve({denied.take()}), "Norway", EdgeKind::attacked) == nullptr);
}

namespace {

/// `agents` suspend what `patients` do.
Observations suspension(const std::string &id, const std::vector<std::string> &agents,
                        const std::vector<std::string> &patients) {
    DocumentMaker maker(id);
    maker.entity(NodeKind::Person, "Paula Renner");
    maker.entity(NodeKind::Organization, "Harbor Commission");
    std::vector<EventArgument> arguments;
    arguments.reserve(agents.size() + patients.size());
    for (const std::string &each : agents) {
        arguments.push_back({Role::agent, maker.entity(NodeKind::Organization, each), {}, each});
    }
    for (const std::string &each : patients) {
        arguments.push_back({Role::patient, maker.entity(NodeKind::Organization, each), {}, each});
    }
    maker.event(EdgeKind::suspended, 0, 1, "suspended the work").arguments = std::move(arguments);
    return maker.take();
}

const EdgeRecord *find_suspension(const KnowledgeGraph &graph, const std::string &source, const std::string &target) {
    for (const EdgeRecord &edge : graph.edges()) {
        if (edge.kind == EdgeKind::suspended && graph.node(edge.source).label == source &&
            graph.node(edge.target).label == target) {
            return &edge;
        }
    }
    return nullptr;
}

} // namespace

TEST_CASE("What two halt is two things, though both halt it with the same third one") {
    const KnowledgeGraph apart =
        resolve({suspension("a", {"Meridian Lines"}, {"Search Council"}),
                 suspension("b", {"Polaris Bank"}, {"Search Council"}), suspension("c", {}, {"River Union"})});
    REQUIRE(find_suspension(apart, "Meridian Lines", "Search Council") != nullptr);
    CHECK(find_suspension(apart, "Meridian Lines", "Search Council")->evidence.size() == 1);
    CHECK(find_suspension(apart, "Polaris Bank", "Search Council")->evidence.size() == 1);

    const KnowledgeGraph one =
        resolve({suspension("a", {"Meridian Lines"}, {"Search Council"}), suspension("b", {}, {"Search Council"}),
                 suspension("c", {"Meridian Lines", "Polaris Bank"}, {"Search Council"})});
    REQUIRE(find_suspension(one, "Meridian Lines", "Search Council") != nullptr);
    CHECK(find_suspension(one, "Meridian Lines", "Search Council")->evidence.size() == 3);
}

TEST_CASE("Of an event that very many tell of, only who is named together has to do with each other") {
    std::vector<Observations> documents;
    for (int i = 0; i < 12; ++i) {
        documents.push_back(suspension("one" + std::to_string(i), {"Meridian Lines"}, {"Search Council"}));
        documents.push_back(
            suspension("two" + std::to_string(i), {"Meridian Lines", "Polaris Bank"}, {"Search Council"}));
    }
    documents.push_back(suspension("three", {"Polaris Bank"}, {"Search Council", "River Union"}));
    const KnowledgeGraph graph = resolve(std::move(documents));
    REQUIRE(find_suspension(graph, "Meridian Lines", "Search Council") != nullptr);
    CHECK(find_suspension(graph, "Meridian Lines", "Search Council")->evidence.size() == 24);
    REQUIRE(find_suspension(graph, "Polaris Bank", "River Union") != nullptr);
    CHECK(find_suspension(graph, "Polaris Bank", "River Union")->evidence.size() == 1);
    CHECK(find_suspension(graph, "Meridian Lines", "River Union") == nullptr);
}

TEST_CASE("A negated or planned action keeps its modality") {
    DocumentMaker maker("plans");
    const EntityIndex a = maker.entity(NodeKind::Person, "Ana Belic");
    const EntityIndex b = maker.entity(NodeKind::Person, "Jan Holub");
    maker.event(EdgeKind::met, a, b, "Belic will meet Holub").modality = Modality::planned;
    maker.event(EdgeKind::met, b, a, "Holub did not meet Belic").polarity = Polarity::negated;
    const KnowledgeGraph graph = resolve({maker.take()});
    std::size_t planned = 0;
    std::size_t negated = 0;
    for (const EdgeRecord &edge : graph.edges()) {
        planned += edge.kind == EdgeKind::met && edge.modality == Modality::planned ? 1U : 0U;
        negated += edge.kind == EdgeKind::met && edge.polarity == Polarity::negated ? 1U : 0U;
    }
    CHECK(planned == 1);
    CHECK(negated == 1);
}

TEST_CASE("Who passes a statement on does not make it") {
    DocumentMaker maker("relay");
    const EntityIndex outlet = maker.entity(NodeKind::Outlet, "The Harbor Post");
    const EntityIndex person = maker.entity(NodeKind::Person, "Ana Belic");
    maker.says(outlet, Stance::asserts, "Belic said the bridge was closed", {"say", "bridge", "close"}, {person});
    Attribution &inner = maker.says(person, Stance::asserts, "the bridge was closed", {"bridge", "close"}, {});
    inner.nested_in = 0;
    Observations all = maker.take();
    all.attributions[1].content = all.attributions[0].content;
    all.attributions[1].span = all.attributions[0].span;
    all.attributions[1].text = all.attributions[0].text;
    const KnowledgeGraph graph = resolve({all});
    CHECK(find_edge(graph, "The Harbor Post", EdgeKind::asserts) == nullptr);
    const EdgeRecord *edge = find_edge(graph, "Ana Belic", EdgeKind::asserts);
    REQUIRE(edge != nullptr);
    REQUIRE(edge->relayed_by.size() == 1);
    CHECK(graph.node(edge->relayed_by.front()).label == "The Harbor Post");
}

namespace {

/// An affair that `outlets` articles tell, each with both sides, every third one in other words.
std::vector<Observations> covered_affair(std::size_t outlets) {
    std::vector<Observations> documents;
    for (std::size_t i = 0; i < outlets; ++i) {
        DocumentMaker maker("article-" + std::to_string(i));
        const EntityIndex one = maker.entity(NodeKind::Person, "Mary Dunn");
        const EntityIndex other = maker.entity(NodeKind::Person, "Sergey Orlov");
        const EntityIndex state = maker.entity(NodeKind::Country, "Norway", "NO");
        if (i % 3 == 0) {
            maker.says(one, Stance::asserts, "Norway agreed to exchange information",
                       {"agree", "exchange", "information"}, {state});
        } else {
            maker.says(one, Stance::asserts, "Norway agreed to share intelligence", {"agree", "share", "intelligence"},
                       {state});
        }
        maker.says(other, Stance::denies, "Norway agreed to share intelligence", {"agree", "share", "intelligence"},
                   {state});
        documents.push_back(maker.take());
    }
    return documents;
}

} // namespace

TEST_CASE("A claim that very many outlets tell is one claim, in any order") {
    for (const std::size_t outlets : {30U, 31U, 61U, 500U, 2000U}) {
        std::vector<Observations> documents = covered_affair(outlets);
        const KnowledgeGraph graph = resolve(documents);
        const auto claims = of_kind(graph, NodeKind::Claim);
        REQUIRE(claims.size() == 1);
        CHECK(claims.front()->status == ClaimStatus::disputed);
        if (outlets == 61U) {
            std::reverse(documents.begin(), documents.end());
            CHECK(of_kind(resolve(documents), NodeKind::Claim).size() == 1);
        }
    }
}
