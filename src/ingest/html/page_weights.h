#pragma once

#include "ingest/html/html_tree.h"
#include "language/article_rules.h"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace gainsay {

/// How much running text lies below each element of a page: bytes of text that is no link and not in a part that is
/// left out. Decides by that which parts are left out: what would usually lie beside the article (an aside, a form,
/// something hidden) is kept where it holds nearly all of the page's text.
class PageWeights {
  public:
    /// The tree must outlive it.
    PageWeights(const GumboNode &root, const ArticleRules &rules);

    std::size_t total() const { return total_; }
    std::size_t of(const GumboNode &node) const;

    bool is_left_out(const GumboNode &node) const;
    /// Whether the part's names say that it is not of the article, and the names are not those of the article's own
    /// text: much of the page's prose stands in parts that are called the same.
    bool is_noise(const GumboNode &node) const;

  private:
    struct Group {
        std::size_t prose = 0;
        std::size_t links = 0;
    };

    std::size_t weigh(const GumboNode &node, std::size_t depth);
    std::size_t all_text(const GumboNode &node, std::size_t depth);
    /// The heaviest of the outermost parts that are left out.
    const GumboNode *heaviest_left_out(const GumboNode &node, std::size_t depth) const;
    void find_groups(const GumboNode &node, std::size_t depth);

    const ArticleRules *rules_;
    std::unordered_map<const GumboNode *, std::size_t> weights_;
    /// With what is left out.
    std::unordered_map<const GumboNode *, std::size_t> full_;
    std::unordered_set<const GumboNode *> kept_;
    std::size_t total_ = 0;
    /// Parts of the same names.
    std::unordered_map<std::string, Group> groups_;
};

} // namespace gainsay
