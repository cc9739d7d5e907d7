#pragma once

#include "ingest/html/html_memory.h"

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gainsay {

/// Elements nested deeper are not visited; `parse_html` refuses pages that come near.
inline constexpr std::size_t deepest_element = 4000;

/// Elements with more attributes make `parse_html` refuse the page.
inline constexpr std::size_t most_attributes_of_element = 2000;

/// A parsed page; the nodes point into the HTML, which must outlive it.
class HtmlTree {
  public:
    /// The page's root element.
    const GumboNode &root() const { return *root_; }

  private:
    friend HtmlTree parse_html(const std::string &html, const std::string &source);

    std::unique_ptr<HtmlMemory> memory_;
    const GumboNode *root_ = nullptr;
};

/// Throws InputError for a page that nests too deep for the parser or has an element of too many attributes, and where
/// the thread's TimeBudget is spent.
HtmlTree parse_html(const std::string &html, const std::string &source);

inline bool is_element(const GumboNode &node) {
    return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}
inline GumboTag tag_of(const GumboNode &node) {
    return is_element(node) ? node.v.element.tag : GUMBO_TAG_UNKNOWN;
}
std::optional<std::string_view> attribute(const GumboNode &node, const char *name);

/// Calls `visit` with each child of an element, in order.
template <class Visit>
void for_each_child(const GumboNode &node, Visit visit) {
    if (!is_element(node)) {
        return;
    }
    const GumboVector &children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
        visit(*static_cast<const GumboNode *>(children.data[i]));
    }
}

/// All text below the node, white space as it is.
std::string text_below(const GumboNode &node);

} // namespace gainsay
