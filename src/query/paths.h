#pragma once

#include "graph/knowledge_graph.h"

#include <optional>
#include <string>
#include <vector>

namespace gainsay {

struct PathQuery {
    NodeIndex from = 0;
    NodeIndex to = 0;
    /// Most edges of a path.
    std::size_t max_length = 4;
    std::size_t max_paths = 10;
    /// Follow edges only from source to target.
    bool directed = false;
    /// Pass through articles and hubs too. What joins everything explains nothing.
    bool through_all = false;
    /// Show paths with shortcuts too: paths of which two nodes that do not follow each other have an edge of their own.
    bool with_shortcuts = false;
    /// A node with more edges is a hub.
    std::size_t hub_degree = 500;
    /// Kinds of edges that may be used; empty: all.
    std::vector<EdgeKind> kinds;
};

/// One edge of a path.
struct Hop {
    /// The edges between the two nodes, at least one. Statements and actions first, facts before what is negated or not
    /// actual, then the weightiest.
    std::vector<EdgeIndex> edges;
    NodeIndex from = 0;
    NodeIndex to = 0;

    friend bool operator==(const Hop &, const Hop &) = default;
};

struct PathAnswer {
    /// Shorter paths first. Among equals those that are told best: by statements and actions rather than by structure,
    /// as facts, by many articles, and through nodes that have few edges (what knows everybody explains nothing).
    /// Empty: there is none within max_length.
    std::vector<std::vector<Hop>> paths;
    /// Whether there may be more than were asked for.
    bool has_more = false;
};

/// Paths that pass no node twice. Two paths over the same nodes count once. By default only induced paths: A-B-C is
/// none if A and C have an edge. Unless through_all, what two claims are both about joins nobody. Takes time in
/// proportion to the graph and the paths found; the search for further ones ends after a bounded number of steps.
PathAnswer find_paths(const KnowledgeGraph &graph, const PathQuery &query);

/// Articles in which both nodes are mentioned, by id, sorted: what joins two that no path joins.
std::vector<std::string> articles_naming_both(const KnowledgeGraph &graph, NodeIndex a, NodeIndex b);

} // namespace gainsay
