#include "exporters/csv/statement_cells.h"

namespace gainsay {

Cell cell_of(std::string_view text) {
    return text.empty() ? Cell() : Cell(std::string(text));
}

Cell outlet_cell(const ArticleIndex &articles, std::string_view document) {
    const std::string_view outlet = articles.outlet(document);
    return outlet == document ? Cell() : cell_of(outlet);
}

Cell article_cell(const KnowledgeGraph &all, const ArticleIndex &articles, std::string_view document,
                  std::string_view attribute) {
    const auto node = articles.node(document);
    return node ? cell_of(text_attribute(all.node(*node), attribute)) : Cell();
}

} // namespace gainsay
