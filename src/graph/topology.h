#pragma once

// The one header that includes Boost.Graph (it costs two seconds a file). Include it in sources that run algorithms.

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <cstdint>

namespace gainsay {

/// Nodes and edges of a KnowledgeGraph without their records: vertex i is node i, the edge whose `edge_index` is i is
/// edge i. Compressed rows, as a built graph no longer changes.
using GraphTopology = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, boost::no_property,
                                                         boost::no_property, std::uint32_t, std::uint32_t>;

struct TopologyHolder {
    GraphTopology graph;
};

} // namespace gainsay
