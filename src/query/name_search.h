#pragma once

#include "graph/knowledge_graph.h"

#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// How well a name fits, the best first.
enum class NameFit { id, label, alias, words, misspelt };

struct NameMatch {
    NodeIndex node = 0;
    NameFit fit = NameFit::id;

    friend bool operator==(const NameMatch &, const NameMatch &) = default;
};

/// Nodes that a user may mean by `text`: by id, label, alias (without regard to case, accents, punctuation and a
/// leading article), by some of the name's words, or misspelt. The best fit comes first, among equals the node with
/// more edges; actors before everything else. Documents only by id or whole label.
std::vector<NameMatch> find_by_name(const KnowledgeGraph &graph, std::string_view text, std::size_t most = 10);

/// The node meant: the best match. Throws UsageError that shows what is near if nothing fits. If others fit as well,
/// `others` gets them.
NodeIndex resolve_name(const KnowledgeGraph &graph, std::string_view text, std::vector<NodeIndex> *others = nullptr);

} // namespace gainsay
