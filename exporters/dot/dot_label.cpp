#include "exporters/dot/dot_label.h"

#include "base/utf8.h"
#include "exporters/style.h"
#include "exporters/text.h"

namespace gainsay {

namespace {

/// Code points a line, and lines, of a box.
constexpr std::size_t name_width = 22;
constexpr std::size_t claim_width = 34;
constexpr std::size_t most_lines = 7;

std::string font(std::string_view attributes, const std::string &html) {
    return "<FONT " + std::string(attributes) + ">" + html + "</FONT>";
}

std::string lines_html(std::string_view text, std::size_t width, std::string_view line_break) {
    std::string html;
    const std::vector<std::string> lines = wrap(text, width, most_lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        // Left-aligned lines need the break behind the last one too.
        const bool is_last = i + 1 == lines.size();
        html.append(label_text(lines[i])).append(is_last && line_break == "<BR/>" ? "" : line_break);
    }
    return html.empty() ? " " : html;
}

std::string claim_html(const NodeRecord &node) {
    std::string html;
    if (node.status && *node.status != ClaimStatus::asserted) {
        const std::string color =
            html_color(*node.status == ClaimStatus::retracted ? Color{95, 105, 115} : dispute_color());
        html = font(R"(POINT-SIZE="10" COLOR=")" + color + R"(")", "<B>" + uppercase(name(*node.status)) + "</B>") +
               "<BR ALIGN=\"LEFT\"/>";
    }
    return html + lines_html(node.label, claim_width, "<BR ALIGN=\"LEFT\"/>");
}

std::string event_html(const NodeRecord &node) {
    std::string head(text_attribute(node, "type"));
    const std::string_view date = text_attribute(node, "date");
    if (!date.empty()) {
        head.append(head.empty() ? "" : " · ").append(date);
    }
    std::string html;
    if (!head.empty()) {
        html = font(R"(POINT-SIZE="10" COLOR=")" + html_color(style(NodeKind::Event).line) + R"(")", label_text(head)) +
               "<BR/>";
    }
    return html + lines_html(node.label, name_width + 4, "<BR/>");
}

} // namespace

std::string label_text(std::string_view text) {
    std::string doubled;
    for (const char byte : xml_escape(text)) {
        doubled.append(byte == '\\' ? 2 : 1, byte);
    }
    return doubled;
}

std::string node_label_html(const NodeRecord &node) {
    switch (node.kind) {
    case NodeKind::Claim:
        return claim_html(node);
    case NodeKind::Event:
        return event_html(node);
    case NodeKind::Outlet:
        return "<I>" + lines_html(node.label, name_width, "<BR/>") + "</I>";
    case NodeKind::Document:
    case NodeKind::Place:
        return font("POINT-SIZE=\"10\"", lines_html(node.label, name_width + 4, "<BR/>"));
    default:
        break;
    }
    std::string html = "<B>" + lines_html(node.label, name_width, "<BR/>") + "</B>";
    const std::string_view position = text_attribute(node, "position");
    if (!position.empty()) {
        html +=
            "<BR/>" + font("POINT-SIZE=\"10\"", lines_html(shorten(position, 3 * name_width), name_width + 6, "<BR/>"));
    }
    return html;
}

std::string line_label_html(const KnowledgeGraph &graph, const DrawnLine &line) {
    const EdgeRecord &edge = graph.edge(line.edges.front());
    std::string text = line_label(graph, line);
    // How a statement words its content stands small below: `denies ("would")`.
    std::string below;
    if (const std::size_t bracket = text.find(" (\""); bracket != std::string::npos) {
        below = "“" + text.substr(bracket + 3, text.size() - bracket - 5) + "”";
        text.resize(bracket);
    }
    if (row(edge.kind).family == EdgeFamily::action && line.edges.size() == 1) {
        below = edge.date;
    }
    if (!edge.relayed_by.empty()) {
        below.append(below.empty() ? "" : " ");
        below += "via " + shorten(graph.node(edge.relayed_by.front()).label, name_width);
    }
    std::string html = lines_html(text, name_width, "<BR/>");
    if (!below.empty()) {
        html += "<BR/>" + font("POINT-SIZE=\"10\"", lines_html(below, name_width, "<BR/>"));
    }
    // A white ground keeps the words readable where a line runs beneath them.
    return R"(<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1"><TR><TD BGCOLOR="#ffffffd0">)" + html +
           "</TD></TR></TABLE>";
}

} // namespace gainsay
