#include "ingest/html/html_page.h"

#include "ingest/html/html_metadata.h"
#include "ingest/html/html_tree.h"

#include "base/error.h"
#include "base/utf8.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace gainsay {

namespace {

enum class Flow { inline_text, block, dropped };

Flow flow_of(GumboTag tag) {
    switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_MENU:
        return Flow::dropped;
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_HTML:
        return Flow::block;
    default:
        return Flow::inline_text;
    }
}

int heading_level(GumboTag tag) {
    switch (tag) {
    case GUMBO_TAG_H1:
        return 1;
    case GUMBO_TAG_H2:
        return 2;
    case GUMBO_TAG_H3:
        return 3;
    case GUMBO_TAG_H4:
        return 4;
    case GUMBO_TAG_H5:
        return 5;
    case GUMBO_TAG_H6:
        return 6;
    default:
        return 0;
    }
}

bool is_blank_byte(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_hidden(const GumboNode &node) {
    if (attribute(node, "hidden") || attribute(node, "aria-hidden") == "true") {
        return true;
    }
    const std::optional<std::string_view> style = attribute(node, "style");
    if (!style) {
        return false;
    }
    std::string plain;
    std::copy_if(style->begin(), style->end(), std::back_inserter(plain), [](char c) { return !is_blank_byte(c); });
    return plain.find("display:none") != std::string::npos || plain.find("visibility:hidden") != std::string::npos;
}

/// Whether one of the words of class, id, role or itemprop is of the kind: "story-body__byline" has "byline".
bool is_called(const GumboNode &node, std::string_view kind, const PhraseTable &parts) {
    for (const char *name : {"class", "id", "role", "itemprop"}) {
        const std::optional<std::string_view> value = attribute(node, name);
        if (!value) {
            continue;
        }
        std::string word;
        const auto ends_word = [&] {
            const bool found = !word.empty() && parts.is(kind, word);
            word.clear();
            return found;
        };
        for (std::size_t i = 0; i < value->size(); ++i) {
            const char c = (*value)[i];
            const bool upper = c >= 'A' && c <= 'Z';
            const bool letter = upper || (c >= 'a' && c <= 'z');
            const bool hump = upper && i > 0 && (*value)[i - 1] >= 'a' && (*value)[i - 1] <= 'z';
            if ((!letter || hump) && ends_word()) {
                return true;
            }
            if (letter) {
                word.push_back(upper ? static_cast<char>(c - 'A' + 'a') : c);
            }
        }
        if (ends_word()) {
            return true;
        }
    }
    return false;
}

/// How much running text lies below each element: bytes of text that is no link and not in a part that is dropped.
class TextWeights {
  public:
    explicit TextWeights(const GumboNode &root) { total_ = weigh(root, 0); }

    std::size_t total() const { return total_; }
    std::size_t of(const GumboNode &node) const {
        const auto found = weights_.find(&node);
        return found == weights_.end() ? 0 : found->second;
    }

  private:
    std::size_t weigh(const GumboNode &node, std::size_t depth) {
        if (node.type == GUMBO_NODE_TEXT) {
            // Menus and labels are made of short pieces.
            constexpr std::size_t shortest = 40;
            const std::string_view text = trim(node.v.text.text);
            return text.size() >= shortest ? text.size() : 0;
        }
        if (!is_element(node) || depth > deepest_element || flow_of(tag_of(node)) == Flow::dropped ||
            tag_of(node) == GUMBO_TAG_A || is_hidden(node)) {
            return 0;
        }
        std::size_t sum = 0;
        for_each_child(node, [&](const GumboNode &child) { sum += weigh(child, depth + 1); });
        weights_.emplace(&node, sum);
        return sum;
    }

    std::unordered_map<const GumboNode *, std::size_t> weights_;
    std::size_t total_ = 0;
};

/// Writes blocks of text as it walks.
class PageWriter {
  public:
    PageWriter(const TextWeights &weights, const ArticleRules &rules) : weights_(&weights), rules_(&rules) {}

    /// What an element hands on to what is in it.
    struct Context {
        int heading_level = 0;
        std::optional<Zone> hint;
        bool preformatted = false;
    };

    void write(const GumboNode &node, Context context, std::size_t depth) {
        if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
            add_text(node.v.text.text, context);
            return;
        }
        if (!is_element(node) || depth > deepest_element) {
            return;
        }
        const GumboTag tag = tag_of(node);
        const Flow flow = flow_of(tag);
        if (flow == Flow::dropped || is_hidden(node)) {
            return;
        }
        if (tag == GUMBO_TAG_BR) {
            break_line();
            return;
        }
        const bool own_block = flow == Flow::block || (tag == GUMBO_TAG_TIME && block_.empty());
        refine(node, tag, flow, context);
        if (own_block) {
            end_block();
        }
        context_ = context;
        for_each_child(node, [&](const GumboNode &child) { write(child, context, depth + 1); });
        if (own_block && tag != GUMBO_TAG_TIME) {
            end_block();
        }
    }

    void end_block() {
        std::size_t begin = 0;
        while (begin < block_.size() && is_blank_byte(block_[begin])) {
            ++begin;
        }
        while (block_.size() > begin && is_blank_byte(block_.back())) {
            block_.pop_back();
        }
        const std::string_view words = std::string_view(block_).substr(begin);
        if (!trim(words).empty()) {
            if (!page_.text.empty()) {
                page_.text += "\n\n";
            }
            const std::size_t start = page_.text.size();
            page_.text += words;
            page_.blocks.push_back({{start, page_.text.size()}, block_context_.heading_level, block_context_.hint});
        }
        block_.clear();
        block_context_ = {};
    }

    HtmlPage take() {
        end_block();
        return std::move(page_);
    }

  private:
    void refine(const GumboNode &node, GumboTag tag, Flow flow, Context &context) const {
        constexpr std::size_t longest_label = 250;
        constexpr std::size_t most_noise_percent = 30;
        if (const int level = heading_level(tag); level > 0) {
            context.heading_level = level;
        }
        context.preformatted = context.preformatted || tag == GUMBO_TAG_PRE;
        if (tag == GUMBO_TAG_FIGCAPTION || tag == GUMBO_TAG_CAPTION) {
            context.hint = Zone::caption;
        }
        if (context.hint || flow == Flow::inline_text || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML ||
            tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN) {
            return;
        }
        const PhraseTable &parts = rules_->html_parts;
        if (is_called(node, "noise", parts) && weights_->of(node) * 100 <= weights_->total() * most_noise_percent) {
            context.hint = Zone::boilerplate;
            return;
        }
        if (context.heading_level > 0 || weights_->of(node) > longest_label) {
            return;
        }
        if (is_called(node, "byline", parts)) {
            context.hint = Zone::byline;
        } else if (is_called(node, "dateline", parts)) {
            context.hint = Zone::dateline;
        } else if (is_called(node, "caption", parts)) {
            context.hint = Zone::caption;
        }
    }

    void add_text(std::string_view text, const Context &context) {
        for (const char c : text) {
            if (!is_blank_byte(c)) {
                if (block_.empty()) {
                    block_context_ = context;
                }
                block_.push_back(c);
            } else if (context.preformatted) {
                block_.push_back(c == '\r' || c == '\f' ? '\n' : c);
            } else if (!block_.empty() && !is_blank_byte(block_.back())) {
                block_.push_back(' ');
            }
        }
    }

    /// One break is a line's end, two a paragraph's.
    void break_line() {
        while (!block_.empty() && block_.back() == ' ') {
            block_.pop_back();
        }
        if (!block_.empty() && block_.back() == '\n') {
            end_block();
        } else if (!block_.empty()) {
            block_.push_back('\n');
        }
    }

    const TextWeights *weights_;
    const ArticleRules *rules_;
    HtmlPage page_;
    std::string block_;
    /// That of the block's first character.
    Context block_context_;
    Context context_;
};

/// Finds elements in the order of the page.
template <class Matches>
void find_elements(const GumboNode &node, const Matches &matches, std::vector<const GumboNode *> &found,
                   std::size_t depth = 0) {
    if (!is_element(node) || depth > deepest_element) {
        return;
    }
    if (matches(node)) {
        found.push_back(&node);
    }
    for_each_child(node, [&](const GumboNode &child) { find_elements(child, matches, found, depth + 1); });
}

const GumboNode &find_article(const GumboNode &root, const TextWeights &weights, const ArticleRules &rules) {
    constexpr std::size_t most_of_page = 50;
    constexpr std::size_t nearly_all = 85;
    std::vector<const GumboNode *> candidates;
    const auto heaviest = [&](const auto &matches) -> const GumboNode * {
        candidates.clear();
        find_elements(root, matches, candidates);
        const GumboNode *best = nullptr;
        for (const GumboNode *node : candidates) {
            if (best == nullptr || weights.of(*node) > weights.of(*best)) {
                best = node;
            }
        }
        return best != nullptr && weights.of(*best) * 100 >= weights.total() * most_of_page ? best : nullptr;
    };
    if (weights.total() > 0) {
        if (const GumboNode *article =
                heaviest([](const GumboNode &node) { return tag_of(node) == GUMBO_TAG_ARTICLE; })) {
            return *article;
        }
    }
    const GumboNode *start = weights.total() == 0 ? nullptr : heaviest([](const GumboNode &node) {
        return tag_of(node) == GUMBO_TAG_MAIN || attribute(node, "role") == "main";
    });
    const GumboNode *node = start == nullptr ? &root : start;
    for (;;) {
        const GumboNode *heavy = nullptr;
        for_each_child(*node, [&](const GumboNode &child) {
            if (weights.total() > 0 && weights.of(child) * 100 >= weights.of(*node) * nearly_all &&
                flow_of(tag_of(child)) == Flow::block && tag_of(child) != GUMBO_TAG_P &&
                heading_level(tag_of(child)) == 0) {
                heavy = &child;
            }
        });
        const bool named = start == nullptr && is_called(*node, "article", rules.html_parts);
        if (heavy == nullptr || named) {
            return *node;
        }
        node = heavy;
    }
}

bool contains(const GumboNode &outer, const GumboNode &inner) {
    for (const GumboNode *node = &inner; node != nullptr; node = node->parent) {
        if (node == &outer) {
            return true;
        }
    }
    return false;
}

} // namespace

HtmlPage read_html_page(const std::string &html, const std::string &source, const ArticleRules &rules) {
    const HtmlTree tree = parse_html(html, source);
    const GumboNode &root = tree.root();
    const TextWeights weights(root);
    const GumboNode &article = find_article(root, weights, rules);
    PageWriter writer(weights, rules);
    // The title often stands beside the element that holds the text.
    std::vector<const GumboNode *> titles;
    find_elements(
        root, [](const GumboNode &node) { return tag_of(node) == GUMBO_TAG_H1; }, titles);
    const bool title_inside =
        std::any_of(titles.begin(), titles.end(), [&](const GumboNode *title) { return contains(article, *title); });
    if (!titles.empty() && !title_inside) {
        writer.write(*titles.front(), {}, 0);
    }
    writer.write(article, {}, 0);
    HtmlPage page = writer.take();
    if (page.text.empty()) {
        throw InputError(source, "a page with text", "none");
    }
    if (find_invalid_utf8(page.text)) {
        throw InputError(source, "UTF-8", "a page that is none");
    }
    page.meta = read_html_metadata(root, rules);
    return page;
}

} // namespace gainsay
