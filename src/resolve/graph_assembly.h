#pragma once

#include "graph/knowledge_graph.h"
#include "observation/observations.h"
#include "resolve/claim_resolution.h"

#include <vector>

namespace gainsay {

/// Resolves entities, claims and events of the documents (in a fixed order, ids unique but for different texts) and
/// puts the graph together.
KnowledgeGraph assemble_graph(const std::vector<Observations> &documents, const ClaimSynonyms &synonyms);

} // namespace gainsay
