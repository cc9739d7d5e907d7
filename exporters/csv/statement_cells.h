#pragma once

#include "exporters/table.h"
#include "query/statement_list.h"

namespace gainsay {

/// Text, or nothing where it is empty.
Cell cell_of(std::string_view text);
/// "The Post"; nothing where the article's outlet is unknown.
Cell outlet_cell(const ArticleIndex &articles, std::string_view document);
/// An attribute of the article's node: "url", "title".
Cell article_cell(const KnowledgeGraph &all, const ArticleIndex &articles, std::string_view document,
                  std::string_view attribute);

} // namespace gainsay
