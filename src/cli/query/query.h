#pragma once

#include "base/resources.h"
#include "cli/commands/commands.h"
#include "cli/help/help_page.h"
#include "graph/json_output.h"
#include "graph/knowledge_graph.h"

#include <functional>
#include <string>
#include <vector>

namespace gainsay {

/// What a query found, for people and for programs; only the form that is asked for is made. Both may refer to the
/// graph and to what the query's run keeps.
struct QueryAnswer {
    std::function<std::string()> text;
    /// One JSON value, an object. Its shape is a promise: src/cli/query/README.md.
    std::function<void(JsonOutput &)> json;
    /// `some_refused` where the answer is nothing and that is worth a status (as grep does).
    ExitStatus status = ExitStatus::done;
    /// Rows as CSV; of queries with `has_csv` alone.
    std::function<void(ByteSink &)> csv = {};
};

/// Asks the graph, by the words among the resources, after the command line has been read. Throws the named errors of
/// base.
using QueryRun = std::function<QueryAnswer(const KnowledgeGraph &, const Resources &)>;

/// One question that `gainsay query` can put. `setup` declares the query's own options (--json and --output are added
/// to all) and opens nothing; what it returns keeps their values, as with a Command.
struct Query {
    HelpPage page;
    QueryRun (*setup)(CLI::App &app);
    /// Whether --csv is offered.
    bool has_csv = false;
};

/// In the order of the help. A query is one row here, in queries.cpp, and one file NAME_query.cpp.
const std::vector<Query> &queries();

// Of each query's file, in alphabetical order.
Query claims_query();
Query compare_query();
Query disputes_query();
Query evidence_query();
Query neighbors_query();
Query paths_query();
Query review_query();
Query stats_query();
Query table_query();
Query timeline_query();
Query who_query();
Query who_says_query();

} // namespace gainsay
