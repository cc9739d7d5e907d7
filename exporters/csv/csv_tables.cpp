#include "exporters/csv/csv_tables.h"

namespace gainsay {

const std::vector<CsvTable> &csv_tables() {
    static const std::vector<CsvTable> list = {
        {"nodes.csv", "the network's nodes", write_nodes_csv},
        {"edges.csv", "the network's edges", write_edges_csv},
        {"statements.csv", "who said what when, a sentence a row", write_statements_csv},
        {"disputes.csv", "who stands on which side of what", write_disputes_csv},
        {"events.csv", "who did what to whom", write_events_csv},
    };
    return list;
}

} // namespace gainsay
