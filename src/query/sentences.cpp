#include "query/sentences.h"

namespace gainsay {

namespace {

void add_mentions(const NodeRecord &node, std::vector<EdgeSentence> &sentences) {
    for (const Mention &mention : node.mentions) {
        sentences.push_back({mention.document, mention.span, mention.text, {}});
    }
}

void add_statements(const KnowledgeGraph &graph, NodeIndex claim, std::vector<EdgeSentence> &sentences) {
    for (const EdgeIndex edge : graph.in_edges(claim)) {
        if (row(graph.edge(edge).kind).family == EdgeFamily::statement) {
            for (const Evidence &piece : graph.edge(edge).evidence) {
                sentences.push_back({piece.document, piece.span, piece.text, edge});
            }
        }
    }
}

} // namespace

std::vector<EdgeSentence> sentences_of(const KnowledgeGraph &graph, EdgeIndex index) {
    const EdgeRecord &edge = graph.edge(index);
    std::vector<EdgeSentence> sentences;
    for (const Evidence &piece : edge.evidence) {
        sentences.push_back({piece.document, piece.span, piece.text, {}});
    }
    if (!sentences.empty()) {
        return sentences;
    }
    switch (edge.kind) {
    case EdgeKind::about:
        add_statements(graph, edge.source, sentences);
        break;
    case EdgeKind::contradicts:
    case EdgeKind::corroborates:
        add_statements(graph, edge.source, sentences);
        add_statements(graph, edge.target, sentences);
        break;
    case EdgeKind::participates_in:
        add_mentions(graph.node(edge.target), sentences);
        break;
    case EdgeKind::reported_in: {
        const NodeRecord &article = graph.node(edge.target);
        const std::string &id = article.aliases.empty() ? article.label : article.aliases.front();
        for (const Mention &mention : graph.node(edge.source).mentions) {
            if (mention.document == id) {
                sentences.push_back({mention.document, mention.span, mention.text, {}});
            }
        }
        break;
    }
    default:
        break;
    }
    return sentences;
}

} // namespace gainsay
