#pragma once

#include "graph/knowledge_graph.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// The articles of a graph by the ids that evidence and mentions name them by. Keeps a reference to the graph, which
/// must live as long; any number of threads may ask.
class ArticleIndex {
  public:
    explicit ArticleIndex(const KnowledgeGraph &graph);

    /// The article's node; nothing if the graph has none (a part of a graph may lack it).
    std::optional<NodeIndex> node(std::string_view document) const;
    /// Who published it; the document's id where that is unknown.
    std::string_view outlet(std::string_view document) const;
    /// ISO 8601 date; empty where unknown.
    std::string_view published(std::string_view document) const;
    /// The article whose words these are: of a reprint the one that it copies.
    std::string_view original(std::string_view document) const;

    /// Ids of the documents whose outlet, id or title is `text`, without regard to case, accents, punctuation and a
    /// leading article; of an Outlet's other names too. Sorted.
    std::vector<std::string> published_by(std::string_view text) const;
    /// All outlets (ids of documents where unknown), each with its number of articles.
    std::map<std::string, std::size_t, std::less<>> outlets() const;

  private:
    std::string_view attribute(std::string_view document, std::string_view name) const;

    const KnowledgeGraph *graph_;
    std::map<std::string, NodeIndex, std::less<>> nodes_;
};

} // namespace gainsay
