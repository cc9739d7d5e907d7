#include "ingest/html/html_tree.h"

#include "ingest/html/html_attributes.h"

#include "base/error.h"

namespace gainsay {

namespace {

void append_text(const GumboNode &node, std::string &text, std::size_t depth) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
        text += node.v.text.text;
    } else if (depth < deepest_element) {
        for_each_child(node, [&](const GumboNode &child) { append_text(child, text, depth + 1); });
    }
}

} // namespace

HtmlTree parse_html(const std::string &html, const std::string &source) {
    constexpr std::size_t deepest = deepest_element / 2;
    const std::size_t depth = deepest_nesting(html);
    if (depth > deepest) {
        throw InputError(source, "HTML with at most " + std::to_string(deepest) + " nested elements",
                         std::to_string(depth));
    }
    if (const std::size_t attributes = most_attributes(html); attributes > most_attributes_of_element) {
        throw InputError(
            source, "HTML with at most " + std::to_string(most_attributes_of_element) + " attributes in an element",
            std::to_string(attributes));
    }
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    HtmlTree tree;
    tree.memory_ = std::make_unique<HtmlMemory>();
    const GumboOutput *output = tree.memory_->parse(options, html.data(), html.size());
    if (output == nullptr || output->root == nullptr) {
        throw InputError(source, "an HTML page", "something that the parser cannot read");
    }
    tree.root_ = output->root;
    return tree;
}

std::optional<std::string_view> attribute(const GumboNode &node, const char *name) {
    if (!is_element(node)) {
        return std::nullopt;
    }
    const GumboAttribute *found = gumbo_get_attribute(&node.v.element.attributes, name);
    return found == nullptr ? std::nullopt : std::optional<std::string_view>(found->value);
}

std::string text_below(const GumboNode &node) {
    std::string text;
    append_text(node, text, 0);
    return text;
}

} // namespace gainsay
