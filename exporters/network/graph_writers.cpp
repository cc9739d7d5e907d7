// Networks as graphs: GraphML and GEXF.
#include "base/number.h"
#include "exporters/gexf/gexf_writer.h"
#include "exporters/network/network_formats.h"
#include "exporters/text.h"
#include "exporters/xml_output.h"

#include <map>
#include <vector>

namespace gainsay {

namespace {

/// A node of either mode with what both formats say of it.
struct DrawnNode {
    std::string id;
    const DiscourseNode *node;
    std::string label;
};

std::vector<DrawnNode> drawn_nodes(const NetworkSeries &series) {
    std::vector<DrawnNode> nodes;
    const std::vector<std::string> rows = unique_labels(series.rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        nodes.push_back({export_id(series.rows[i].id), &series.rows[i], rows[i]});
    }
    if (series.mode == NetworkMode::two_mode) {
        const std::vector<std::string> columns = unique_labels(series.columns);
        for (std::size_t j = 0; j < columns.size(); ++j) {
            nodes.push_back({export_id(series.columns[j].id), &series.columns[j], columns[j]});
        }
    }
    return nodes;
}

/// Place of the column's node among drawn_nodes().
std::size_t target_place(const NetworkSeries &series, std::uint32_t column) {
    return series.mode == NetworkMode::two_mode ? series.rows.size() + column : column;
}

bool is_drawn(const NetworkSeries &series, std::pair<std::uint32_t, std::uint32_t> ends) {
    return series.mode == NetworkMode::two_mode || ends.first < ends.second;
}

double amount(double value) {
    return value < 0 ? -value : value;
}

} // namespace

void write_network_graphml(const NetworkSeries &series, std::size_t first, std::size_t last, ByteSink &sink) {
    XmlOutput out(sink);
    out.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
               "  <key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
               "  <key id=\"full_label\" for=\"node\" attr.name=\"full_label\" attr.type=\"string\"/>\n"
               "  <key id=\"kind\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>\n"
               "  <key id=\"statements\" for=\"node\" attr.name=\"statements\" attr.type=\"long\"/>\n"
               // Gephi draws no negative weights: the amount, and the value with its sign beside it.
               "  <key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n"
               "  <key id=\"value\" for=\"edge\" attr.name=\"value\" attr.type=\"double\"/>\n"
               "  <graph id=\"G\" edgedefault=\"undirected\">\n");
    const std::vector<DrawnNode> nodes = drawn_nodes(series);
    for (const DrawnNode &node : nodes) {
        out.markup("    <node id=\"").text(node.id).markup("\">\n      <data key=\"label\">").text(node.label);
        out.markup("</data>\n      <data key=\"full_label\">").text(node.node->label);
        out.markup("</data>\n      <data key=\"kind\">").text(node.node->kind);
        out.markup("</data>\n      <data key=\"statements\">").markup(std::to_string(node.node->statements));
        out.markup("</data>\n    </node>\n");
    }
    std::size_t number = 0;
    for (std::size_t m = first; m < last; ++m) {
        for (const auto &[ends, value] : series.matrices[m].cells) {
            if (!is_drawn(series, ends)) {
                continue;
            }
            out.markup("    <edge id=\"edge").markup(std::to_string(++number)).markup("\" source=\"");
            out.text(nodes[ends.first].id).markup("\" target=\"");
            out.text(nodes[target_place(series, ends.second)].id);
            out.markup("\">\n      <data key=\"weight\">").markup(format_number(amount(value)));
            out.markup("</data>\n      <data key=\"value\">").markup(format_number(value));
            out.markup("</data>\n    </edge>\n");
        }
    }
    out.markup("  </graph>\n</graphml>\n");
    out.finish();
}

void write_network_gexf(const NetworkSeries &series, std::size_t first, std::size_t last, ByteSink &sink) {
    XmlOutput out(sink);
    write_gexf_head(out, "", false, "undirected");
    out.markup("    <attributes class=\"node\">\n"
               "      <attribute id=\"full_label\" title=\"full_label\" type=\"string\"/>\n"
               "      <attribute id=\"kind\" title=\"kind\" type=\"string\"/>\n"
               "      <attribute id=\"statements\" title=\"statements\" type=\"long\"/>\n"
               "    </attributes>\n");
    const bool has_windows = first < last && series.matrices[first].window.has_value();
    // Gephi takes a changing attribute of this name for the edge's weight.
    out.markup(R"(    <attributes class="edge" mode=")").markup(has_windows ? "dynamic" : "static").markup("\">\n");
    if (has_windows) {
        out.markup("      <attribute id=\"weight\" title=\"Weight\" type=\"double\"/>\n");
    }
    out.markup("      <attribute id=\"value\" title=\"value\" type=\"double\"/>\n    </attributes>\n    <nodes>\n");
    const std::vector<DrawnNode> nodes = drawn_nodes(series);
    for (const DrawnNode &node : nodes) {
        out.markup("      <node id=\"").text(node.id).markup("\" label=\"").text(node.label);
        out.markup("\">\n        <attvalues>\n          <attvalue for=\"full_label\" value=\"").text(node.node->label);
        out.markup("\"/>\n          <attvalue for=\"kind\" value=\"").text(node.node->kind);
        out.markup("\"/>\n          <attvalue for=\"statements\" value=\"");
        out.markup(std::to_string(node.node->statements)).markup("\"/>\n        </attvalues>\n      </node>\n");
    }
    out.markup("    </nodes>\n    <edges>\n");
    /// Window and value of each edge, in order of time.
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::pair<std::size_t, double>>> edges;
    for (std::size_t m = first; m < last; ++m) {
        for (const auto &[ends, value] : series.matrices[m].cells) {
            if (is_drawn(series, ends)) {
                edges[ends].emplace_back(m, value);
            }
        }
    }
    std::size_t number = 0;
    for (const auto &[ends, values] : edges) {
        double greatest = 0;
        std::string spells;
        std::string slices;
        for (const auto &[m, value] : values) {
            greatest = amount(value) > greatest ? amount(value) : greatest;
            if (!series.matrices[m].window) {
                slices += R"(          <attvalue for="value" value=")" + format_number(value) + "\"/>\n";
                continue;
            }
            const TimeWindow &window = *series.matrices[m].window;
            const std::string time = " start=\"" + format(from_days(window.first)) + "\" end=\"" +
                                     format(from_days(window.until_next)) + "\"/>";
            spells += "<spell" + time;
            slices += R"(          <attvalue for="weight" value=")" + format_number(amount(value)) + "\"" + time + "\n";
            slices += R"(          <attvalue for="value" value=")" + format_number(value) + "\"" + time + "\n";
        }
        out.markup("      <edge id=\"edge").markup(std::to_string(++number)).markup("\" source=\"");
        out.text(nodes[ends.first].id).markup("\" target=\"");
        out.text(nodes[target_place(series, ends.second)].id).markup("\" weight=\"").markup(format_number(greatest));
        out.markup("\" type=\"undirected\">\n        <attvalues>\n").markup(slices).markup("        </attvalues>\n");
        if (!spells.empty()) {
            out.markup("        <spells>").markup(spells).markup("</spells>\n");
        }
        out.markup("      </edge>\n");
    }
    out.markup("    </edges>\n  </graph>\n</gexf>\n");
    out.finish();
}

} // namespace gainsay
