#pragma once

#include "graph/knowledge_graph.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// What of the graph is looked at.
enum class View {
    /// Everything.
    full,
    /// Actors and claims, as a network for other programs: without articles, places, participants and what only says
    /// where
    /// a claim belongs.
    network,
    /// Who says and does what: without articles, places and what only says where a claim belongs.
    story,
    /// Actors alone; claims and events become edges between them.
    actors,
    /// Claims, who says what about them, and how they stand to each other.
    claims,
    /// The same for claims that one actor asserts and another denies, or that contradict each other.
    disputes
};

/// "full", "story", …
template <>
std::span<const std::string_view> names_of<View>();

std::string_view description(View view);

struct ViewOptions {
    View view = View::full;
    /// Names or ids of nodes; the view keeps what is within `hops` edges of one of them (of any direction, not through
    /// articles). Empty: everything.
    std::vector<std::string> around;
    std::size_t hops = 1;
    /// Also events of no type: what several articles tell of in the same words, joined to nothing but them.
    bool untyped_events = true;
    /// Lighter edges go.
    double min_weight = 0;
    /// Kinds of edges ("denies"), families ("action") or kinds of nodes ("Person"); what is of no kind named goes.
    /// Empty: everything. Only the sort that is named is looked at: edge kinds alone leave all node kinds.
    std::vector<std::string> kinds;
};

/// The part of the graph that the options ask for. Nodes that lose all their edges go with them. Throws UsageError for
/// an unknown name or kind.
KnowledgeGraph make_view(const KnowledgeGraph &graph, const ViewOptions &options);

/// Ids of the nodes that `around` names. Throws UsageError for an unknown name.
std::vector<std::string> center_ids(const KnowledgeGraph &graph, const ViewOptions &options);

} // namespace gainsay
