#pragma once

#include "query/statements.h"

#include <optional>
#include <string>
#include <vector>

namespace gainsay {

/// One line of a timeline: a statement, an event, or an action that is no event's short form.
struct TimelineEntry {
    When when;
    /// The event; nothing for a statement or an action of its own.
    std::optional<NodeIndex> event;
    /// The statement or action; of an event, all actions that are its short form (there may be none).
    std::vector<EdgeIndex> edges;
    /// What single articles say otherwise, the dates first.
    std::vector<Variant> discrepancies;

    friend bool operator==(const TimelineEntry &, const TimelineEntry &) = default;
};

/// Of an actor: what it says, does and has done to it, and the events it takes part in. Of a claim: the statements on
/// it and on claims that contradict or corroborate it. Of an event: itself and the statements on it. In order of
/// date, a coarser date before the finer ones it contains; unknown dates at the end.
std::vector<TimelineEntry> timeline(const KnowledgeGraph &graph, const ArticleIndex &articles, NodeIndex subject,
                                    const Period &period = {});

/// What articles say of the same event or claim otherwise than the graph: the attribute `variants`, dates first.
std::vector<Variant> discrepancies(const NodeRecord &node);

/// Whether a sentence of the edge's evidence is where the event is mentioned: the edge is short for the event.
bool is_short_for(const EdgeRecord &edge, const NodeRecord &event);

} // namespace gainsay
