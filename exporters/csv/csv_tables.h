#pragma once

#include "exporters/format.h"

#include <string_view>
#include <vector>

namespace gainsay {

/// One file of the folder of tables.
struct CsvTable {
    /// "statements.csv".
    std::string_view file_name;
    std::string_view description;
    /// Same graph, same bytes. Throws OutputError.
    void (*write)(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);
};

/// Tables for spreadsheets, Gephi, R, pandas and, with the flavor `neo4j`, Neo4j's bulk import. `graph` has the events
/// and statements, `options.drawn` (null: `graph`) the network of nodes.csv and edges.csv, `options.articles` (null:
/// `graph`) outlets, dates and addresses.
const std::vector<CsvTable> &csv_tables();

// Of each table's file.

/// Id, Label, Kind and the columns of ExportTable.
void write_nodes_csv(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);
/// Source, Target, Type (Directed or Undirected), Kind, Weight, Id, Label and the columns of ExportTable.
void write_edges_csv(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);
/// One row a statement and sentence. `begin` and `end` are bytes of the document's text; `date` is an ISO 8601 date or
/// interval.
void write_statements_csv(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);
/// One row a dispute, statement and sentence; `side` is towards `claim`.
void write_disputes_csv(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);
/// One row an event, agent and recipient, with columns like those of POLECAT's data (Halterman and others, 2023: the
/// political event classification, attributes and types), which follow PLOVER.
void write_events_csv(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);

} // namespace gainsay
