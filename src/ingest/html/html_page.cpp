#include "ingest/html/html_page.h"

#include "ingest/html/html_metadata.h"
#include "ingest/html/html_tree.h"
#include "ingest/html/page_parts.h"
#include "ingest/html/page_teasers.h"
#include "ingest/html/page_weights.h"

#include "base/error.h"
#include "base/utf8.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace gainsay {

namespace {

bool is_blank_byte(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// Writes blocks of text as it walks.
class PageWriter {
  public:
    PageWriter(const PageWeights &weights, const ArticleRules &rules, std::unordered_set<const GumboNode *> teasers)
        : weights_(&weights), rules_(&rules), teasers_(std::move(teasers)) {}

    /// What an element hands on to what is in it.
    struct Context {
        int heading_level = 0;
        std::optional<Zone> hint;
        bool preformatted = false;
        bool in_link = false;
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
        if (weights_->is_left_out(node)) {
            return;
        }
        if (tag == GUMBO_TAG_BR) {
            break_line();
            return;
        }
        const Flow flow = flow_of(tag) == Flow::beside ? Flow::block : flow_of(tag);
        const bool own_block = flow == Flow::block || (tag == GUMBO_TAG_TIME && block_.empty());
        refine(node, tag, flow, context);
        if (own_block) {
            end_block();
        }
        const std::size_t first = page_.blocks.size();
        for_each_child(node, [&](const GumboNode &child) { write(child, context, depth + 1); });
        if (own_block && tag != GUMBO_TAG_TIME) {
            end_block();
            end_container(first);
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
            const bool is_link = link_bytes_ * 10 >= static_cast<std::size_t>(words.size()) * 9;
            open_blocks_.push_back(page_.blocks.size());
            page_.blocks.push_back(
                {{start, page_.text.size()}, block_context_.heading_level, block_context_.hint, is_link, 0});
        }
        block_.clear();
        block_context_ = {};
        link_bytes_ = 0;
    }

    HtmlPage take() {
        end_block();
        return std::move(page_);
    }

  private:
    /// Blocks from `first` on lie in an element that ends here; those that are not alone in it have found their
    /// container.
    void end_container(std::size_t first) {
        const std::size_t end = page_.blocks.size();
        if (end - first < 2) {
            return;
        }
        while (!open_blocks_.empty() && open_blocks_.back() >= first) {
            page_.blocks[open_blocks_.back()].container_end = end;
            open_blocks_.pop_back();
        }
    }

    void refine(const GumboNode &node, GumboTag tag, Flow flow, Context &context) const {
        constexpr std::size_t longest_label = 250;
        if (const int level = heading_level(tag); level > 0) {
            context.heading_level = level;
        }
        context.preformatted = context.preformatted || tag == GUMBO_TAG_PRE;
        if (tag == GUMBO_TAG_FIGCAPTION || tag == GUMBO_TAG_CAPTION) {
            context.hint = Zone::caption;
        }
        context.in_link = context.in_link || tag == GUMBO_TAG_A;
        if (teasers_.contains(&node)) {
            context.hint = Zone::boilerplate;
        }
        const PageParts &parts = rules_->html_parts;
        if (tag == GUMBO_TAG_BLOCKQUOTE && is_called(node, "post", parts)) {
            context.hint = Zone::body; // signed and dated as the article is not
        }
        if (context.hint || flow == Flow::inline_text || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML ||
            tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN) {
            return;
        }
        if (weights_->is_noise(node) && !holds_post(node, 0)) {
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

    /// Whether a post from elsewhere is embedded below the node.
    bool holds_post(const GumboNode &node, std::size_t depth) const {
        if (tag_of(node) == GUMBO_TAG_BLOCKQUOTE && is_called(node, "post", rules_->html_parts)) {
            return true;
        }
        bool found = false;
        if (depth < deepest_element) {
            for_each_child(node, [&](const GumboNode &child) { found = found || holds_post(child, depth + 1); });
        }
        return found;
    }

    void add_text(std::string_view text, const Context &context) {
        for (const char c : text) {
            link_bytes_ += context.in_link ? 1U : 0U;
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

    const PageWeights *weights_;
    const ArticleRules *rules_;
    std::unordered_set<const GumboNode *> teasers_;
    HtmlPage page_;
    std::string block_;
    /// That of the block's first character.
    Context block_context_;
    /// Of the block, in links.
    std::size_t link_bytes_ = 0;
    /// Blocks whose container is not known yet, in order.
    std::vector<std::size_t> open_blocks_;
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

const GumboNode &find_article(const GumboNode &root, const PageWeights &weights, const ArticleRules &rules) {
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

/// What the page's data say that the article is.
HtmlPage page_of_plain_text(const PageMetadata &metadata) {
    HtmlPage page;
    const auto add = [&page](std::string_view block, std::optional<Zone> hint) {
        if (!trim(block).empty()) {
            page.text += page.text.empty() ? "" : "\n\n";
            const std::size_t begin = page.text.size();
            page.text += trim(block);
            page.blocks.push_back({{begin, page.text.size()}, 0, hint, false, 0});
        }
    };
    if (metadata.meta.title) {
        add(*metadata.meta.title, Zone::headline);
    }
    std::string_view body = *metadata.body;
    while (!body.empty()) {
        const std::size_t end = std::min(body.find('\n'), body.size());
        add(body.substr(0, end), std::nullopt);
        body.remove_prefix(std::min(end + 1, body.size()));
    }
    return page;
}

} // namespace

HtmlPage read_html_page(const std::string &html, const std::string &source, const ArticleRules &rules) {
    const HtmlTree tree = parse_html(html, source);
    const GumboNode &root = tree.root();
    const PageWeights weights(root, rules);
    const GumboNode &article = find_article(root, weights, rules);
    const PageMetadata metadata = read_html_metadata(root, rules);
    PageWriter writer(weights, rules, find_teasers(article, metadata.meta.title.value_or(""), weights));
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
    // Some pages have their text in a script alone; some show only its beginning.
    if (metadata.body && weights.total() * 4 < metadata.body->size()) {
        page = page_of_plain_text(metadata);
    }
    if (page.text.empty()) {
        throw InputError(source, "a page with text", "none");
    }
    if (find_invalid_utf8(page.text)) {
        throw InputError(source, "UTF-8", "a page that is none");
    }
    page.meta = metadata.meta;
    return page;
}

} // namespace gainsay
