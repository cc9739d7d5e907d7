#include "query/article_index.h"

#include "query/name_search.h"

#include <algorithm>
#include <set>

namespace gainsay {

ArticleIndex::ArticleIndex(const KnowledgeGraph &graph) : graph_(&graph) {
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        const NodeRecord &node = graph.node(i);
        if (node.kind != NodeKind::Document) {
            continue;
        }
        // The id stands among the aliases where the label is a headline.
        for (const std::string &alias : node.aliases) {
            nodes_.insert_or_assign(alias, i);
        }
        nodes_.emplace(node.label, i);
    }
}

std::optional<NodeIndex> ArticleIndex::node(std::string_view document) const {
    const auto found = nodes_.find(document);
    return found == nodes_.end() ? std::nullopt : std::optional(found->second);
}

std::string_view ArticleIndex::attribute(std::string_view document, std::string_view name) const {
    const auto index = node(document);
    return index ? text_attribute(graph_->node(*index), name) : std::string_view();
}

std::string_view ArticleIndex::outlet(std::string_view document) const {
    const std::string_view outlet = attribute(document, "outlet");
    return outlet.empty() ? document : outlet;
}

std::string_view ArticleIndex::published(std::string_view document) const {
    return attribute(document, "published");
}

std::string_view ArticleIndex::original(std::string_view document) const {
    const std::string_view copied = attribute(document, "copy_of");
    return copied.empty() ? document : copied;
}

std::vector<std::string> ArticleIndex::published_by(std::string_view text) const {
    std::set<std::string> names = {loose_name(text)};
    for (const NodeRecord &node : graph_->nodes()) {
        if (node.kind != NodeKind::Outlet) {
            continue;
        }
        std::set<std::string> own = {loose_name(node.label)};
        for (const std::string &alias : node.aliases) {
            own.insert(loose_name(alias));
        }
        if (own.contains(loose_name(text))) {
            names.merge(own);
        }
    }
    std::set<std::string> ids;
    for (const auto &[id, index] : nodes_) {
        const NodeRecord &node = graph_->node(index);
        const std::string_view outlet = text_attribute(node, "outlet");
        const bool is_known_by_it = names.contains(loose_name(id)) || names.contains(loose_name(node.label)) ||
                                    (!outlet.empty() && names.contains(loose_name(outlet)));
        if (is_known_by_it) {
            ids.insert(node.aliases.empty() ? node.label : node.aliases.front());
        }
    }
    return {ids.begin(), ids.end()};
}

std::map<std::string, std::size_t, std::less<>> ArticleIndex::outlets() const {
    std::map<std::string, std::size_t, std::less<>> counts;
    for (const NodeRecord &node : graph_->nodes()) {
        if (node.kind == NodeKind::Document) {
            ++counts[std::string(outlet(node.aliases.empty() ? node.label : node.aliases.front()))];
        }
    }
    return counts;
}

} // namespace gainsay
