#include "query/graph_check.h"
#include "support/sample_graphs.h"

#include <catch2/catch.hpp>

#include <string>
#include <tuple>
#include <vector>

using namespace gainsay;

namespace {

KnowledgeGraph story() {
    samples::StoryBuilder s;
    const NodeIndex who = s.person("Mira Tolland", "Minister");
    const NodeIndex what = s.claim("The harbour is closed", ClaimStatus::denied);
    EdgeRecord edge;
    edge.source = who;
    edge.target = what;
    edge.kind = EdgeKind::denies;
    edge.date = "2031-04-09";
    edge.evidence = {{"post", {11, 28}, "Tolland denied it", {{11, 18}}, {{19, 25}}, {{26, 28}}, {}}};
    s.add(edge);
    return s.build();
}

std::string json_of(const KnowledgeGraph &graph) {
    StringSink sink;
    write_graph_json(graph, sink);
    return sink.take();
}

/// The graph's JSON with one part exchanged, read again.
GraphFile changed(std::string json, const std::string &part, const std::string &by) {
    const std::size_t at = json.find(part);
    REQUIRE(at != std::string::npos);
    json.replace(at, part.size(), by);
    return read_graph_file(json, "g.json");
}

std::vector<std::string> fields(const GraphCheckReport &report) {
    std::vector<std::string> names;
    for (const GraphFlaw &flaw : report.flaws) {
        names.push_back(flaw.field.substr(0, flaw.field.find(' ')));
    }
    return names;
}

} // namespace

TEST_CASE("a graph as it was written is right, however its JSON is laid out") {
    const std::string json = json_of(story());
    const GraphCheckReport report = check_graph(read_graph_file(json, "g.json"));
    CHECK(report.digest == DigestState::right);
    CHECK(report.flaws.empty());
    CHECK(check_graph(changed(json, "\"nodes\":[", "\"nodes\" : [ ")).digest == DigestState::right);
    CHECK(graph_digest(story()).size() == 64);
}

TEST_CASE("whatever is changed in a graph is noticed") {
    const std::string json = json_of(story());
    using Fields = std::vector<std::string>;
    const std::vector<std::tuple<std::string, std::string, Fields>> changes = {
        {R"("kind":"denies")", R"("kind":"asserts")", {"id"}},
        {R"("polarity":"affirmed")", R"("polarity":"negated")", {"id"}},
        {R"("weight":1)", R"("weight":7)", {"weight"}},
        {R"("date":"2031-04-09")", R"("date":"2031-04-08")", {}},
        {R"("label":"Mira Tolland")", R"("label":"Nora Tolland")", {"id"}},
        {R"("label":"The harbour is closed")", R"("label":"The harbour is open")", {}},
        {R"("status":"denied")", R"("status":"asserted")", {}},
        {R"("position":"Minister")", R"("position":"Mayor")", {}},
        {R"("text":"Tolland denied it")", R"("text":"Tolland denies it")", {}},
    };
    for (const auto &[part, by, flaws] : changes) {
        INFO(by);
        const GraphCheckReport report = check_graph(changed(json, part, by));
        CHECK(report.digest == DigestState::wrong);
        CHECK(fields(report) == flaws);
    }
}

TEST_CASE("a graph without a digest proves less, and a new digest does not hide an exchanged kind") {
    const std::string json = json_of(story());
    const std::size_t at = json.find(",\n\"sha256\"");
    const GraphFile without = read_graph_file(json.substr(0, at) + "}", "g.json");
    CHECK(check_graph(without).digest == DigestState::missing);
    CHECK(check_graph(without).flaws.empty());

    const GraphFile other = changed(json, R"("kind":"denies")", R"("kind":"asserts")");
    const GraphFile forged = read_graph_file(json_of(other.graph), "g.json");
    CHECK(check_graph(forged).digest == DigestState::right);
    CHECK(fields(check_graph(forged)) == std::vector<std::string>{"id"});
}
