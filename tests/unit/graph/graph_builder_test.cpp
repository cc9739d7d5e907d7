#include "base/error.h"
#include "graph/graph_builder.h"
#include "graph/topology.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace gainsay;
using Catch::Matchers::Contains;

namespace {

NodeRecord node(NodeKind kind, const std::string &label) {
    NodeRecord record;
    record.id = node_id(kind, label);
    record.kind = kind;
    record.label = label;
    if (kind == NodeKind::Claim) {
        record.status = ClaimStatus::asserted;
    }
    return record;
}

/// Evidence whose whole text is content, at byte `begin` of a document.
Evidence sentence(const std::string &document, std::size_t begin, const std::string &text) {
    Evidence evidence;
    evidence.document = document;
    evidence.span = {begin, begin + text.size()};
    evidence.text = text;
    evidence.content = {evidence.span};
    return evidence;
}

EdgeRecord edge(NodeIndex source, EdgeKind kind, NodeIndex target, std::vector<Evidence> evidence = {}) {
    EdgeRecord record;
    record.source = source;
    record.kind = kind;
    record.target = target;
    record.evidence = std::move(evidence);
    return record;
}

std::string refusal(const std::function<void()> &action) {
    try {
        action();
    } catch (const InputError &error) {
        return error.what();
    }
    return "nothing was refused";
}

const Evidence plain = sentence("a", 0, "Vael closed the port.");

} // namespace

TEST_CASE("a graph does not depend on the order in which it was made") {
    const std::vector<NodeRecord> nodes = {node(NodeKind::Country, "Vael"), node(NodeKind::Person, "Mira Tolland"),
                                           node(NodeKind::Claim, "The port is closed"),
                                           node(NodeKind::Country, "Orsk")};
    const auto make = [&](const std::vector<std::size_t> &order, bool edges_reversed) {
        GraphBuilder builder;
        std::vector<NodeIndex> at(nodes.size());
        for (const std::size_t i : order) {
            at[i] = builder.add_node(nodes[i]);
        }
        std::vector<EdgeRecord> edges = {
            edge(at[1], EdgeKind::denies, at[2], {sentence("b", 4, "No."), sentence("a", 9, "Never.")}),
            edge(at[0], EdgeKind::asserts, at[2], {plain}), edge(at[3], EdgeKind::met, at[0], {plain})};
        edges[0].relayed_by = {at[3]};
        if (edges_reversed) {
            std::swap(edges[0], edges[2]);
        }
        for (EdgeRecord &record : edges) {
            builder.add_edge(record);
        }
        return std::move(builder).build();
    };
    const KnowledgeGraph graph = make({0, 1, 2, 3}, false);
    CHECK(graph == make({3, 2, 1, 0}, true));
    CHECK(graph == make({2, 0, 3, 1}, false));
    CHECK(graph.node(0).label == "Mira Tolland");
    CHECK(graph.node(1).label == "Orsk");
    const EdgeRecord &denial = graph.edge(0);
    CHECK(denial.evidence[0].document == "a");
    CHECK(denial.weight == 2);
    CHECK(graph.node(denial.relayed_by[0]).label == "Orsk");
}

TEST_CASE("ids come from content") {
    CHECK(node_id(NodeKind::Person, "Sergeï Lavrov") == "person:sergei-lavrov");
    CHECK(node_id(NodeKind::Person, "John Kerry", "2nd") == "person:john-kerry~2nd");
    CHECK(node_id(NodeKind::Organization, "???") != node_id(NodeKind::Organization, "!!!"));
    CHECK(node_id(NodeKind::Claim, {"a", "b"}) == node_id(NodeKind::Claim, {"a", "b"}));
    CHECK(node_id(NodeKind::Claim, {"a", "b"}) != node_id(NodeKind::Claim, {"ab"}));
    CHECK(edge_id("a", "b", EdgeKind::met, Polarity::affirmed, Modality::actual) !=
          edge_id("a", "b", EdgeKind::met, Polarity::negated, Modality::actual));
}

TEST_CASE("neighbours of a node, in canonical order") {
    GraphBuilder builder;
    const NodeIndex a = builder.add_node(node(NodeKind::Country, "A"));
    const NodeIndex b = builder.add_node(node(NodeKind::Country, "B"));
    const NodeIndex c = builder.add_node(node(NodeKind::Country, "C"));
    builder.add_edge(edge(c, EdgeKind::attacked, b, {plain}));
    builder.add_edge(edge(a, EdgeKind::sanctioned, b, {plain}));
    builder.add_edge(edge(a, EdgeKind::attacked, b, {plain}));
    builder.add_edge(edge(b, EdgeKind::accused, a, {plain}));
    const KnowledgeGraph graph = std::move(builder).build();
    const NodeIndex at_b = graph.find_node("country:b").value();
    CHECK(graph.in_edges(at_b) == std::vector<EdgeIndex>{0, 1, 3});
    CHECK(graph.out_edges(at_b) == std::vector<EdgeIndex>{2});
    CHECK(graph.degree(at_b) == 4);
    CHECK_FALSE(graph.find_node("country:d"));
    // Boost's edges are ours, under the same numbers.
    const GraphTopology &topology = graph.topology().graph;
    for (auto [it, end] = boost::edges(topology); it != end; ++it) {
        const EdgeRecord &record = graph.edge(boost::get(boost::edge_index, topology, *it));
        CHECK(record.source == boost::source(*it, topology));
        CHECK(record.target == boost::target(*it, topology));
    }
}

TEST_CASE("the builder refuses what the schema forbids, and says what") {
    GraphBuilder builder;
    const NodeIndex vael = builder.add_node(node(NodeKind::Country, "Vael"));
    const NodeIndex orsk = builder.add_node(node(NodeKind::Country, "Orsk"));
    const NodeIndex claim = builder.add_node(node(NodeKind::Claim, "It rains"));
    const NodeIndex document = builder.add_node(node(NodeKind::Document, "a"));
    const auto edge_refusal = [&](const EdgeRecord &record) { return refusal([&] { builder.add_edge(record); }); };

    CHECK_THAT(edge_refusal(edge(vael, EdgeKind::denies, orsk, {plain})),
               Contains("'country:vael' denies 'country:orsk'") && Contains("a target of the kinds Event, Claim") &&
                   Contains("found Country"));
    CHECK_THAT(edge_refusal(edge(claim, EdgeKind::denies, claim, {plain})), Contains("a source of the kinds Person"));
    CHECK_THAT(edge_refusal(edge(vael, EdgeKind::denies, claim)), Contains("a piece of evidence"));
    CHECK_THAT(edge_refusal(edge(vael, EdgeKind::attacked, orsk)), Contains("a piece of evidence"));
    CHECK_THAT(edge_refusal(edge(vael, EdgeKind::attacked, 77, {plain})), Contains("#77"));

    EdgeRecord relayed = edge(vael, EdgeKind::denies, claim, {plain});
    relayed.relayed_by = {99};
    CHECK_THAT(edge_refusal(relayed), Contains("relayed_by") && Contains("#99"));
    relayed.relayed_by = {claim};
    CHECK_THAT(edge_refusal(relayed), Contains("actors in relayed_by"));
    relayed.relayed_by = {document};
    builder.add_edge(relayed);
    CHECK_THAT(edge_refusal(relayed), Contains("one edge for each source, target, kind, polarity and modality"));
    relayed.modality = Modality::possible;
    builder.add_edge(relayed);

    builder.add_edge(edge(vael, EdgeKind::met, orsk, {plain}));
    CHECK_THAT(edge_refusal(edge(orsk, EdgeKind::met, vael, {plain})), Contains("one edge for each"));
    CHECK_THAT(edge_refusal(edge(vael, EdgeKind::participates_in, claim)), Contains("a target of the kinds Event"));

    EdgeRecord wrong = edge(vael, EdgeKind::sanctioned, orsk, {plain});
    wrong.date = "tomorrow";
    CHECK_THAT(edge_refusal(wrong), Contains("ISO 8601"));
    wrong.date = "2031-02/2031-03";
    wrong.confidence = 1.2;
    CHECK_THAT(edge_refusal(wrong), Contains("confidence"));
    wrong.confidence = 1;
    wrong.weight = -1;
    CHECK_THAT(edge_refusal(wrong), Contains("weight"));
    wrong.weight = 1;
    wrong.title = "Minister";
    CHECK_THAT(edge_refusal(wrong), Contains("title"));
    wrong.title.clear();
    wrong.evidence[0].text += "!";
    CHECK_THAT(edge_refusal(wrong), Contains("what the document has at its span"));
    wrong.evidence[0] = plain;
    wrong.evidence[0].trigger = {{0, 500}};
    CHECK_THAT(edge_refusal(wrong), Contains("inside the evidence"));
    wrong.evidence[0].trigger.clear();
    wrong.id = "country:vael";
    CHECK_THAT(edge_refusal(wrong), Contains("that of a node"));
    wrong.id.clear();
    builder.add_edge(wrong);

    const auto node_refusal = [&](const NodeRecord &record) { return refusal([&] { builder.add_node(record); }); };
    NodeRecord bad = node(NodeKind::Country, "Vael");
    CHECK_THAT(node_refusal(bad), Contains("another node"));
    bad.id = "country:vael~2";
    bad.attributes["colour"] = "red";
    CHECK_THAT(node_refusal(bad), Contains("an attribute of the schema") && Contains("colour"));
    bad.attributes.clear();
    bad.attributes["published"] = "2031";
    CHECK_THAT(node_refusal(bad), Contains("'published' only at Document"));
    bad.attributes.clear();
    bad.status = ClaimStatus::denied;
    CHECK_THAT(node_refusal(bad), Contains("a status at claims only"));
    bad.status.reset();
    bad.label = "\xff";
    CHECK_THAT(node_refusal(bad), Contains("UTF-8"));
    bad.label = "";
    CHECK_THAT(node_refusal(bad), Contains("a label"));
    bad = node(NodeKind::Event, "Meeting");
    bad.attributes["type"] = "PICNIC";
    CHECK_THAT(node_refusal(bad), Contains("CONSULT") && Contains("'PICNIC'"));
    bad = node(NodeKind::Place, "Quay");
    bad.mentions = {{"a", {3, 9}, "Quay"}};
    CHECK_THAT(node_refusal(bad), Contains("span [3, 9)"));
    CHECK(builder.edge_count() == 4);
    CHECK(builder.node_count() == 4);
}
