#pragma once

#include "exporters/format.h"
#include "exporters/style.h"
#include "query/statement_list.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// What a picture of statements shows: the claims that most actors speak of (disputed ones first), the actors who say
/// most about them, and every statement of theirs.
struct DrawnStatements {
    /// In the order of their numbers, from 1.
    std::vector<NodeIndex> claims;
    /// From those for the first claims to those against them.
    std::vector<NodeIndex> actors;
    /// Of a claim and actor above, in order of date, unknown ones last.
    std::vector<Statement> statements;
    /// "4 more claims and 12 more actors are not drawn."; empty if all are.
    std::string note;
};

/// At most so many claims and actors.
DrawnStatements choose_statements(const KnowledgeGraph &graph, const ExportOptions &options, std::size_t most_claims,
                                  std::size_t most_actors);

/// Of a side: pale, under black text, and strong.
Color pale_color_of(Side side);
Color color_of(Side side);

/// Rows of an HTML-like table, a claim each: its number, "DISPUTED" where it is, its words. At most `columns` wide.
std::string claim_list_html(const KnowledgeGraph &graph, const std::vector<NodeIndex> &claims, std::size_t columns);

} // namespace gainsay
