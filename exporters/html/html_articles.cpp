#include "exporters/html/html_articles.h"

namespace gainsay {

ArticleTable::ArticleTable(const KnowledgeGraph &graph) {
    for (const NodeRecord &node : graph.nodes()) {
        if (node.kind != NodeKind::Document) {
            continue;
        }
        ArticleFacts facts;
        facts.outlet = text_attribute(node, "outlet");
        facts.published = text_attribute(node, "published");
        facts.title = text_attribute(node, "title");
        facts.url = text_attribute(node, "url");
        // The document's own id is the node's label or an alias where the node's id is a tidied form of it.
        for (const std::string &alias : node.aliases) {
            by_id_.emplace(alias, facts);
        }
        const std::size_t colon = node.id.find(':');
        by_id_.emplace(colon == std::string::npos ? node.id : node.id.substr(colon + 1), facts);
        by_id_.emplace(node.label, facts);
    }
}

const ArticleFacts &ArticleTable::find(const std::string &document) const {
    static const ArticleFacts unknown;
    const auto at = by_id_.find(document);
    return at == by_id_.end() ? unknown : at->second;
}

} // namespace gainsay
