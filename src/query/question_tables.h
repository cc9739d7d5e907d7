#pragma once

#include "query/statement_list.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gainsay {

/// Questions whose answer is a table.
enum class TableQuestion {
    /// Who is quoted how often by which outlet.
    sources,
    /// What each outlet reports: articles, statements, sources, how many without a name, claims of its own.
    outlets,
    /// What each actor says, and how often others say the opposite.
    actors,
    /// Who says how much about each claim.
    claims,
    /// What sources without a name say.
    anonymous,
    /// Claims that one outlet alone has.
    only,
    /// Who said first what several articles tell.
    first,
    /// Every stand that an actor took, in order of time.
    stance,
    /// Who stood on one side of a claim and later on the other.
    changed
};

/// "sources", …
template <>
std::span<const std::string_view> names_of<TableQuestion>();
std::string_view description(TableQuestion question);

/// One field; monostate where it has none.
using TableValue = std::variant<std::monostate, std::int64_t, double, std::string>;

struct QuestionTable {
    /// Lower case with underscores.
    std::vector<std::string> columns;
    /// As many values as columns.
    std::vector<std::vector<TableValue>> rows;
};

struct TableOptions {
    /// Only what these say; empty: whoever.
    std::vector<NodeIndex> actors;
    Period period;
    /// Only what one of these documents tells, sorted; nothing: any.
    std::optional<std::vector<std::string>> documents;
};

/// A statement of a table with what every table asks of it.
struct TableStatement {
    const EdgeRecord *edge = nullptr;
    const Evidence *piece = nullptr;
    When when;
    Side side = Side::neither;
    /// Id of the document where the outlet is unknown.
    std::string_view outlet;
};

/// What all tables are made of.
struct TableInput {
    const KnowledgeGraph *graph = nullptr;
    const ArticleIndex *articles = nullptr;
    /// In order of date, unknown ones last.
    std::vector<TableStatement> statements;
};

/// Same graph, same rows. Time in proportion to the statements, but for sorting.
QuestionTable answer_table(const KnowledgeGraph &graph, const ArticleIndex &articles, TableQuestion question,
                           const TableOptions &options = {});

// Of each table's file.

QuestionTable sources_table(const TableInput &input);
QuestionTable outlets_table(const TableInput &input);
QuestionTable actors_table(const TableInput &input);
QuestionTable anonymous_table(const TableInput &input);
QuestionTable claims_table(const TableInput &input);
QuestionTable only_table(const TableInput &input);
QuestionTable first_table(const TableInput &input);
QuestionTable stance_table(const TableInput &input);
QuestionTable changed_table(const TableInput &input);

} // namespace gainsay
