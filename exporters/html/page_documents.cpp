#include "exporters/html/page_documents.h"

namespace gainsay {

PageDocuments::PageDocuments(const KnowledgeGraph &graph, const ArticleIndex &articles) {
    for (const EdgeRecord &edge : graph.edges()) {
        for (const Evidence &piece : edge.evidence) {
            numbers_.emplace(piece.document, 0);
        }
    }
    for (const NodeRecord &node : graph.nodes()) {
        for (const Mention &mention : node.mentions) {
            numbers_.emplace(mention.document, 0);
        }
    }
    for (auto &[id, number] : numbers_) {
        number = static_cast<std::int64_t>(list_.size());
        list_.push_back({id, articles.node(id)});
    }
}

std::int64_t PageDocuments::number(std::string_view id) const {
    return numbers_.find(id)->second;
}

std::int64_t PageDocuments::find(std::string_view id) const {
    const auto at = numbers_.find(id);
    return at == numbers_.end() ? -1 : at->second;
}

} // namespace gainsay
