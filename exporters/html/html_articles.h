#pragma once

#include "graph/knowledge_graph.h"

#include <map>
#include <optional>
#include <string>

namespace gainsay {

/// Where a sentence was printed. Texts as the graph has them; empty where it does not know.
struct ArticleFacts {
    std::string outlet;
    std::string published;
    std::string title;
    std::string url;
};

/// What a graph's document nodes tell, by the ids that evidence uses.
class ArticleTable {
  public:
    explicit ArticleTable(const KnowledgeGraph &graph);

    /// Empty facts for an unknown document.
    const ArticleFacts &find(const std::string &document) const;
    const std::map<std::string, ArticleFacts> &all() const { return by_id_; }

  private:
    std::map<std::string, ArticleFacts> by_id_;
};

} // namespace gainsay
