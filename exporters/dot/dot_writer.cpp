#include "exporters/dot/dot_writer.h"

#include "base/number.h"
#include "exporters/dot/dot_label.h"
#include "exporters/dot/dot_legend.h"
#include "exporters/style.h"
#include "exporters/table.h"
#include "exporters/text.h"

#include <array>
#include <utility>
#include <vector>

namespace gainsay {

namespace {

using Setting = std::pair<const char *, const char *>;

/// What the picture as a whole looks like.
constexpr auto graph_settings = std::to_array<Setting>({
    {"charset", "UTF-8"},
    {"rankdir", "LR"},
    {"ranksep", "0.6"},
    {"nodesep", "0.3"},
    {"splines", "true"},
    {"overlap", "prism"},
    {"outputorder", "edgesfirst"},
    {"bgcolor", "white"},
    {"pad", "0.3"},
    {"fontname", "Helvetica"},
    {"fontsize", "11"},
    {"labelloc", "t"},
    {"labeljust", "l"},
});

/// Defaults also declare what single nodes set.
constexpr auto node_settings = std::to_array<Setting>({
    {"fontname", "Helvetica"},
    {"fontsize", "12"},
    {"fontcolor", "#1a1a1a"},
    {"style", "filled"},
    {"penwidth", "1.2"},
    {"margin", "0.14,0.08"},
    {"shape", "box"},
    {"color", "#000000"},
    {"fillcolor", "#ffffff"},
    {"peripheries", "1"},
    {"label", ""},
    {"tooltip", ""},
});

constexpr auto edge_settings = std::to_array<Setting>({
    {"fontname", "Helvetica"},
    {"fontsize", "10"},
    {"arrowsize", "0.8"},
    {"color", "#000000"},
    {"fontcolor", "#000000"},
    {"penwidth", "1"},
    {"style", "solid"},
    {"dir", "forward"},
    {"weight", "1"},
    {"constraint", "true"},
    {"label", ""},
    {"xlabel", ""},
    {"tailport", ""},
    {"headport", ""},
    {"tooltip", ""},
});

constexpr std::size_t longest_tooltip = 400;

void draw_node(const NodeRecord &node, Agnode_t *drawn, DotGraph &dot) {
    const NodeStyle &look = style(node.kind);
    dot.set(drawn, "shape", std::string(look.shape));
    dot.set(drawn, "fillcolor", html_color(look.fill));
    dot.set(drawn, "color", html_color(look.line));
    dot.set_html(drawn, "label", node_label_html(node));
    dot.set(drawn, "tooltip", dot_escape(shorten(node.label, longest_tooltip)));
    if (node.kind == NodeKind::Organization) {
        dot.set(drawn, "style", "filled,rounded");
    }
    if (node.kind == NodeKind::Event) {
        // The arrow's head takes of the room for words.
        dot.set(drawn, "margin", "0.3,0.12");
    }
    if (node.status == ClaimStatus::disputed) {
        dot.set(drawn, "color", html_color(dispute_color()));
        dot.set(drawn, "peripheries", "2");
        dot.set(drawn, "penwidth", "1.6");
        // The folded corner has no second line.
        dot.set(drawn, "shape", "box");
    }
}

void draw_edge(const KnowledgeGraph &graph, const EdgeRecord &edge, Agedge_t *drawn, DotGraph &dot) {
    const EdgeKindRow &kind = row(edge.kind);
    const std::string color = html_color(color_of(kind.tone));
    dot.set(drawn, "color", color);
    dot.set(drawn, "fontcolor", color);
    dot.set(drawn, "penwidth", format_rounded(line_width(edge.weight), 2));
    // Comparisons and `about` lead back from right to left and would turn the order of reading around: they do not
    // count for the layout. Their words must not either: dot 2.42 frees memory twice where an edge with a label joins
    // nodes of its first rank.
    const bool is_aside = edge.kind == EdgeKind::about || kind.family == EdgeFamily::comparison;
    if (is_aside) {
        dot.set(drawn, "constraint", "false");
    }
    if (kind.family == EdgeFamily::comparison) {
        // Around the claims' right side, where no statement comes in.
        dot.set(drawn, "tailport", "e");
        dot.set(drawn, "headport", "e");
    }
    dot.set_html(drawn, is_aside ? "xlabel" : "label", edge_label_html(graph, edge));
    if (!edge.evidence.empty()) {
        dot.set(drawn, "tooltip", dot_escape(shorten(edge.evidence.front().text, longest_tooltip)));
    }
    // A statement is a fact whatever it says; an action may be none.
    if (kind.family != EdgeFamily::statement) {
        if (edge.polarity == Polarity::negated) {
            dot.set(drawn, "style", "dotted");
        } else if (edge.modality != Modality::actual) {
            dot.set(drawn, "style", "dashed");
        }
    }
    if (is_symmetric(graph, edge)) {
        dot.set(drawn, "dir", "none");
    }
    if (kind.family == EdgeFamily::provenance) {
        dot.set(drawn, "weight", "0");
    }
}

/// They stand at the edges that they relay ("via Ostmark Radio"), and would float alone.
std::vector<bool> nodes_that_only_relay(const KnowledgeGraph &graph) {
    std::vector<bool> only_relays(graph.nodes().size(), false);
    for (const EdgeRecord &edge : graph.edges()) {
        for (const NodeIndex relay : edge.relayed_by) {
            only_relays[relay] = graph.degree(relay) == 0;
        }
    }
    return only_relays;
}

} // namespace

std::string layout_engine(const KnowledgeGraph &graph) {
    return graph.nodes().size() <= most_dot_nodes ? "dot" : "sfdp";
}

void draw(const KnowledgeGraph &graph, const ExportOptions &options, DotGraph &dot) {
    dot.set_graph("layout", layout_engine(graph));
    for (const auto &[name, value] : graph_settings) {
        dot.set_graph(name, value);
    }
    for (const auto &[name, value] : node_settings) {
        dot.default_node(name, value);
    }
    for (const auto &[name, value] : edge_settings) {
        dot.default_edge(name, value);
    }
    const std::string legend = legend_html(graph, options);
    if (!legend.empty()) {
        dot.set_graph_html("label", legend);
    }
    const ExportTable table(graph);
    const std::vector<bool> only_relays = nodes_that_only_relay(graph);
    std::vector<Agnode_t *> drawn(graph.nodes().size(), nullptr);
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        if (!only_relays[i]) {
            drawn[i] = dot.add_node(dot_escape(table.node_id(i)));
            draw_node(graph.node(i), drawn[i], dot);
        }
    }
    for (EdgeIndex i = 0; i < graph.edges().size(); ++i) {
        const EdgeRecord &edge = graph.edge(i);
        draw_edge(graph, edge, dot.add_edge(drawn[edge.source], drawn[edge.target], dot_escape(table.edge_id(i))), dot);
    }
}

void write_dot(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    const GraphvizLock lock;
    DotGraph dot(lock);
    draw(graph, options, dot);
    sink.write(dot.text());
}

} // namespace gainsay
