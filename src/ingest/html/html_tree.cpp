#include "ingest/html/html_tree.h"

#include "ingest/html/html_attributes.h"

#include "base/error.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace gainsay {

namespace {

/// Elements that have no end tag, or whose end tag may be left out because the next of their kind ends them.
bool closes_itself(std::string_view tag) {
    constexpr std::array<std::string_view, 32> tags = {
        "area",   "base",  "br",    "col", "embed", "hr",   "img",  "input",    "link", "meta", "param",
        "source", "track", "wbr",   "p",   "li",    "dt",   "dd",   "option",   "tr",   "td",   "th",
        "thead",  "tbody", "tfoot", "a",   "html",  "head", "body", "optgroup", "rp",   "rt"};
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

/// How deep the elements may nest at most, told from the tags alone: the parser works and frees recursively.
std::size_t nesting(std::string_view html) {
    std::size_t depth = 0;
    std::size_t deepest = 0;
    for (std::size_t i = html.find('<'); i != std::string_view::npos; i = html.find('<', i + 1)) {
        const bool closing = i + 1 < html.size() && html[i + 1] == '/';
        std::string tag;
        constexpr std::size_t longest_tag = 12;
        for (std::size_t at = i + (closing ? 2 : 1);
             at < html.size() && tag.size() < longest_tag && std::isalnum(static_cast<unsigned char>(html[at])) != 0;
             ++at) {
            tag.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(html[at]))));
        }
        if (tag.empty() || closes_itself(tag)) {
            continue;
        }
        if (!closing) {
            deepest = std::max(deepest, ++depth);
        } else if (depth > 0) {
            --depth;
        }
    }
    return deepest;
}

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
    const std::size_t depth = nesting(html);
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
