#pragma once

#include "graph/knowledge_graph.h"
#include "query/article_index.h"

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
    /// `articles` is the graph whose documents tell reprints (null: `graph`), which must outlive the table too. Without
    /// `provenance` the lists of mentions and evidence are left out. Centralities are counted when they are first asked
    /// for.
    explicit ExportTable(const KnowledgeGraph &graph, const KnowledgeGraph *articles = nullptr, bool provenance = true);

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

/// What tells apart parallel edges by their type: the kind's name, of what is no fact the label ("not suspended"), of a
/// statement worded in the negative "asserts_not".
std::string edge_type(const EdgeRecord &edge);

/// A label for a drawing: at most 60 characters, cut at a blank.
std::string short_label(const NodeRecord &node);

/// How many articles tell the edge on their own: its weight less the reprints among them, at least 1.
double independent_weight(const KnowledgeGraph &graph, EdgeIndex edge, const ArticleIndex &articles);

} // namespace gainsay
