#pragma once

#include "graph/knowledge_graph.h"

#include <cstddef>
#include <string>
#include <vector>

namespace gainsay {

/// The part of the graph that matters most, in at most `most_nodes` nodes: disputes before what one side says alone,
/// what many documents tell before what one does, what the busy actors say and do before the rest. A claim stands with
/// all who speak of it and an event with all who take part, or not at all. Nodes of the ids in `centers` stay, and what
/// touches them comes first. A graph that is small enough comes back whole.
KnowledgeGraph most_important(const KnowledgeGraph &graph, std::size_t most_nodes,
                              const std::vector<std::string> &centers = {});

} // namespace gainsay
