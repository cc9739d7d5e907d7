#pragma once

#include "query/statements.h"

#include <optional>
#include <string>
#include <vector>

namespace gainsay {

/// A claim or event as the articles of one side tell it.
struct SideReport {
    NodeIndex node = 0;
    /// Statements on it (of an event: its short forms too) that the side tells.
    std::vector<EdgeIndex> edges;
    /// Where the side mentions it: positions in the node's mentions.
    std::vector<std::size_t> mentions;
};

/// What two outlets report otherwise.
enum class DifferenceKind {
    /// An actor takes another stand ("asserts" here, "denies" there), or the stand of one is not told by the other.
    stance,
    /// Another date.
    date,
    /// Others take part.
    participants,
    /// Another attribute that the graph has values of single articles for.
    detail
};

/// "stance", …
template <>
std::span<const std::string_view> names_of<DifferenceKind>();

struct Difference {
    DifferenceKind kind = DifferenceKind::stance;
    /// Of a stance or participant: who.
    std::optional<NodeIndex> actor;
    /// Of a detail: the attribute's name.
    std::string key;
    /// What the first and the second outlet have; empty: nothing.
    std::string first;
    std::string second;
};

/// A claim or event that both report.
struct SharedReport {
    SideReport first;
    SideReport second;
    /// Empty: both say the same.
    std::vector<Difference> differences;
};

struct Comparison {
    /// Without the events that the side tells only within claims of the same list.
    std::vector<SideReport> only_first;
    std::vector<SideReport> only_second;
    /// Those with differences first.
    std::vector<SharedReport> shared;
};

/// Compares two sets of documents (sorted, see ArticleIndex::published_by) by the claims and events that they report.
/// Within each list, what most independent sources tell comes first.
Comparison compare_reports(const KnowledgeGraph &graph, const ArticleIndex &articles,
                           const std::vector<std::string> &first, const std::vector<std::string> &second);

} // namespace gainsay
