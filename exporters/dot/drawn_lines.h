#pragma once

#include "graph/knowledge_graph.h"

#include <string>
#include <vector>

namespace gainsay {

/// One line of a picture: edges between the same two nodes that would be drawn alike.
struct DrawnLine {
    /// At least one; the first one's ends are the line's.
    std::vector<EdgeIndex> edges;
};

/// The lines of a graph, in the order of their first edges. Statements of one kind and polarity on one claim are a
/// line, whatever their wording; so are other edges of one tone, polarity and modality between the same nodes, without
/// regard to direction where they have none.
std::vector<DrawnLine> drawn_lines(const KnowledgeGraph &graph);

/// What stands at the line: each label once, of a denial in the view of actors whose word it is ("denies what Georgia
/// says"), an office instead of "holds office in". With the number of articles behind it, if they are several, where
/// edges were put together or derived.
std::string line_label(const KnowledgeGraph &graph, const DrawnLine &line);

/// Weights of all its edges.
double line_weight(const KnowledgeGraph &graph, const DrawnLine &line);

} // namespace gainsay
