#include "exporters/graphml/graphml_writer.h"

#include "exporters/style.h"
#include "exporters/xml_output.h"

namespace gainsay {

namespace {

/// Gephi's own fields. Nodes have r, g, b and size; edges have color, so that ids stay unique.
std::vector<Column<NodeIndex>> gephi_node_columns(const KnowledgeGraph &graph) {
    const auto part = [&graph](std::uint8_t Color::*member) {
        return [&graph, member](NodeIndex i) {
            return Cell(static_cast<std::int64_t>(style(graph.node(i).kind).line.*member));
        };
    };
    return {{"r", CellType::integer, part(&Color::red)},
            {"g", CellType::integer, part(&Color::green)},
            {"b", CellType::integer, part(&Color::blue)},
            {"size", CellType::number, [&graph](NodeIndex i) { return Cell(node_size(graph.degree(i))); }}};
}

std::vector<Column<EdgeIndex>> gephi_edge_columns(const KnowledgeGraph &graph) {
    return {{"color", CellType::text,
             [&graph](EdgeIndex i) { return Cell(html_color(color_of(row(graph.edge(i).kind).tone))); }}};
}

/// The id is the name (cytoscape.js-graphml shows ids, Gephi lower-cases them), but the edge's label: its id must not
/// be the node label's.
template <class Index>
void write_key(XmlOutput &out, const Column<Index> &column, std::string_view owner) {
    const std::string_view shown = column.name == "edgelabel" ? "label" : std::string_view(column.name);
    const bool is_color = column.name == "r" || column.name == "g" || column.name == "b";
    out.markup("  <key id=\"").text(column.name).markup("\" for=\"").markup(owner);
    out.markup("\" attr.name=\"").text(shown).markup("\" attr.type=\"");
    out.markup(is_color ? "int" : xml_type_name(column.type)).markup("\"/>\n");
}

template <class Index>
void write_data(XmlOutput &out, const std::vector<Column<Index>> &columns, Index index) {
    for (const Column<Index> &column : columns) {
        const Cell cell = column.value(index);
        if (!std::holds_alternative<std::monostate>(cell)) {
            out.markup("      <data key=\"").text(column.name).markup("\">").cell(cell).markup("</data>\n");
        }
    }
}

} // namespace

void write_graphml(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    const ExportTable table(graph, options.articles, options.provenance);
    std::vector<Column<NodeIndex>> node_columns = table.node_columns();
    for (Column<NodeIndex> &column : gephi_node_columns(graph)) {
        node_columns.push_back(std::move(column));
    }
    std::vector<Column<EdgeIndex>> edge_columns = table.edge_columns();
    for (Column<EdgeIndex> &column : gephi_edge_columns(graph)) {
        edge_columns.push_back(std::move(column));
    }
    XmlOutput out(sink);
    out.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    // All keys, then nodes, then edges.
    for (const Column<NodeIndex> &column : node_columns) {
        write_key(out, column, "node");
    }
    for (const Column<EdgeIndex> &column : edge_columns) {
        write_key(out, column, "edge");
    }
    out.markup("  <graph id=\"G\" edgedefault=\"directed\">\n");
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        const NodeKind kind = graph.node(i).kind;
        // `labels` is what Neo4j's apoc reads.
        out.markup("    <node id=\"").text(table.node_id(i)).markup("\" labels=\"");
        out.markup(is_actor(kind) ? ":Actor:" : ":").text(name(kind)).markup("\">\n");
        write_data(out, node_columns, i);
        out.markup("    </node>\n");
    }
    for (EdgeIndex i = 0; i < graph.edges().size(); ++i) {
        const EdgeRecord &edge = graph.edge(i);
        // Never directed="false", which networkx and Boost refuse: `symmetric` says it. `label` is Gephi's edge type,
        // which keeps parallel edges apart, and apoc's type of relationship.
        out.markup("    <edge id=\"").text(table.edge_id(i)).markup("\" source=\"").text(table.node_id(edge.source));
        out.markup("\" target=\"").text(table.node_id(edge.target)).markup("\" label=\"").text(edge_type(edge));
        out.markup("\">\n");
        write_data(out, edge_columns, i);
        out.markup("    </edge>\n");
    }
    out.markup("  </graph>\n</graphml>\n");
    out.finish();
}

} // namespace gainsay
