#pragma once

#include "graph/knowledge_graph.h"

#include <string>
#include <vector>

namespace gainsay {

/// Articles that tell of the same: joined by claims that one of them and another tell, or events of a type.
struct Story {
    /// Ids of the documents, sorted.
    std::vector<std::string> documents;
    /// Headline of the first article by date; its id where it has none.
    std::string title;
    /// First and last day of publication; empty where unknown.
    std::string first;
    std::string last;
};

/// Those of most articles first, then by title.
std::vector<Story> find_stories(const KnowledgeGraph &graph);

/// What the story's documents tell: edges with evidence in one of them, and their ends.
KnowledgeGraph story_part(const KnowledgeGraph &graph, const Story &story);

} // namespace gainsay
