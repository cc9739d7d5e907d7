#include "exporters/node_link/node_link_writer.h"

#include "exporters/json_cells.h"

namespace gainsay {

void write_node_link(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    const ExportTable table(graph, options.articles, options.provenance);
    JsonOutput out(sink);
    out.begin_object();
    out.key("directed");
    out.boolean(true);
    out.key("multigraph");
    out.boolean(true);
    out.key("graph");
    out.begin_object();
    if (!options.title.empty()) {
        out.field("title", options.title);
    }
    out.end_object();
    out.break_line();
    out.key("nodes");
    out.begin_array();
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        out.break_line();
        out.begin_object();
        out.field("id", table.node_id(i));
        write_members(out, table.node_columns(), i);
        out.end_object();
    }
    out.end_array();
    for (const std::string_view list : {"links", "edges"}) {
        out.break_line();
        out.key(list);
        out.begin_array();
        for (EdgeIndex i = 0; i < graph.edges().size(); ++i) {
            out.break_line();
            out.begin_object();
            out.field("source", table.node_id(graph.edge(i).source));
            out.field("target", table.node_id(graph.edge(i).target));
            out.field("key", table.edge_id(i));
            write_members(out, table.edge_columns(), i);
            out.end_object();
        }
        out.end_array();
    }
    out.end_object();
    out.finish();
}

} // namespace gainsay
