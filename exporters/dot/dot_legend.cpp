#include "exporters/dot/dot_legend.h"

#include "exporters/dot/dot_label.h"
#include "exporters/style.h"
#include "exporters/text.h"

#include <algorithm>
#include <vector>

namespace gainsay {

namespace {

/// More would make the legend wider than the picture.
constexpr std::size_t most_words = 4;
constexpr std::size_t entries_in_row = 4;

std::string cell(std::string_view attributes, const std::string &html) {
    return "<TD " + std::string(attributes) + ">" + html + "</TD>";
}

/// The labels of a tone's kinds, as far as the graph has them.
std::string tone_words(Tone tone, const std::vector<EdgeKind> &present) {
    std::string words;
    std::size_t count = 0;
    for (const EdgeKindRow &kind : edge_kinds()) {
        if (kind.tone != tone || std::find(present.begin(), present.end(), kind.kind) == present.end()) {
            continue;
        }
        if (++count > most_words) {
            return words + ", …";
        }
        words.append(words.empty() ? "" : ", ").append(kind.label);
    }
    return words;
}

std::vector<std::string> node_entries(const KnowledgeGraph &graph) {
    std::vector<std::string> entries;
    for (const NodeKindRow &kind : node_kinds()) {
        if (std::any_of(graph.nodes().begin(), graph.nodes().end(),
                        [&](const NodeRecord &node) { return node.kind == kind.kind; })) {
            entries.push_back(cell(R"(BGCOLOR=")" + html_color(style(kind.kind).fill) + R"(" BORDER="1" COLOR=")" +
                                       html_color(style(kind.kind).line) + "\"",
                                   " " + std::string(kind.name) + " "));
        }
    }
    if (std::any_of(graph.nodes().begin(), graph.nodes().end(),
                    [](const NodeRecord &node) { return node.status == ClaimStatus::disputed; })) {
        const std::string red = html_color(dispute_color());
        entries.push_back(
            cell(R"(BORDER="2" COLOR=")" + red + R"(")", R"(<FONT COLOR=")" + red + R"("> Disputed claim </FONT>)"));
    }
    return entries;
}

std::vector<std::string> edge_entries(const KnowledgeGraph &graph) {
    std::vector<EdgeKind> present;
    bool has_unreal = false;
    bool has_negated = false;
    for (const EdgeRecord &edge : graph.edges()) {
        present.push_back(edge.kind);
        if (row(edge.kind).family != EdgeFamily::statement) {
            has_unreal = has_unreal || edge.modality != Modality::actual;
            has_negated = has_negated || edge.polarity == Polarity::negated;
        }
    }
    std::sort(present.begin(), present.end());
    present.erase(std::unique(present.begin(), present.end()), present.end());
    std::vector<std::string> entries;
    for (std::size_t i = 0; i < names_of<Tone>().size(); ++i) {
        const auto tone = static_cast<Tone>(i);
        const std::string words = tone_words(tone, present);
        if (!words.empty()) {
            entries.push_back(cell("ALIGN=\"LEFT\"", "<FONT COLOR=\"" + html_color(color_of(tone)) + "\"><B>" +
                                                         std::string(sign_of(tone)) + "</B> " + xml_escape(words) +
                                                         "</FONT>"));
        }
    }
    if (has_unreal) {
        entries.push_back(cell("ALIGN=\"LEFT\"", "dashed: may happen, planned, asked for"));
    }
    if (has_negated) {
        entries.push_back(cell("ALIGN=\"LEFT\"", "dotted: did not happen"));
    }
    return entries;
}

std::string rows_of(const std::vector<std::string> &entries, std::size_t in_row) {
    std::string html;
    for (std::size_t i = 0; i < entries.size(); i += in_row) {
        html += "<TR>";
        for (std::size_t j = i; j < std::min(i + in_row, entries.size()); ++j) {
            html += entries[j];
        }
        html += "</TR>";
    }
    return html;
}

std::string table(const std::string &rows) {
    return R"(<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="6" CELLPADDING="3">)" + rows + "</TABLE>";
}

} // namespace

std::string legend_html(const KnowledgeGraph &graph, const ExportOptions &options) {
    std::string rows;
    if (!options.title.empty()) {
        rows += R"(<TR><TD ALIGN="LEFT"><FONT POINT-SIZE="18"><B>)" + label_text(shorten(options.title, 120)) +
                "</B></FONT></TD></TR>";
    }
    if (options.legend) {
        const std::vector<std::string> nodes = node_entries(graph);
        const std::vector<std::string> edges = edge_entries(graph);
        if (!nodes.empty()) {
            rows += "<TR><TD ALIGN=\"LEFT\">" + table(rows_of(nodes, nodes.size())) + "</TD></TR>";
        }
        if (!edges.empty()) {
            rows += "<TR><TD ALIGN=\"LEFT\">" + table(rows_of(edges, entries_in_row)) + "</TD></TR>";
        }
    }
    if (!options.note.empty()) {
        rows += "<TR><TD ALIGN=\"LEFT\"><I>" + label_text(shorten(options.note, 200)) + "</I></TD></TR>";
    }
    return rows.empty() ? "" : R"(<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0">)" + rows + "</TABLE>";
}

} // namespace gainsay
