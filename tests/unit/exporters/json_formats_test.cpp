#include "exporters/format.h"
#include "graph/json_value.h"
#include "support/sample_graphs.h"

#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <string>

using namespace gainsay;

namespace {

std::string written(std::string_view format, const KnowledgeGraph &graph) {
    StringSink sink;
    find_format(format)->write(graph, {}, sink);
    return sink.take();
}

} // namespace

TEST_CASE("node-link JSON has its edges under both names that networkx may look for") {
    for (const samples::Sample &sample : samples::all_samples()) {
        CAPTURE(sample.name);
        const KnowledgeGraph graph = sample.make();
        std::map<std::string, std::size_t> items;
        std::map<std::string, std::string> members;
        std::set<std::string> nodes;
        std::set<std::string> keys;
        parse_json_object(
            written("node-link", graph), "x",
            [&](const std::string &list, std::size_t /*index*/, const JsonValue &item) {
                ++items[list];
                if (list == "nodes") {
                    CHECK(nodes.insert(item.find("id")->text).second);
                    CHECK(item.find("label") != nullptr);
                } else {
                    CHECK(nodes.contains(item.find("source")->text));
                    CHECK(nodes.contains(item.find("target")->text));
                    CHECK((list != "links" || keys.insert(item.find("key")->text).second));
                    CHECK(item.find("weight")->type == JsonValue::Type::number);
                }
            },
            [&](const std::string &name, const JsonValue &value) { members[name] = value.text; });
        CHECK(items["nodes"] == graph.nodes().size());
        CHECK(items["links"] == graph.edges().size());
        CHECK(items["edges"] == graph.edges().size());
        CHECK(members["directed"] == "true");
        CHECK(members["multigraph"] == "true");
    }
}

TEST_CASE("Cytoscape's elements have one space of ids") {
    for (const samples::Sample &sample : samples::all_samples()) {
        CAPTURE(sample.name);
        const KnowledgeGraph graph = sample.make();
        std::size_t count = 0;
        std::set<std::string> ids;
        parse_json_object(
            written("cytoscape", graph), "x", [](const std::string &, std::size_t, const JsonValue &) {},
            [&](const std::string &name, const JsonValue &value) {
                if (name != "elements") {
                    return;
                }
                for (const char *list : {"nodes", "edges"}) {
                    for (const JsonValue &item : value.find(list)->items) {
                        const JsonValue *data = item.find("data");
                        REQUIRE(data != nullptr);
                        CHECK(ids.insert(data->find("id")->text).second);
                        CHECK(data->find("label") != nullptr);
                        ++count;
                        if (std::string(list) == "edges") {
                            CHECK(ids.contains(data->find("source")->text));
                            CHECK(ids.contains(data->find("target")->text));
                        }
                    }
                }
            });
        CHECK(count == graph.nodes().size() + graph.edges().size());
    }
}

TEST_CASE("GEXF is dynamic, with dates as spells") {
    const std::string xml = written("gexf", samples::harbour_graph());
    for (const char *text : {R"(xmlns="http://gexf.net/1.3")", R"(mode="dynamic")", R"(timeformat="date")",
                             R"(timerepresentation="interval")", R"(kind="suspended")", R"(label="not aided")",
                             R"(<spell start="2031-05-02" end="2031-05-02"/>)", R"(<viz:size value=")"}) {
        CAPTURE(text);
        CHECK(xml.find(text) != std::string::npos);
    }
}

TEST_CASE("GEXF's ids are unique and sizes begin with their value") {
    for (const samples::Sample &sample : samples::all_samples()) {
        CAPTURE(sample.name);
        const std::string xml = written("gexf", sample.make());
        std::set<std::string> ids;
        for (const std::string &element : {std::string("<node id=\""), std::string("<edge id=\"")}) {
            for (std::size_t at = xml.find(element); at != std::string::npos; at = xml.find(element, at + 1)) {
                const std::size_t begin = at + element.size();
                CHECK(ids.insert(xml.substr(begin, xml.find('"', begin) - begin)).second);
            }
        }
        for (std::size_t at = xml.find("<viz:size "); at != std::string::npos; at = xml.find("<viz:size ", at + 1)) {
            CHECK(xml.compare(at, 17, "<viz:size value=\"") == 0);
        }
    }
}
