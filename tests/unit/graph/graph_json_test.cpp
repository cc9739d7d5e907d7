#include "base/error.h"
#include "base/sha256.h"
#include "graph/graph_builder.h"
#include "graph/graph_json.h"
#include "graph/json_output.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <string>

using namespace gainsay;
using Catch::Matchers::Contains;

namespace {

std::string written(const KnowledgeGraph &graph) {
    StringSink sink;
    write_graph_json(graph, sink);
    return sink.take();
}

/// One of everything.
KnowledgeGraph rich_graph() {
    GraphBuilder builder;
    NodeRecord person;
    person.id = "person:mira-tolland";
    person.kind = NodeKind::Person;
    person.label = R"(Mira "the Fox" Tolland\)";
    person.aliases = {"Tolland", "مِيرا", "Tolland", "🦊"};
    person.attributes["position"] = "Minister\nof Ports";
    person.attributes["titles"] = std::vector<std::string>{"Minister", "Dr."};
    person.mentions = {{"b", {3, 10}, "Tolland"}, {"a", {0, 4}, "Mira"}};
    const NodeIndex tolland = builder.add_node(person);
    NodeRecord claim;
    claim.kind = NodeKind::Claim;
    claim.label = "The port is closed";
    claim.id = node_id(NodeKind::Claim, {claim.label});
    claim.status = ClaimStatus::disputed;
    claim.attributes["sources"] = std::int64_t{3};
    claim.attributes["variants"] = std::vector<Variant>{{"a", "date", "2031-05-01"}, {"b", "date", "2031-05-02"}};
    const NodeIndex closed = builder.add_node(claim);
    NodeRecord event;
    event.id = "event:x";
    event.kind = NodeKind::Event;
    event.label = "meeting";
    event.attributes["type"] = "CONSULT";
    event.attributes["date"] = "2031-05";
    const NodeIndex meeting = builder.add_node(event);
    EdgeRecord denies;
    denies.source = tolland;
    denies.target = closed;
    denies.kind = EdgeKind::denies;
    denies.polarity = Polarity::negated;
    denies.weight = 2.5;
    denies.confidence = 0.1 + 0.2;
    denies.date = "2031-05-02";
    denies.relayed_by = {tolland};
    denies.evidence = {{"a", {0, 10}, "It is not.", {}, {{0, 2}}, {{3, 5}, {6, 9}}, {}}};
    denies.evidence.front().polarity = Polarity::negated;
    builder.add_edge(denies);
    EdgeRecord takes_part;
    takes_part.source = tolland;
    takes_part.target = meeting;
    takes_part.kind = EdgeKind::participates_in;
    takes_part.role = Role::companion;
    builder.add_edge(takes_part);
    return std::move(builder).build();
}

std::string reading_error(const std::string &json) {
    try {
        read_graph_json(json, "g.json");
    } catch (const InputError &error) {
        return error.what();
    }
    return "it was read";
}

const std::string head = R"({"schema":"gainsay-graph/1",)";

} // namespace

TEST_CASE("a graph comes back as it was written") {
    const KnowledgeGraph graph = rich_graph();
    const std::string json = written(graph);
    const KnowledgeGraph back = read_graph_json(json, "g.json");
    CHECK(back == graph);
    CHECK(written(back) == json);
    CHECK_THAT(json, Contains("\"confidence\":0.30000000000000004"));
    CHECK_THAT(json, Contains("\"weight\":2.5"));
    CHECK_THAT(json, Contains("\"label\":\"denies (says it is not so)\""));
}

TEST_CASE("an empty graph is a whole file") {
    CHECK(written(KnowledgeGraph()) == "{\"schema\":\"gainsay-graph/1\",\n\"nodes\":[],\n\"edges\":[],\n\"sha256\":\"" +
                                           graph_digest(KnowledgeGraph()) + "\"}\n");
    CHECK(graph_digest(KnowledgeGraph()) ==
          sha256_hex("{\"schema\":\"gainsay-graph/1\",\n\"nodes\":[],\n\"edges\":[]"));
    CHECK(read_graph_json(written(KnowledgeGraph()), "g.json") == KnowledgeGraph());
}

TEST_CASE("a node or an edge a line") {
    const std::string json = written(rich_graph());
    CHECK(std::count(json.begin(), json.end(), '\n') == 9);
    CHECK_THAT(json, Contains("\n{\"id\":\"event:x\"") && Contains("},\n{\"id\":\"claim:"));
}

TEST_CASE("what a reader does not know is passed over, unknown attributes are kept") {
    const std::string json = head + R"("made_by":[1,{"a":[]}],"edges":[
        {"source":"b","target":"a","kind":"member_of","colour":{"deep":[1,2]}}],
        "more":{"x":null},"nodes":[
        {"id":"a","kind":"Organization","label":"A","since":1999,"attributes":{"size":1.5,"open":true,"seats":[1,"x"],
         "tags":["p","q"],"founded":null}},
        {"id":"b","kind":"Person","label":"B"}]})";
    const KnowledgeGraph graph = read_graph_json(json, "g.json");
    REQUIRE(graph.nodes().size() == 2);
    REQUIRE(graph.edges().size() == 1);
    const NodeRecord &a = graph.node(graph.find_node("a").value());
    CHECK(a.attributes.size() == 4);
    CHECK(std::get<double>(a.attributes.at("size")) == 1.5);
    CHECK(std::get<OtherJson>(a.attributes.at("seats")).text == R"([1,"x"])");
    CHECK(graph.edge(0).id.size() == 17);
    CHECK(read_graph_json(written(graph), "g.json") == graph);
}

TEST_CASE("hostile input gives an error with its place") {
    CHECK_THAT(reading_error(""), Contains("g.json:1") && Contains("expected JSON"));
    CHECK_THAT(reading_error("[]"), Contains("expected an object, found an array"));
    CHECK_THAT(reading_error("7"), Contains("expected an object, found a number"));
    CHECK_THAT(reading_error("{}"), Contains("gainsay-graph/1"));
    CHECK_THAT(reading_error(R"({"schema":"gainsay-graph/9"})"), Contains("found \"gainsay-graph/9\""));
    CHECK_THAT(reading_error(head + "\n\"nodes\":3}"), Contains("g.json:2 nodes") && Contains("an array"));
    CHECK_THAT(reading_error(head + "\"nodes\":[\n7]}"), Contains("g.json:2 nodes[0]") && Contains("an object"));
    CHECK_THAT(reading_error(head + "\"nodes\":[{\"id\":\"a\",\"kind\":\"Person\"}]}"),
               Contains("nodes[0].label") && Contains("expected a string, found none"));
    CHECK_THAT(reading_error(head + "\"nodes\":[{\"id\":\"a\",\"label\":\"A\",\"kind\":\"Robot\"}]}"),
               Contains("nodes[0].kind") && Contains("one of Person") && Contains("'Robot'"));
    CHECK_THAT(reading_error(head + "\"nodes\":[{\"id\":7,\"label\":\"A\",\"kind\":\"Person\"}]}"),
               Contains("nodes[0].id") && Contains("found a number"));
    const std::string nodes = "\"nodes\":[{\"id\":\"a\",\"label\":\"A\",\"kind\":\"Person\"}],\n";
    CHECK_THAT(reading_error(head + nodes + R"("edges":[{"source":"a","target":"zz","kind":"met"}]})"),
               Contains("g.json:2 edges[0]") && Contains("'zz'"));
    CHECK_THAT(reading_error(head + nodes + R"("edges":[{"source":"a","target":"a","kind":"met"}]})"),
               Contains("edges[0]") && Contains("a piece of evidence"));
    CHECK_THAT(reading_error(head + nodes + R"("edges":[{"source":"a","target":"a","kind":"met",
        "evidence":[{"document":"d","span":[5,1],"text":"x"}]}]})"),
               Contains("evidence[0].span") && Contains("[5,1]"));
    CHECK_THAT(reading_error(head + nodes + R"("edges":[{"source":"a","target":"a","kind":"met","weight":1e999}]})"),
               Contains("too big"));
    CHECK_THAT(reading_error(head + "\"nodes\":[{\"id\":\"\xff\"}]}"), Contains("expected JSON") && Contains("byte"));
    CHECK_THAT(reading_error(head + "\"nodes\":[NaN]}"), Contains("expected JSON"));
    CHECK_THAT(reading_error(head + "\"nodes\":[]"), Contains("expected JSON"));
    CHECK_THAT(reading_error(head + "\"nodes\":[]} x"), Contains("expected JSON"));
    // A million levels end neither in the parser's nor in our stack.
    CHECK_THAT(reading_error(head + "\"x\":" + std::string(1000000, '[')), Contains("100 levels"));
    std::string objects = head + "\"x\":";
    for (int i = 0; i < 100000; ++i) {
        objects += "{\"a\":";
    }
    CHECK_THAT(reading_error(objects), Contains("100 levels"));
}

TEST_CASE("a writer's failure is an error") {
    struct FullDisk : ByteSink {
        void write(std::string_view /*bytes*/) override { throw OutputError("x", "no space"); }
    } full;
    CHECK_THROWS_AS(write_graph_json(rich_graph(), full), OutputError);
    StringSink sink;
    JsonOutput out(sink);
    CHECK_THROWS_AS(out.number(std::numeric_limits<double>::quiet_NaN()), OutputError);
    CHECK_THROWS_AS(out.string("\xc3("), OutputError);
}
