#pragma once

#include "graph/knowledge_graph.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gainsay {

/// One value of a row; monostate where the row has none. Every text is printable().
using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

enum class CellType { integer, number, text };

/// One field of all nodes or of all edges.
template <class Index>
struct Column {
    /// Lower case, unique among all columns of nodes and edges, and no name that a format keeps for itself.
    std::string name;
    CellType type = CellType::text;
    std::function<Cell(Index)> value;
};

/// What every exporter but JSON's own reads: the graph as rows of plain values, in canonical order. Lists are JSON
/// text. Columns are the same for every graph, but attributes that no node has are left out. Refers to the graph, which
/// must outlive it.
class ExportTable {
  public:
    explicit ExportTable(const KnowledgeGraph &graph);

    const KnowledgeGraph &graph() const { return *graph_; }
    const std::vector<Column<NodeIndex>> &node_columns() const { return node_columns_; }
    const std::vector<Column<EdgeIndex>> &edge_columns() const { return edge_columns_; }

    /// Ids that any format can hold; an edge's differs from every node's.
    std::string node_id(NodeIndex node) const;
    std::string edge_id(EdgeIndex edge) const;

  private:
    const KnowledgeGraph *graph_;
    std::vector<Column<NodeIndex>> node_columns_;
    std::vector<Column<EdgeIndex>> edge_columns_;
};

/// Whether the edge says the same from either end.
bool is_symmetric(const KnowledgeGraph &graph, const EdgeRecord &edge);

/// What tells apart parallel edges by their type: the kind's name for a fact, else the label ("not suspended").
std::string edge_type(const EdgeRecord &edge);

} // namespace gainsay
