#include "resolve/resolver.h"

#include "base/byte_sink.h"
#include "graph/graph_json.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace gainsay;

namespace {

/// A document made by hand: its text grows with what is observed in it.
class DocumentMaker {
  public:
    explicit DocumentMaker(std::string id) {
        observations_.document.id = std::move(id);
        observations_.document.published = "2031-04-09";
    }

    EntityIndex entity(NodeKind type, const std::string &name, const std::string &country = {}, bool named = true) {
        Entity entity;
        entity.type = type;
        entity.name = name;
        entity.country = country;
        entity.named = named;
        entity.mentions.push_back({span(name), span(name), named ? MentionKind::name : MentionKind::nominal, name});
        observations_.entities.push_back(std::move(entity));
        return static_cast<EntityIndex>(observations_.entities.size() - 1);
    }

    Attribution &says(EntityIndex source, Stance stance, const std::string &text, std::vector<std::string> words,
                      std::vector<EntityIndex> about, Polarity polarity = Polarity::affirmed) {
        Attribution attribution;
        attribution.source_entity = source;
        attribution.stance = stance;
        attribution.text = text;
        attribution.span = span(text);
        attribution.content = {attribution.span};
        attribution.polarity = polarity;
        std::sort(words.begin(), words.end());
        attribution.propositions.push_back(
            {attribution.span, text, polarity, Modality::actual, std::move(words), std::move(about), std::nullopt});
        observations_.attributions.push_back(std::move(attribution));
        return observations_.attributions.back();
    }

    EventMention &event(EdgeKind action, EntityIndex agent, EntityIndex patient, const std::string &text) {
        EventMention event;
        event.type = *row(action).event_type;
        event.action = action;
        event.text = text;
        event.span = span(text);
        event.trigger = event.span;
        event.trigger_text = text;
        event.lemma = text;
        event.arguments = {{Role::agent, agent, event.span, text}, {Role::patient, patient, event.span, text}};
        observations_.events.push_back(std::move(event));
        return observations_.events.back();
    }

    Observations take() { return observations_; }

  private:
    ByteSpan span(const std::string &text) {
        const ByteSpan span{end_, end_ + text.size()};
        end_ += text.size() + 1;
        return span;
    }

    Observations observations_;
    std::size_t end_ = 0;
};

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

KnowledgeGraph resolve(std::vector<Observations> documents) {
    Resolver resolver;
    for (Observations &each : documents) {
        resolver.add(std::move(each));
    }
    return std::move(resolver).build();
}

std::vector<const NodeRecord *> of_kind(const KnowledgeGraph &graph, NodeKind kind) {
    std::vector<const NodeRecord *> found;
    for (const NodeRecord &node : graph.nodes()) {
        if (node.kind == kind) {
            found.push_back(&node);
        }
    }
    return found;
}

const EdgeRecord *find_edge(const KnowledgeGraph &graph, const std::string &source, EdgeKind kind) {
    for (const EdgeRecord &edge : graph.edges()) {
        if (edge.kind == kind && graph.node(edge.source).label == source) {
            return &edge;
        }
    }
    return nullptr;
}

std::string json(const KnowledgeGraph &graph) {
    StringSink sink;
    write_graph_json(graph, sink);
    return sink.take();
}

} // namespace

TEST_CASE("What one asserts and another says is not so is one disputed claim") {
    const KnowledgeGraph graph = resolve({assertion(), denial()});
    const auto claims = of_kind(graph, NodeKind::Claim);
    REQUIRE(claims.size() == 1);
    CHECK(claims.front()->status == ClaimStatus::disputed);
    CHECK(claims.front()->label == "Norway agreed to share intelligence");
    REQUIRE(find_edge(graph, "Mary Dunn", EdgeKind::asserts) != nullptr);
    const EdgeRecord *denies = find_edge(graph, "Sergey Orlov", EdgeKind::denies);
    REQUIRE(denies != nullptr);
    CHECK(denies->polarity == Polarity::negated);
    REQUIRE(denies->evidence.size() == 1);
    CHECK(denies->evidence.front().text == "Norway did not agree to exchange information");
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
