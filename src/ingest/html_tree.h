#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gainsay {

/// Elements nested deeper are not visited; `parse_html` refuses pages that come near.
inline constexpr std::size_t deepest_element = 4000;

struct GumboDeleter {
    void operator()(GumboOutput *output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};
/// A parsed page; the nodes point into the HTML, which must outlive it.
using HtmlTree = std::unique_ptr<GumboOutput, GumboDeleter>;

/// Throws InputError for a page that nests too deep for the parser.
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
