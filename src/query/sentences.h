#pragma once

#include "graph/knowledge_graph.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// A sentence that shows an edge.
struct EdgeSentence {
    /// The document's id.
    std::string_view document;
    ByteSpan span;
    /// What the document has there.
    std::string_view text;
    /// The statement whose sentence it is, where the edge has none of its own.
    std::optional<EdgeIndex> statement;
};

/// The edge's evidence. An edge that needs none is shown by another's: what a claim is about by the statements on it, a
/// part in an event by where the event is mentioned, an article by the mentions in it. The views end with the graph.
std::vector<EdgeSentence> sentences_of(const KnowledgeGraph &graph, EdgeIndex index);

} // namespace gainsay
