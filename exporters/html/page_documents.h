#pragma once

#include "query/article_index.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// An article of a page.
struct PageDocument {
    /// The document's id.
    std::string id;
    /// In the graph that tells of the articles; nothing for one that only evidence names.
    std::optional<NodeIndex> node;
};

/// The articles of a page by number: those that the graph's evidence and mentions name, in order of their ids.
class PageDocuments {
  public:
    /// `articles` must outlive the table.
    PageDocuments(const KnowledgeGraph &graph, const ArticleIndex &articles);

    const std::vector<PageDocument> &list() const { return list_; }
    /// `id` is one that the graph's evidence or mentions name.
    std::int64_t number(std::string_view id) const;
    /// -1 for one that is not in the list.
    std::int64_t find(std::string_view id) const;

  private:
    std::vector<PageDocument> list_;
    std::map<std::string, std::int64_t, std::less<>> numbers_;
};

} // namespace gainsay
