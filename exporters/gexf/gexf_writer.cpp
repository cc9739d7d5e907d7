#include "exporters/gexf/gexf_writer.h"

#include "base/date.h"
#include "base/number.h"
#include "exporters/style.h"
#include "exporters/xml_output.h"

#include <optional>

namespace gainsay {

namespace {

template <class Index>
void write_columns(XmlOutput &out, const std::vector<Column<Index>> &columns, std::string_view owner) {
    out.markup("    <attributes class=\"").markup(owner).markup("\">\n");
    for (const Column<Index> &column : columns) {
        out.markup("      <attribute id=\"").text(column.name).markup("\" title=\"").text(column.name);
        out.markup("\" type=\"").markup(xml_type_name(column.type)).markup("\"/>\n");
    }
    out.markup("    </attributes>\n");
}

template <class Index>
void write_values(XmlOutput &out, const std::vector<Column<Index>> &columns, Index index) {
    out.markup("        <attvalues>\n");
    for (const Column<Index> &column : columns) {
        const Cell cell = column.value(index);
        if (!std::holds_alternative<std::monostate>(cell)) {
            out.markup("          <attvalue for=\"")
                .text(column.name)
                .markup("\" value=\"")
                .cell(cell)
                .markup("\"/>\n");
        }
    }
    out.markup("        </attvalues>\n");
}

/// The days that a date or interval covers, as a spell.
void write_spell(XmlOutput &out, std::string_view date) {
    if (const std::optional<DateInterval> interval = parse_interval(date)) {
        out.markup("        <spells><spell start=\"").text(format(days_covered(interval->first).first));
        out.markup("\" end=\"").text(format(days_covered(interval->last).last)).markup("\"/></spells>\n");
    }
}

void write_color(XmlOutput &out, Color color) {
    out.markup("        <viz:color r=\"").markup(std::to_string(color.red));
    out.markup("\" g=\"").markup(std::to_string(color.green));
    out.markup("\" b=\"").markup(std::to_string(color.blue)).markup("\"/>\n");
}

} // namespace

void write_gexf_head(XmlOutput &out, std::string_view title, bool is_version_12, std::string_view edge_type) {
    out.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.markup(is_version_12 ? "<gexf xmlns=\"http://www.gexf.net/1.2draft\" "
                               "xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" version=\"1.2\">\n"
                             : "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
                               "version=\"1.3\">\n");
    out.markup("  <meta>\n    <creator>Gainsay</creator>\n    <description>");
    out.text(title).markup("</description>\n  </meta>\n  <graph defaultedgetype=\"").markup(edge_type);
    out.markup(R"(" mode="dynamic" timeformat="date")");
    out.markup(is_version_12 ? ">\n" : " timerepresentation=\"interval\">\n");
}

void write_gexf(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    const ExportTable table(graph, options.articles, options.provenance);
    const ArticleIndex articles(options.articles == nullptr ? graph : *options.articles);
    XmlOutput out(sink);
    const bool is_old = options.flavor == Flavor::gexf12;
    write_gexf_head(out, options.title, is_old, "directed");
    write_columns(out, table.node_columns(), "node");
    write_columns(out, table.edge_columns(), "edge");
    out.markup("    <nodes>\n");
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        const NodeRecord &node = graph.node(i);
        out.markup("      <node id=\"")
            .text(table.node_id(i))
            .markup("\" label=\"")
            .text(short_label(node))
            .markup("\">\n");
        write_values(out, table.node_columns(), i);
        write_spell(out, text_attribute(node, "date"));
        write_color(out, style(node.kind).line);
        // Gephi reads the first attribute of a size as its value.
        out.markup("        <viz:size value=\"").markup(format_rounded(node_size(graph.degree(i)), 3)).markup("\"/>\n");
        out.markup("      </node>\n");
    }
    out.markup("    </nodes>\n    <edges>\n");
    for (EdgeIndex i = 0; i < graph.edges().size(); ++i) {
        const EdgeRecord &edge = graph.edge(i);
        out.markup("      <edge id=\"").text(table.edge_id(i)).markup("\" source=\"").text(table.node_id(edge.source));
        out.markup("\" target=\"").text(table.node_id(edge.target));
        // Version 1.2 has no kinds of edges: there the label is the kind.
        if (!is_old) {
            out.markup("\" kind=\"").text(edge_type(edge));
        }
        out.markup("\" label=\"").text(is_old ? edge_type(edge) : edge_label(edge));
        out.markup("\" weight=\"").markup(format_number(independent_weight(graph, i, articles)));
        // Never undirected, which networkx refuses beside directed ones: the attribute `symmetric` says it.
        out.markup("\" type=\"directed\">\n");
        write_values(out, table.edge_columns(), i);
        write_spell(out, edge.date);
        write_color(out, color_of(row(edge.kind).tone));
        out.markup("      </edge>\n");
    }
    out.markup("    </edges>\n  </graph>\n</gexf>\n");
    out.finish();
}

} // namespace gainsay
