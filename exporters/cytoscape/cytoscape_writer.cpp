#include "exporters/cytoscape/cytoscape_writer.h"

#include "exporters/json_cells.h"
#include "exporters/style.h"

namespace gainsay {

void write_cytoscape(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    const ExportTable table(graph, options.articles, options.provenance);
    JsonOutput out(sink);
    out.begin_object();
    out.key("data");
    out.begin_object();
    out.field("name", options.title.empty() ? "Gainsay" : std::string_view(options.title));
    out.end_object();
    out.key("elements");
    out.begin_object();
    out.key("nodes");
    out.begin_array();
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        out.break_line();
        out.begin_object();
        out.key("data");
        out.begin_object();
        out.field("id", table.node_id(i));
        // The desktop program shows `name`.
        out.key("name");
        write_cell(out, table.node_columns().front().value(i));
        write_members(out, table.node_columns(), i);
        out.field("color", html_color(style(graph.node(i).kind).line));
        out.end_object();
        out.end_object();
    }
    out.end_array();
    out.break_line();
    out.key("edges");
    out.begin_array();
    for (EdgeIndex i = 0; i < graph.edges().size(); ++i) {
        const EdgeRecord &edge = graph.edge(i);
        out.break_line();
        out.begin_object();
        out.key("data");
        out.begin_object();
        out.field("id", table.edge_id(i));
        out.field("source", table.node_id(edge.source));
        out.field("target", table.node_id(edge.target));
        write_members(out, table.edge_columns(), i);
        out.field("color", html_color(color_of(row(edge.kind).tone)));
        out.end_object();
        out.end_object();
    }
    out.end_array();
    out.end_object();
    out.end_object();
    out.finish();
}

} // namespace gainsay
