#include "ingest/html/page_weights.h"

#include "ingest/html/page_parts.h"

#include "base/utf8.h"

#include <string_view>

namespace gainsay {

namespace {

/// Menus and labels are made of short pieces.
std::size_t prose_in(std::string_view text) {
    constexpr std::size_t shortest = 40;
    const std::size_t size = trim(text).size();
    return size >= shortest ? size : 0;
}

/// Text in links below the node, in bytes.
std::size_t link_text(const GumboNode &node, bool in_link, std::size_t depth) {
    if (node.type == GUMBO_NODE_TEXT) {
        return in_link ? trim(node.v.text.text).size() : 0;
    }
    if (depth > deepest_element) {
        return 0;
    }
    std::size_t sum = 0;
    for_each_child(node, [&](const GumboNode &child) {
        sum += link_text(child, in_link || tag_of(node) == GUMBO_TAG_A, depth + 1);
    });
    return sum;
}

/// What parts of the same kind share.
std::string names_of(const GumboNode &node) {
    const std::optional<std::string_view> names = attribute(node, "class");
    return names ? std::string(*names) : std::string(attribute(node, "id").value_or(""));
}

} // namespace

PageWeights::PageWeights(const GumboNode &root, const ArticleRules &rules) : rules_(&rules) {
    constexpr std::size_t most_rounds = 5;
    constexpr std::size_t much_more = 4;
    constexpr std::size_t fewest_bytes = 100;
    all_text(root, 0);
    total_ = weigh(root, 0);
    for (std::size_t round = 0; round < most_rounds; ++round) {
        const GumboNode *part = heaviest_left_out(root, 0);
        if (part == nullptr || full_.at(part) < fewest_bytes || full_.at(part) <= total_ * much_more) {
            break;
        }
        kept_.insert(part);
        weights_.clear();
        total_ = weigh(root, 0);
    }
    find_groups(root, 0);
}

std::size_t PageWeights::of(const GumboNode &node) const {
    const auto found = weights_.find(&node);
    return found == weights_.end() ? 0 : found->second;
}

bool PageWeights::is_left_out(const GumboNode &node) const {
    const Flow flow = flow_of(tag_of(node));
    return flow == Flow::dropped || ((flow == Flow::beside || is_hidden(node)) && !kept_.contains(&node));
}

std::size_t PageWeights::weigh(const GumboNode &node, std::size_t depth) {
    if (node.type == GUMBO_NODE_TEXT) {
        return prose_in(node.v.text.text);
    }
    if (!is_element(node) || depth > deepest_element || tag_of(node) == GUMBO_TAG_A || is_left_out(node)) {
        return 0;
    }
    std::size_t sum = 0;
    for_each_child(node, [&](const GumboNode &child) { sum += weigh(child, depth + 1); });
    weights_.emplace(&node, sum);
    return sum;
}

std::size_t PageWeights::all_text(const GumboNode &node, std::size_t depth) {
    if (node.type == GUMBO_NODE_TEXT) {
        return prose_in(node.v.text.text);
    }
    if (!is_element(node) || depth > deepest_element || tag_of(node) == GUMBO_TAG_A ||
        flow_of(tag_of(node)) == Flow::dropped) {
        return 0;
    }
    std::size_t sum = 0;
    for_each_child(node, [&](const GumboNode &child) { sum += all_text(child, depth + 1); });
    full_.emplace(&node, sum);
    return sum;
}

const GumboNode *PageWeights::heaviest_left_out(const GumboNode &node, std::size_t depth) const {
    if (!is_element(node) || depth > deepest_element || !full_.contains(&node)) {
        return nullptr;
    }
    if (is_left_out(node)) {
        return &node;
    }
    const GumboNode *best = nullptr;
    for_each_child(node, [&](const GumboNode &child) {
        const GumboNode *part = heaviest_left_out(child, depth + 1);
        if (part != nullptr && (best == nullptr || full_.at(part) > full_.at(best))) {
            best = part;
        }
    });
    return best;
}

void PageWeights::find_groups(const GumboNode &node, std::size_t depth) {
    if (!is_element(node) || depth > deepest_element || is_left_out(node)) {
        return;
    }
    if (of(node) > 0 && is_called(node, "noise", rules_->html_parts)) {
        Group &group = groups_[names_of(node)];
        group.prose += of(node);
        group.links += link_text(node, false, 0);
        return; // what is in it goes with it
    }
    for_each_child(node, [&](const GumboNode &child) { find_groups(child, depth + 1); });
}

bool PageWeights::is_noise(const GumboNode &node) const {
    constexpr std::size_t most_percent = 30;
    constexpr std::size_t most_of_sure_percent = 80;
    const PageParts &parts = rules_->html_parts;
    if (is_named(node, "sure noise", parts)) {
        return of(node) * 100 <= total_ * most_of_sure_percent;
    }
    if (!is_called(node, "noise", parts)) {
        return false;
    }
    if (of(node) * 100 > total_ * most_percent) {
        return false;
    }
    const auto group = groups_.find(names_of(node));
    if (group == groups_.end() || of(node) == 0) {
        return true;
    }
    // Prose has some links in it, a list of other articles hardly anything else.
    const bool is_prose = group->second.links * 4 < group->second.prose;
    constexpr std::size_t some_percent = 10;
    const bool named_article = is_called(node, "article", parts);
    return !is_prose || group->second.prose * 100 <= total_ * (named_article ? some_percent : most_percent);
}

} // namespace gainsay
