// boost::read_graphml opens our GraphML.
#include "base/error.h"
#include "support/sample_graphs.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>

#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <string>

namespace {

struct Node {
    std::string label;
    std::string kind;
};
struct Edge {
    std::string interaction;
    double weight = 0;
};
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, Node, Edge>;

void expect(bool holds, const std::string &what) {
    if (!holds) {
        throw gainsay::InputError("boost::read_graphml", what);
    }
}

void check(const std::filesystem::path &file, const gainsay::KnowledgeGraph &graph) {
    std::ifstream stream(file);
    expect(stream.is_open(), "cannot open " + file.string());
    Graph read;
    boost::dynamic_properties properties(boost::ignore_other_properties);
    properties.property("label", boost::get(&Node::label, read));
    properties.property("kind", boost::get(&Node::kind, read));
    properties.property("interaction", boost::get(&Edge::interaction, read));
    properties.property("weight", boost::get(&Edge::weight, read));
    boost::read_graphml(stream, read, properties);
    expect(boost::num_vertices(read) == graph.nodes().size(), "another number of nodes in " + file.string());
    expect(boost::num_edges(read) == graph.edges().size(), "another number of edges in " + file.string());
    std::multiset<std::string> kinds;
    std::multiset<std::string> expected_kinds;
    double weight = 0;
    double expected_weight = 0;
    for (const auto edge : boost::make_iterator_range(boost::edges(read))) {
        kinds.insert(read[edge].interaction);
        weight += read[edge].weight;
    }
    for (const gainsay::EdgeRecord &edge : graph.edges()) {
        expected_kinds.insert(std::string(gainsay::name(edge.kind)));
        expected_weight += edge.weight;
    }
    expect(kinds == expected_kinds, "other kinds in " + file.string());
    expect(weight == expected_weight, "other weights in " + file.string());
    for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
        expect(read[i].kind == gainsay::name(graph.node(static_cast<gainsay::NodeIndex>(i)).kind),
               "another kind of node in " + file.string());
    }
}

} // namespace

int main(int argc, char **argv) {
    try {
        expect(argc == 2, "usage: conformance_boost FOLDER");
        for (const gainsay::samples::Sample &sample : gainsay::samples::all_samples()) {
            check(std::filesystem::path(argv[1]) / (std::string(sample.name) + ".graphml"), sample.make());
        }
    } catch (const std::exception &error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
