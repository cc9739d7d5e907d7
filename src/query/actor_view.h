#pragma once

#include "graph/knowledge_graph.h"

namespace gainsay {

/// Actors and what they have to do with each other. Edges between actors stay. A claim (or event) that D denies and P
/// asserts becomes D `denies_word_of` P; a claim of A that is about B becomes A `speaks_of` B where nothing else joins
/// them. An event with an agent and another participant becomes an action of its type between the two, unless the graph
/// has one. An event or thing that an actor acts on ("suspended the talks") stays as the node that it is. Edges of the
/// same ends, kind, polarity and modality become one, with all their evidence.
KnowledgeGraph fold_to_actors(const KnowledgeGraph &graph);

} // namespace gainsay
