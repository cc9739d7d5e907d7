#pragma once

#include "graph/knowledge_graph.h"
#include "support/sample_graphs.h"

#include <string>
#include <vector>

namespace gainsay::samples {

/// An article whose id the evidence names it by; empty values are left out.
inline NodeIndex add_article(StoryBuilder &s, const std::string &id, const std::string &outlet,
                             const std::string &published) {
    const NodeIndex node = s.node(NodeKind::Document, id);
    if (!outlet.empty()) {
        s.at(node).attributes["outlet"] = outlet;
    }
    if (!published.empty()) {
        s.at(node).attributes["published"] = published;
    }
    return node;
}

inline EdgeRecord dated(EdgeRecord edge, const std::string &date) {
    edge.date = date;
    return edge;
}

/// "Brandt asserts", "Tolland denies" …: an edge without its target.
inline std::string told(const KnowledgeGraph &graph, EdgeIndex index) {
    const EdgeRecord &edge = graph.edge(index);
    return graph.node(edge.source).label + " " + std::string(name(edge.kind));
}

inline std::vector<std::string> told(const KnowledgeGraph &graph, const std::vector<EdgeIndex> &edges) {
    std::vector<std::string> texts;
    texts.reserve(edges.size());
    for (const EdgeIndex edge : edges) {
        texts.push_back(told(graph, edge));
    }
    return texts;
}

} // namespace gainsay::samples
