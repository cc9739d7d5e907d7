#include "query/centrality.h"

#include "graph/topology.h"

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/property_map/property_map.hpp>

#include <cmath>
#include <numeric>
#include <set>

namespace gainsay {

namespace {

/// Every neighbour once, in both directions.
GraphTopology both_directions(const KnowledgeGraph &graph) {
    std::set<std::pair<NodeIndex, NodeIndex>> pairs;
    for (const EdgeRecord &edge : graph.edges()) {
        if (edge.source != edge.target) {
            pairs.insert({edge.source, edge.target});
            pairs.insert({edge.target, edge.source});
        }
    }
    return {boost::edges_are_unsorted_multi_pass, pairs.begin(), pairs.end(),
            static_cast<std::uint32_t>(graph.nodes().size())};
}

/// The same on every machine: the last digits of a sum depend on the compiler.
double rounded(double value) {
    constexpr double digits = 1e9;
    return std::round(value * digits) / digits;
}

} // namespace

Centrality measure_centrality(const KnowledgeGraph &graph, double most_steps) {
    const std::size_t nodes = graph.nodes().size();
    Centrality centrality;
    centrality.in_degree.assign(nodes, 0);
    centrality.out_degree.assign(nodes, 0);
    for (const EdgeRecord &edge : graph.edges()) {
        ++centrality.out_degree[edge.source];
        ++centrality.in_degree[edge.target];
    }
    centrality.pagerank.assign(nodes, 0);
    if (nodes == 0) {
        return centrality;
    }
    const GraphTopology topology = both_directions(graph);
    const auto index = boost::get(boost::vertex_index, topology);
    constexpr double damping = 0.85;
    constexpr int rounds = 100;
    boost::graph::page_rank(topology, boost::make_iterator_property_map(centrality.pagerank.begin(), index),
                            boost::graph::n_iterations(rounds), damping);
    const double sum = std::accumulate(centrality.pagerank.begin(), centrality.pagerank.end(), 0.0);
    for (double &rank : centrality.pagerank) {
        rank = rounded(rank / sum);
    }
    if (static_cast<double>(nodes) * static_cast<double>(boost::num_edges(topology)) > most_steps) {
        return centrality;
    }
    centrality.betweenness.assign(nodes, 0);
    boost::brandes_betweenness_centrality(topology,
                                          boost::make_iterator_property_map(centrality.betweenness.begin(), index));
    // Each pair is walked from either end.
    const double pairs = static_cast<double>(nodes - 1) * (static_cast<double>(nodes) - 2);
    for (double &share : centrality.betweenness) {
        share = pairs > 0 ? rounded(share / pairs) : 0;
    }
    return centrality;
}

} // namespace gainsay
