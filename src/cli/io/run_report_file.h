#pragma once

#include "base/byte_sink.h"
#include "base/diagnostics.h"
#include "graph/knowledge_graph.h"
#include "resolve/claim/statement_report.h"

#include <cstddef>

namespace gainsay {

/// What a run made of its inputs, for --report.
struct RunRecord {
    std::size_t documents = 0;
    /// Documents that could not be read or were left out, what was passed over in folders, and remarks.
    Diagnostics refused;
    Diagnostics passed_over;
    Diagnostics remarks;
    StatementReport statements;
};

/// JSON: graph_schema/answers.schema.json, "report". The graph tells how many statements were printed, and how many of
/// them are doubtful.
void write_run_report(const RunRecord &record, const KnowledgeGraph &graph, ByteSink &sink);

} // namespace gainsay
