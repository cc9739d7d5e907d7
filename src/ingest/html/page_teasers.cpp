#include "ingest/html/page_teasers.h"

#include "ingest/html/page_parts.h"

#include "base/utf8.h"

#include <cstddef>
#include <string>
#include <vector>

namespace gainsay {

namespace {

/// Letters and digits alone.
std::string key_of(std::string_view text) {
    std::string key;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        if (is_letter(point.value) || is_digit(point.value)) {
            append_utf8(key, to_lower(point.value));
        }
        i += point.length;
    }
    return key;
}

/// Joins teasers from the leaves up, as long as hardly anything else stands in an element.
class TeaserFinder {
  public:
    TeaserFinder(std::string_view title, const PageWeights &weights) : title_(key_of(title)), weights_(&weights) {}

    struct Found {
        std::size_t teasers = 0;
        /// Bytes of running text beside them.
        std::size_t prose = 0;
    };

    Found visit(const GumboNode &node, bool in_link, std::size_t depth) {
        constexpr std::size_t shortest_prose = 40;
        // A teaser has a sentence or two; a list of teasers has a heading.
        constexpr std::size_t most_prose_of_one = 400;
        constexpr std::size_t most_prose_of_list = 100;
        if (node.type == GUMBO_NODE_TEXT) {
            const std::size_t size = in_link ? 0 : trim(node.v.text.text).size();
            return {0, size >= shortest_prose ? size : 0};
        }
        if (!is_element(node) || depth > deepest_element || weights_->is_left_out(node)) {
            return {};
        }
        const GumboTag tag = tag_of(node);
        if (heading_level(tag) > 1 && announces(node, in_link)) {
            teasers_.push_back(&node);
            return {1, 0};
        }
        Found sum;
        const std::size_t first = teasers_.size();
        for_each_child(node, [&](const GumboNode &child) {
            const Found found = visit(child, in_link || tag == GUMBO_TAG_A, depth + 1);
            sum.teasers += found.teasers;
            sum.prose += found.prose;
        });
        const std::size_t most = sum.teasers == 1 ? most_prose_of_one : most_prose_of_list;
        const bool divides = flow_of(tag) == Flow::block || flow_of(tag) == Flow::beside;
        if (depth > 0 && divides && sum.teasers > 0 && sum.prose <= most) {
            teasers_.resize(first);
            teasers_.push_back(&node);
            sum.prose = 0;
        }
        return sum;
    }

    const std::vector<const GumboNode *> &teasers() const { return teasers_; }

  private:
    /// A heading all of whose words lead elsewhere.
    bool announces(const GumboNode &heading, bool in_link) const {
        constexpr std::size_t shortest = 10;
        const std::string key = key_of(text_below(heading));
        return key.size() >= shortest && title_.find(key) == std::string::npos &&
               (in_link || key_of(linked_words(heading, false, 0)) == key);
    }

    static std::string linked_words(const GumboNode &node, bool in_link, std::size_t depth) {
        if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) {
            return in_link ? node.v.text.text : "";
        }
        std::string words;
        if (depth < deepest_element) {
            for_each_child(node, [&](const GumboNode &child) {
                words += linked_words(child, in_link || tag_of(node) == GUMBO_TAG_A, depth + 1);
            });
        }
        return words;
    }

    std::string title_;
    const PageWeights *weights_;
    /// The outermost so far.
    std::vector<const GumboNode *> teasers_;
};

} // namespace

std::unordered_set<const GumboNode *> find_teasers(const GumboNode &article, std::string_view title,
                                                   const PageWeights &weights) {
    constexpr std::size_t most_percent = 60;
    TeaserFinder finder(title, weights);
    finder.visit(article, false, 0);
    std::size_t taken = 0;
    for (const GumboNode *teaser : finder.teasers()) {
        taken += weights.of(*teaser);
    }
    if (taken * 100 > weights.of(article) * most_percent) {
        return {};
    }
    return {finder.teasers().begin(), finder.teasers().end()};
}

} // namespace gainsay
