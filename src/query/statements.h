#pragma once

#include "base/date.h"
#include "query/article_index.h"

#include <optional>
#include <string>
#include <vector>

namespace gainsay {

/// Of the statement itself, by the table of edge kinds.
inline Side side_of(const EdgeRecord &edge) {
    return side_of(edge.kind, edge.polarity);
}
/// "for", "against", "neither".
std::string_view name_of(Side side);

/// When something was said or done, as well as it is known.
struct When {
    /// ISO 8601 date or interval; empty: unknown.
    std::string date;
    /// Only the day on which the first article that tells it was published.
    bool is_publication = false;

    friend bool operator==(const When &, const When &) = default;
};

/// The edge's own date, else the earliest publication of its evidence.
When when(const EdgeRecord &edge, const ArticleIndex &articles);

/// A stretch of time; an end that is not given is open.
struct Period {
    std::optional<Date> since;
    std::optional<Date> until;

    bool is_open() const { return !since && !until; }
    /// Whether a day of the date (ISO 8601, or an interval) lies within. Of an unknown date only if the period is open.
    bool contains(std::string_view date) const;
};

/// All statements on a claim or event, in order of date (unknown ones last), then of edges.
std::vector<EdgeIndex> statements_on(const KnowledgeGraph &graph, NodeIndex target, const ArticleIndex &articles);

/// Whether a document of the set tells the edge. `documents` is sorted.
bool is_told_by(const EdgeRecord &edge, const std::vector<std::string> &documents);

/// How many articles state it on their own: reprints count with what they copy.
std::size_t independent_sources(const KnowledgeGraph &graph, const std::vector<EdgeIndex> &edges,
                                const ArticleIndex &articles);
/// Of a claim or event: what resolution counted, else what its statements show.
std::size_t independent_sources(const KnowledgeGraph &graph, NodeIndex node, const ArticleIndex &articles);

} // namespace gainsay
