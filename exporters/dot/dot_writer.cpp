#include "exporters/dot/dot_writer.h"

#include "base/number.h"
#include "exporters/dot/dot_label.h"
#include "exporters/dot/dot_legend.h"
#include "exporters/dot/layout.h"
#include "exporters/style.h"
#include "exporters/table.h"
#include "exporters/text.h"
#include "query/statements.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>
#include <utility>
#include <vector>

namespace gainsay {

namespace {

using Setting = std::pair<const char *, const char *>;

/// What the picture as a whole looks like.
constexpr auto graph_settings = std::to_array<Setting>({
    {"charset", "UTF-8"},
    {"ranksep", "0.36"},
    {"nodesep", "0.18"},
    {"splines", "true"},
    {"overlap", "prism"},
    {"outputorder", "edgesfirst"},
    {"bgcolor", "white"},
    {"pad", "0.15"},
    {"fontname", "Helvetica"},
    {"fontsize", "12"},
    {"labelloc", "t"},
    {"labeljust", "l"},
});

/// Defaults also declare what single nodes set.
constexpr auto node_settings = std::to_array<Setting>({
    {"fontname", "Helvetica"},
    {"fontsize", "13"},
    {"fontcolor", "#1a1a1a"},
    {"style", "filled"},
    {"penwidth", "1.2"},
    {"margin", "0.1,0.05"},
    {"shape", "box"},
    {"color", "#000000"},
    {"fillcolor", "#ffffff"},
    {"peripheries", "1"},
    {"fixedsize", "false"},
    {"width", "0.75"},
    {"height", "0.5"},
    {"label", ""},
    {"tooltip", ""},
    {"id", ""},
});

constexpr auto edge_settings = std::to_array<Setting>({
    {"fontname", "Helvetica"}, {"fontsize", "11"}, {"arrowsize", "0.8"}, {"arrowhead", "normal"},
    {"arrowtail", "normal"},   {"minlen", "1"},    {"color", "#000000"}, {"fontcolor", "#000000"},
    {"penwidth", "1"},         {"style", "solid"}, {"dir", "forward"},   {"weight", "1"},
    {"constraint", "true"},    {"label", ""},      {"xlabel", ""},       {"tailport", ""},
    {"headport", ""},          {"tooltip", ""},    {"id", ""},
});

/// For graphs of which a map is made: straight lines, and no search for room, which takes minutes.
constexpr auto map_settings = std::to_array<Setting>({
    {"splines", "line"},
    {"overlap", "true"},
    {"K", "0.7"},
});

/// On a map.
constexpr std::size_t most_names = 60;

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
        dot.set(drawn, "margin", "0.25,0.12");
    }
    if (node.status == ClaimStatus::disputed) {
        dot.set(drawn, "color", html_color(dispute_color()));
        dot.set(drawn, "peripheries", "2");
        dot.set(drawn, "penwidth", "1.6");
        // The folded corner has no second line.
        dot.set(drawn, "shape", "box");
    }
}

/// A node of a map, larger the more edges it has.
void draw_dot(const KnowledgeGraph &graph, NodeIndex index, Agnode_t *drawn, DotGraph &dot) {
    const NodeRecord &node = graph.node(index);
    const bool is_disputed = node.status == ClaimStatus::disputed;
    const std::string size = format_rounded(node_size(graph.degree(index)) / 150, 3);
    dot.set(drawn, "shape", node.kind == NodeKind::Claim ? "square" : "circle");
    dot.set(drawn, "fixedsize", "true");
    dot.set(drawn, "width", size);
    dot.set(drawn, "height", size);
    dot.set(drawn, "color", html_color(is_disputed ? dispute_color() : style(node.kind).line));
    dot.set(drawn, "fillcolor", html_color(is_disputed ? dispute_color() : style(node.kind).line));
    dot.set(drawn, "tooltip", dot_escape(shorten(node.label, longest_tooltip)));
}

/// Those that get their names on a map.
std::vector<bool> busiest_nodes(const KnowledgeGraph &graph) {
    std::vector<NodeIndex> order(graph.nodes().size());
    std::iota(order.begin(), order.end(), NodeIndex{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](NodeIndex a, NodeIndex b) { return graph.degree(a) > graph.degree(b); });
    std::vector<bool> chosen(graph.nodes().size(), false);
    for (std::size_t i = 0; i < std::min(most_names, order.size()); ++i) {
        chosen[order[i]] = true;
    }
    return chosen;
}

void draw_line(const KnowledgeGraph &graph, const DrawnLine &line, Agedge_t *drawn, DotGraph &dot) {
    const EdgeRecord &edge = graph.edge(line.edges.front());
    const EdgeKindRow &kind = row(edge.kind);
    const std::string color = html_color(color_of(kind.tone));
    dot.set(drawn, "arrowhead", std::string(arrow_of(kind.tone)));
    dot.set(drawn, "color", color);
    dot.set(drawn, "fontcolor", color);
    dot.set(drawn, "penwidth", format_rounded(line_width(line_weight(graph, line)), 2));
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
    dot.set_html(drawn, is_aside ? "xlabel" : "label", line_label_html(graph, line));
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

/// What a plan makes of a graph.
class PlanDetails {
  public:
    PlanDetails(const KnowledgeGraph &graph, const LayoutPlan &plan)
        : denies_more_(graph.nodes().size(), false), length_(graph.edges().size(), 1) {
        if (plan.has_sides) {
            find_sides(graph);
        }
        if (plan.columns > 1) {
            spread_leaves(graph, plan.columns);
        }
        find_parts(graph);
        if (is_packed_ && plan.engine == "dot") {
            for (std::size_t &length : length_) {
                length *= 2;
            }
        }
    }

    /// What does not hang together is laid out part by part and put side by side. dot 2.42 forgets then that edges have
    /// labels, which take a rank of their own: edges are twice as long, ranks twice as near.
    bool is_packed() const { return is_packed_; }

    /// Stands on the right.
    bool denies_more(NodeIndex actor) const { return denies_more_[actor]; }
    /// Columns between the edge's ends.
    std::size_t length(EdgeIndex edge) const { return length_[edge]; }

  private:
    void find_sides(const KnowledgeGraph &graph) {
        std::vector<double> balance(graph.nodes().size(), 0);
        for (const EdgeRecord &edge : graph.edges()) {
            if (row(edge.kind).family == EdgeFamily::statement) {
                balance[edge.source] += side_of(edge.kind, edge.polarity) == Side::against ? -edge.weight : edge.weight;
            }
        }
        for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
            denies_more_[i] = balance[i] < 0;
        }
    }

    void spread_leaves(const KnowledgeGraph &graph, std::size_t columns) {
        std::vector<std::size_t> leaves(graph.nodes().size(), 0);
        for (EdgeIndex i = 0; i < graph.edges().size(); ++i) {
            const EdgeRecord &edge = graph.edge(i);
            const bool hangs_on_source = graph.degree(edge.target) == 1;
            if (hangs_on_source || graph.degree(edge.source) == 1) {
                length_[i] = 1 + leaves[hangs_on_source ? edge.source : edge.target]++ % columns;
            }
        }
    }

    void find_parts(const KnowledgeGraph &graph) {
        std::vector<NodeIndex> leader(graph.nodes().size());
        std::iota(leader.begin(), leader.end(), NodeIndex{0});
        const auto find = [&](NodeIndex node) {
            while (leader[node] != node) {
                leader[node] = leader[leader[node]];
                node = leader[node];
            }
            return node;
        };
        for (const EdgeRecord &edge : graph.edges()) {
            leader[find(edge.source)] = find(edge.target);
        }
        std::set<NodeIndex> parts;
        for (const EdgeRecord &edge : graph.edges()) {
            parts.insert(find(edge.source));
        }
        is_packed_ = parts.size() > 1;
    }

    std::vector<bool> denies_more_;
    std::vector<std::size_t> length_;
    bool is_packed_ = false;
};

} // namespace

std::vector<bool> nodes_that_only_relay(const KnowledgeGraph &graph) {
    std::vector<bool> only_relays(graph.nodes().size(), false);
    for (const EdgeRecord &edge : graph.edges()) {
        for (const NodeIndex relay : edge.relayed_by) {
            only_relays[relay] = graph.degree(relay) == 0;
        }
    }
    return only_relays;
}

std::string drawn_node_id(NodeIndex node) {
    return "drawn_node_" + std::to_string(node);
}

std::string drawn_edge_id(EdgeIndex edge) {
    return "drawn_edge_" + std::to_string(edge);
}

void draw(const KnowledgeGraph &graph, const ExportOptions &options, const LayoutPlan &plan, DotGraph &dot) {
    dot.set_graph("layout", plan.engine);
    dot.set_graph("rankdir", plan.rank_direction);
    const PlanDetails details(graph, plan);
    for (const auto &[name, value] : graph_settings) {
        dot.set_graph(name, value);
    }
    if (details.is_packed() && plan.engine == "dot") {
        dot.set_graph("pack", "6");
        dot.set_graph("ranksep", "0.18");
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
    const bool is_map = plan.engine == "sfdp";
    if (is_map) {
        for (const auto &[name, value] : map_settings) {
            dot.set_graph(name, value);
        }
    }
    const std::vector<bool> only_relays = nodes_that_only_relay(graph);
    const std::vector<bool> named = is_map ? busiest_nodes(graph) : std::vector<bool>(graph.nodes().size(), true);
    std::vector<Agnode_t *> drawn(graph.nodes().size(), nullptr);
    // What comes later is drawn above: names over dots.
    for (const bool with_name : {false, true}) {
        for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
            if (!only_relays[i] && named[i] == with_name) {
                drawn[i] = dot.add_node(dot_escape(table.node_id(i)));
                dot.set(drawn[i], "id", drawn_node_id(i));
                with_name ? draw_node(graph.node(i), drawn[i], dot) : draw_dot(graph, i, drawn[i], dot);
            }
        }
    }
    for (const DrawnLine &drawn_line : drawn_lines(graph)) {
        const EdgeIndex i = drawn_line.edges.front();
        const EdgeRecord &edge = graph.edge(i);
        const bool is_turned = details.denies_more(edge.source);
        Agnode_t *tail = drawn[is_turned ? edge.target : edge.source];
        Agnode_t *head = drawn[is_turned ? edge.source : edge.target];
        Agedge_t *line = dot.add_edge(tail, head, dot_escape(table.edge_id(i)));
        dot.set(line, "id", drawn_edge_id(i));
        draw_line(graph, drawn_line, line, dot);
        if (is_map) {
            // The legend tells what the colours say.
            dot.set(line, "label", "");
            dot.set(line, "xlabel", "");
            dot.set(line, "arrowsize", "0.4");
        }
        if (is_turned) {
            dot.set(line, "dir", "back");
            dot.set(line, "arrowtail", std::string(arrow_of(row(edge.kind).tone)));
        }
        if (details.length(i) > 1) {
            dot.set(line, "minlen", std::to_string(details.length(i)));
        }
    }
}

void write_dot(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    const GraphvizLock lock;
    LayoutPlan plan = choose_plan(lock, graph, options).plan;
    plan.has_sides = false;
    DotGraph dot(lock);
    draw(graph, options, plan, dot);
    sink.write(dot.text());
}

} // namespace gainsay
