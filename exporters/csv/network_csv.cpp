// nodes.csv and edges.csv.
#include "exporters/csv/csv_output.h"
#include "exporters/csv/csv_tables.h"

#include <algorithm>
#include <initializer_list>

namespace gainsay {

namespace {

const KnowledgeGraph &network_of(const KnowledgeGraph &graph, const ExportOptions &options) {
    return options.drawn == nullptr ? graph : *options.drawn;
}

ExportTable table_of(const KnowledgeGraph &graph, const ExportOptions &options) {
    return ExportTable(network_of(graph, options), options.articles == nullptr ? &graph : options.articles,
                       options.provenance);
}

FormulaGuard guard_of(const ExportOptions &options) {
    // Neo4j runs no formulas, and must get the texts as they are.
    return options.flavor == Flavor::neo4j ? FormulaGuard::off : FormulaGuard::on;
}

/// "pagerank:double" for Neo4j, which takes what says nothing for text.
std::string header_of(const std::string &name, CellType type, const ExportOptions &options) {
    if (options.flavor != Flavor::neo4j || type == CellType::text) {
        return name;
    }
    return name + (type == CellType::integer ? ":long" : ":double");
}

/// Neo4j's import reads a field with line ends only where it is told to.
Cell one_line(Cell cell, const ExportOptions &options) {
    if (auto *text = std::get_if<std::string>(&cell); text != nullptr && options.flavor == Flavor::neo4j) {
        for (char &byte : *text) {
            byte = byte == '\n' ? ' ' : byte;
        }
    }
    return cell;
}

/// "not suspended" is NOT_SUSPENDED.
std::string relationship_type(const EdgeRecord &edge) {
    std::string type;
    for (const char byte : edge_type(edge)) {
        const bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        const bool is_digit = byte >= '0' && byte <= '9';
        type += is_letter ? static_cast<char>(byte & ~0x20) : (is_digit ? byte : '_');
    }
    return type;
}

template <class Index>
void add_columns(const std::vector<Column<Index>> &columns, std::initializer_list<std::string_view> without,
                 const ExportOptions &options, std::vector<std::string> &header,
                 std::vector<const Column<Index> *> &chosen) {
    for (const Column<Index> &column : columns) {
        if (std::find(without.begin(), without.end(), column.name) == without.end()) {
            header.push_back(header_of(column.name, column.type, options));
            chosen.push_back(&column);
        }
    }
}

} // namespace

void write_nodes_csv(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    const KnowledgeGraph &network = network_of(graph, options);
    const ExportTable table = table_of(graph, options);
    const bool is_neo4j = options.flavor == Flavor::neo4j;
    CsvOutput out(sink, guard_of(options));
    std::vector<std::string> header = is_neo4j ? std::vector<std::string>{"id:ID", "label", ":LABEL"}
                                               : std::vector<std::string>{"Id", "Label", "Kind"};
    std::vector<const Column<NodeIndex> *> columns;
    add_columns(table.node_columns(), {"label", "kind"}, options, header, columns);
    out.header(header);
    for (NodeIndex i = 0; i < network.nodes().size(); ++i) {
        const NodeKind kind = network.node(i).kind;
        const std::string kind_name(name(kind));
        std::vector<Cell> row = {table.node_id(i), one_line(short_label(network.node(i)), options),
                                 is_neo4j && is_actor(kind) ? "Actor;" + kind_name : kind_name};
        for (const Column<NodeIndex> *column : columns) {
            row.push_back(one_line(column->value(i), options));
        }
        out.row(row);
    }
    out.finish();
}

void write_edges_csv(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    const KnowledgeGraph &network = network_of(graph, options);
    const ExportTable table = table_of(graph, options);
    const bool is_neo4j = options.flavor == Flavor::neo4j;
    const ArticleIndex articles(options.articles == nullptr ? graph : *options.articles);
    CsvOutput out(sink, guard_of(options));
    std::vector<std::string> header =
        is_neo4j ? std::vector<std::string>{":START_ID", ":END_ID", ":TYPE", "weight:double", "id", "label"}
                 : std::vector<std::string>{"Source", "Target", "Type", "Kind", "Weight", "Id", "Label"};
    std::vector<const Column<EdgeIndex> *> columns;
    add_columns(table.edge_columns(), {"edgelabel", "weight"}, options, header, columns);
    out.header(header);
    for (EdgeIndex i = 0; i < network.edges().size(); ++i) {
        const EdgeRecord &edge = network.edge(i);
        std::vector<Cell> row = {table.node_id(edge.source), table.node_id(edge.target)};
        if (is_neo4j) {
            row.emplace_back(relationship_type(edge));
        } else {
            row.emplace_back(std::string(is_symmetric(network, edge) ? "Undirected" : "Directed"));
            row.emplace_back(edge_type(edge));
        }
        row.emplace_back(independent_weight(network, i, articles));
        row.emplace_back(table.edge_id(i));
        row.emplace_back(edge_label(edge));
        for (const Column<EdgeIndex> *column : columns) {
            row.push_back(one_line(column->value(i), options));
        }
        out.row(row);
    }
    out.finish();
}

} // namespace gainsay
