#pragma once

#include "graph/knowledge_graph.h"
#include "language/resolution_words.h"
#include "observation/observations.h"
#include "resolve/claim/statement_links.h"
#include "resolve/entity/entity_resolution.h"
#include "resolve/story/story_groups.h"

#include <vector>

namespace gainsay {

/// Resolves claims and events of the documents (in a fixed order, ids unique but for different texts), whose entities
/// are resolved already, and puts the graph together.
KnowledgeGraph assemble_graph(const std::vector<Observations> &documents, const StoryGroups &stories,
                              const EntityResolution &entities, const ResolutionWords &words,
                              const std::vector<StatementLink> &links = {});

} // namespace gainsay
