// What exports.md says of GraphML, point by point, on the bytes; the conformance tests open the file with its readers.
#include "exporters/format.h"
#include "support/sample_graphs.h"

#include <catch2/catch.hpp>

#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>

#include <cmath>
#include <map>
#include <set>
#include <sstream>
#include <string>

using namespace gainsay;
using boost::property_tree::ptree;

namespace {

std::string graphml(const KnowledgeGraph &graph) {
    StringSink sink;
    find_format("graphml")->write(graph, {}, sink);
    return sink.take();
}

ptree parsed(const std::string &xml) {
    std::istringstream stream(xml);
    ptree tree;
    boost::property_tree::read_xml(stream, tree);
    return tree;
}

std::string attribute(const ptree &element, const std::string &name) {
    // Names may hold a dot, which is property_tree's separator.
    const auto attributes = element.get_child_optional("<xmlattr>");
    if (!attributes) {
        return {};
    }
    const auto found = attributes->find(name);
    return found == attributes->not_found() ? "" : found->second.data();
}

} // namespace

TEST_CASE("GraphML by the rules of its readers") {
    for (const samples::Sample &sample : samples::all_samples()) {
        CAPTURE(sample.name);
        const KnowledgeGraph graph = sample.make();
        const std::string xml = graphml(graph);
        // 1. Default namespace, no prefix, no DOCTYPE, UTF-8.
        CHECK(xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                              "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">"));
        CHECK(xml.find("<!DOCTYPE") == std::string::npos);
        CHECK(xml.find("xmlns:") == std::string::npos);
        // 5. Neither defaults nor descriptions.
        CHECK(xml.find("<default") == std::string::npos);
        CHECK(xml.find("<desc") == std::string::npos);
        CHECK(xml.find("]]>") == std::string::npos);

        const ptree root = parsed(xml).get_child("graphml");
        std::map<std::string, std::string> owner_of_key;
        std::map<std::string, std::string> type_of_key;
        bool seen_graph = false;
        for (const auto &[name, element] : root) {
            if (name == "key") {
                // 2. All keys first.
                CHECK_FALSE(seen_graph);
                const std::string id = attribute(element, "id");
                const std::string shown = attribute(element, "attr.name");
                // 3. For a node or an edge, never for all.
                CHECK((attribute(element, "for") == "node" || attribute(element, "for") == "edge"));
                // 4. No list types, no booleans.
                CHECK(
                    std::set<std::string>{"int", "long", "double", "string"}.contains(attribute(element, "attr.type")));
                // 6. Id and name are the same, lower case, unique; but the edge's label.
                CHECK((id == shown || (id == "edgelabel" && shown == "label")));
                CHECK(owner_of_key.emplace(id, attribute(element, "for")).second);
                type_of_key[id] = attribute(element, "attr.type");
                for (const char letter : id) {
                    CHECK(((letter >= 'a' && letter <= 'z') || letter == '_'));
                }
                // 9. Names that readers keep for themselves.
                CHECK_FALSE(std::set<std::string>{"id", "key", "source", "target", "timeset"}.contains(id));
            } else if (name == "graph") {
                CHECK_FALSE(seen_graph);
                seen_graph = true;
                CHECK(attribute(element, "edgedefault") == "directed");
            }
        }
        REQUIRE(seen_graph);
        CHECK(type_of_key.at("weight") == "double");
        for (const char *color : {"r", "g", "b"}) {
            CHECK(type_of_key.at(color) == "int");
        }
        // 4. Counts as long.
        CHECK(type_of_key.at("mention_count") == "long");
        // 7. Gephi's names.
        CHECK(owner_of_key.at("size") == "node");
        CHECK(owner_of_key.at("color") == "edge");
        // 8. The kind as data beside the XML attribute; 10. polarity of its own.
        CHECK(owner_of_key.at("kind") == "node");
        CHECK(owner_of_key.at("interaction") == "edge");
        CHECK(owner_of_key.at("polarity") == "edge");
        // 4. No NaN, no infinity, no number above 2^53.
        for (const auto &[name, element] : root.get_child("graph")) {
            if (name != "node" && name != "edge") {
                continue;
            }
            for (const auto &[child_name, child] : element) {
                if (child_name == "data" && type_of_key.at(attribute(child, "key")) != "string") {
                    const double value = std::stod(child.data());
                    CHECK(std::abs(value) <= 9007199254740992.0);
                }
            }
        }
        CHECK(owner_of_key.at("label") == "node");
        CHECK(owner_of_key.at("edgelabel") == "edge");

        std::set<std::string> ids;
        std::size_t nodes = 0;
        std::size_t edges = 0;
        for (const auto &[name, element] : root.get_child("graph")) {
            if (name != "node" && name != "edge") {
                continue;
            }
            // 9. One space of ids.
            CHECK(ids.insert(attribute(element, "id")).second);
            CHECK(attribute(element, "directed").empty());
            for (const auto &[child_name, child] : element) {
                if (child_name == "data") {
                    CHECK(owner_of_key.at(attribute(child, "key")) == name);
                } else {
                    // 2. No nesting, no ports, no hyperedges.
                    CHECK(child_name == "<xmlattr>");
                }
            }
            if (name == "node") {
                CHECK(edges == 0);
                ++nodes;
                CHECK(attribute(element, "labels").starts_with(":"));
            } else {
                ++edges;
                CHECK(ids.contains(attribute(element, "source")));
                CHECK(ids.contains(attribute(element, "target")));
                CHECK_FALSE(attribute(element, "label").empty());
                for (const auto &[child_name, child] : element) {
                    // 10. Gephi deletes edges of weight 0.
                    if (child_name == "data" && attribute(child, "key") == "weight") {
                        CHECK(std::stod(child.data()) > 0);
                    }
                }
            }
        }
        CHECK(nodes == graph.nodes().size());
        CHECK(edges == graph.edges().size());
    }
}

TEST_CASE("an edge that is no fact has another type and label than the fact") {
    const std::string xml = graphml(samples::every_kind_graph());
    for (const char *text :
         {"label=\"suspended\"", "label=\"not suspended\"", "label=\"may suspend\"",
          "<data key=\"edgelabel\">not suspended</data>", "<data key=\"interaction\">suspended</data>",
          "<data key=\"symmetric\">1</data>", "labels=\":Actor:Person\"", "labels=\":Claim\""}) {
        CAPTURE(text);
        CHECK(xml.find(text) != std::string::npos);
    }
}
