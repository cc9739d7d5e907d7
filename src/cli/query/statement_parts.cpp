#include "cli/query/statement_parts.h"

#include "cli/query/answer_parts.h"
#include "cli/query/text_layout.h"

#include <algorithm>
#include <set>

namespace gainsay {

namespace {

void add_lines(std::vector<std::string> &lines, std::string_view text, std::size_t width, std::size_t first,
               std::size_t rest) {
    const std::size_t deeper = std::max(first, rest);
    bool is_first = true;
    for (const std::string &line : wrap(text, width > deeper ? width - deeper : 1)) {
        lines.push_back(std::string(is_first ? first : rest, ' ') + line);
        is_first = false;
    }
}

/// Pieces worth reading: of those that lie within another of the same document only the longest.
std::vector<const Evidence *> pieces_to_show(const EdgeRecord &edge, const std::vector<std::string> *documents) {
    std::vector<const Evidence *> pieces;
    for (const Evidence &piece : edge.evidence) {
        const bool is_asked =
            documents == nullptr || std::binary_search(documents->begin(), documents->end(), piece.document);
        const bool is_within_another =
            std::any_of(edge.evidence.begin(), edge.evidence.end(), [&](const Evidence &other) {
                return other.document == piece.document && other.span != piece.span && other.span.contains(piece.span);
            });
        if (is_asked && !is_within_another) {
            pieces.push_back(&piece);
        }
    }
    // One of each article first, so that a cut list still shows all who tell it.
    std::set<std::string_view> seen;
    std::vector<const Evidence *> first;
    std::vector<const Evidence *> further;
    for (const Evidence *piece : pieces) {
        (seen.insert(piece->document).second ? first : further).push_back(piece);
    }
    first.insert(first.end(), further.begin(), further.end());
    return first;
}

std::string_view side_name(Side side) {
    switch (side) {
    case Side::in_favor:
        return "for";
    case Side::against:
        return "against";
    case Side::neither:
        break;
    }
    return "other";
}

} // namespace

std::string quoted_label(const NodeRecord &node) {
    constexpr std::size_t most = 120;
    const std::string label = shortened(node.label, most);
    return node.kind == NodeKind::Claim ? "“" + label + "”" : label;
}

std::string shown(const When &when) {
    if (when.date.empty()) {
        return "no date";
    }
    return (when.is_publication ? "published " : "") + when.date;
}

std::string article_line(const ArticleIndex &articles, std::string_view document) {
    std::string line;
    const std::string_view outlet = articles.outlet(document);
    if (outlet != document) {
        line += outlet;
    }
    const std::string_view published = articles.published(document);
    if (!published.empty()) {
        line += (line.empty() ? "" : ", ") + std::string(published);
    }
    const std::string_view original = articles.original(document);
    if (original != document) {
        line += (line.empty() ? "" : ", ") + std::string("a copy of [") + std::string(original) + "]";
    }
    return line + (line.empty() ? "[" : " [") + std::string(document) + "]";
}

std::vector<std::string> statement_lines(const KnowledgeGraph &graph, const ArticleIndex &articles, EdgeIndex index,
                                         std::size_t width, const std::vector<std::string> *documents) {
    constexpr std::size_t sentence_indent = 2;
    constexpr std::size_t article_indent = 4;
    const EdgeRecord &edge = graph.edge(index);
    std::vector<std::string> lines;
    std::string head = graph.node(edge.source).label + " " + edge_label(edge);
    // Statements stand under the claim that they are on.
    head += row(edge.kind).family == EdgeFamily::action ? " " + quoted_label(graph.node(edge.target)) : "";
    head += ", " + shown(when(edge, articles));
    for (const NodeIndex relay : edge.relayed_by) {
        head += (relay == edge.relayed_by.front() ? ", as told by " : ", ") + graph.node(relay).label;
    }
    add_lines(lines, head, width, 0, sentence_indent);
    const std::vector<const Evidence *> pieces = pieces_to_show(edge, documents);
    for (std::size_t i = 0; i < pieces.size() && i < most_sentences; ++i) {
        add_lines(lines, "“" + pieces[i]->text + "”", width, sentence_indent, sentence_indent);
        add_lines(lines, article_line(articles, pieces[i]->document), width, article_indent, article_indent);
    }
    if (pieces.size() > most_sentences) {
        add_lines(lines, "… and " + counted(pieces.size() - most_sentences, "more sentence", "more sentences"), width,
                  sentence_indent, sentence_indent);
    }
    return lines;
}

std::string context_paragraph(const NodeRecord &claim, std::size_t width, std::size_t indent) {
    const std::string context(text_attribute(claim, "context"));
    return context.empty() ? std::string()
                           : paragraph("around it: \u201c" + context + "\u201d", width, indent, indent + 2);
}

std::vector<std::string> statement_lines(const KnowledgeGraph &graph, const ArticleIndex &articles,
                                         const std::vector<EdgeIndex> &edges, std::size_t width,
                                         const std::vector<std::string> *documents) {
    std::vector<std::string> lines;
    for (const EdgeIndex edge : edges) {
        if (!lines.empty()) {
            lines.emplace_back();
        }
        const std::vector<std::string> more = statement_lines(graph, articles, edge, width, documents);
        lines.insert(lines.end(), more.begin(), more.end());
    }
    return lines;
}

void write_when(JsonOutput &out, const When &when) {
    out.key("date");
    if (when.date.empty()) {
        out.null();
    } else {
        out.string(when.date);
    }
    out.key("date_is_publication");
    out.boolean(when.is_publication);
}

void write_statement(JsonOutput &out, const KnowledgeGraph &graph, const ArticleIndex &articles, EdgeIndex index) {
    const EdgeRecord &edge = graph.edge(index);
    out.begin_object();
    out.key("actor");
    write_node(out, graph.node(edge.source));
    out.field("side", side_name(side_of(edge.kind, edge.polarity)));
    write_when(out, when(edge, articles));
    out.key("relayed_by");
    out.begin_array();
    for (const NodeIndex relay : edge.relayed_by) {
        write_node(out, graph.node(relay));
    }
    out.end_array();
    out.key("edge");
    write_edge(out, graph, edge);
    out.end_object();
}

void write_statements(JsonOutput &out, const KnowledgeGraph &graph, const ArticleIndex &articles, std::string_view key,
                      const std::vector<EdgeIndex> &edges) {
    out.key(key);
    out.begin_array();
    for (const EdgeIndex edge : edges) {
        out.break_line();
        write_statement(out, graph, articles, edge);
    }
    out.end_array();
}

void write_claim(JsonOutput &out, const KnowledgeGraph &graph, const ArticleIndex &articles, NodeIndex claim) {
    const NodeRecord &node = graph.node(claim);
    out.begin_object();
    write_node_with_status(out, node);
    write_count(out, "sources", independent_sources(graph, claim, articles));
    if (const std::string context(text_attribute(node, "context")); !context.empty()) {
        out.field("context", context);
    }
    out.end_object();
}

} // namespace gainsay
