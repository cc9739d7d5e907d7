#pragma once

#include "graph_schema/doubtful_merge.h"
#include "query/statements.h"

#include <optional>
#include <string>
#include <vector>

namespace gainsay {

/// Something that a reader should check: a statement, or that two mentions are one.
struct Reading {
    /// The statement; nothing: it is a merge.
    std::optional<EdgeIndex> statement;
    /// What the statement is on; the node whose mentions were joined.
    NodeIndex node = 0;
    /// Of a merge.
    DoubtfulMerge merge = {};
    /// How likely it is right, 0 to 1.
    double sureness = 0;
    /// The statement, or what was joined, is of a dispute.
    bool is_disputed = false;
};

/// Statements that are surer need no check.
inline constexpr double least_sure_statement = 0.8;

/// What the program is not sure of, in the order in which checking gains most: the likelier it is wrong, the more
/// articles tell it, the more its speaker (or who was joined) says, disputes first. Time in proportion to the graph.
std::vector<Reading> list_readings(const KnowledgeGraph &graph, const ArticleIndex &articles);

/// "rt:310-402": how an override file names the statement that the sentence shows; empty for a sentence without
/// content.
std::string statement_place(const Evidence &piece);

/// A sentence that shows one end of a merge: of the node's statements and actions the first one of that document that
/// has the name; of a claim the one that stands at the place. Null where the graph has none.
const Evidence *sentence_of(const KnowledgeGraph &graph, NodeIndex node, const std::string &end);

} // namespace gainsay
