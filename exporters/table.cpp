#include "exporters/table.h"

#include "base/byte_sink.h"
#include "exporters/style.h"
#include "exporters/text.h"
#include "graph/json_output.h"
#include "graph_schema/attribute.h"
#include "query/centrality.h"
#include "query/statements.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

namespace gainsay {

namespace {

/// JSON text of a list.
template <class Values, class Write>
Cell json_list(const Values &values, Write write) {
    if (values.empty()) {
        return {};
    }
    StringSink sink;
    JsonOutput out(sink);
    out.begin_array();
    for (const auto &value : values) {
        write(out, value);
    }
    out.end_array();
    out.finish();
    std::string text = sink.take();
    text.pop_back(); // the line end
    return text;
}

Cell text_list(const std::vector<std::string> &values) {
    return json_list(values, [](JsonOutput &out, const std::string &value) { out.string(printable(value)); });
}

void write_quotation(JsonOutput &out, const std::string &document, ByteSpan span, const std::string &text) {
    out.begin_object();
    out.field("document", printable(document));
    out.key("span");
    out.begin_array();
    out.integer(static_cast<std::int64_t>(span.begin));
    out.integer(static_cast<std::int64_t>(span.end));
    out.end_array();
    out.field("text", printable(text));
    out.end_object();
}

Cell text_or_none(std::string_view text) {
    return text.empty() ? Cell() : Cell(printable(text));
}

struct ToCell {
    Cell operator()(const std::string &value) const { return printable(value); }
    Cell operator()(std::int64_t value) const { return value; }
    Cell operator()(double value) const { return value; }
    Cell operator()(bool value) const { return std::int64_t{value ? 1 : 0}; }
    Cell operator()(const std::vector<std::string> &value) const { return text_list(value); }
    Cell operator()(const std::vector<Variant> &value) const {
        return json_list(value, [](JsonOutput &out, const Variant &variant) {
            out.begin_object();
            out.field("document", printable(variant.document));
            out.field("key", printable(variant.key));
            out.field("value", printable(variant.value));
            out.end_object();
        });
    }
    Cell operator()(const OtherJson &value) const { return value.text; }
};

CellType cell_type(AttributeType type) {
    switch (type) {
    case AttributeType::integer:
    case AttributeType::boolean:
        return CellType::integer;
    case AttributeType::number:
        return CellType::number;
    default:
        return CellType::text;
    }
}

std::vector<Column<EdgeIndex>> make_edge_columns(const KnowledgeGraph &graph, const KnowledgeGraph &all,
                                                 bool provenance) {
    const auto edge_of = [&graph](EdgeIndex index) -> const EdgeRecord & { return graph.edge(index); };
    const auto articles = std::make_shared<ArticleIndex>(all);
    std::vector<Column<EdgeIndex>> columns = {
        {"edgelabel", CellType::text, [=](EdgeIndex i) { return Cell(edge_label(edge_of(i))); }},
        {"interaction", CellType::text, [=](EdgeIndex i) { return Cell(std::string(name(edge_of(i).kind))); }},
        {"family", CellType::text, [=](EdgeIndex i) { return Cell(std::string(name(row(edge_of(i).kind).family))); }},
        {"tone", CellType::text, [=](EdgeIndex i) { return Cell(std::string(name(row(edge_of(i).kind).tone))); }},
        {"side", CellType::text,
         [=](EdgeIndex i) {
             return row(edge_of(i).kind).family == EdgeFamily::statement
                        ? Cell(std::string(name_of(side_of(edge_of(i)))))
                        : Cell();
         }},
        {"weight", CellType::number,
         [=, &graph](EdgeIndex i) { return Cell(independent_weight(graph, i, *articles)); }},
        {"confidence", CellType::number, [=](EdgeIndex i) { return Cell(edge_of(i).confidence); }},
        {"polarity", CellType::text, [=](EdgeIndex i) { return Cell(std::string(name(edge_of(i).polarity))); }},
        {"modality", CellType::text, [=](EdgeIndex i) { return Cell(std::string(name(edge_of(i).modality))); }},
        {"date", CellType::text, [=](EdgeIndex i) { return text_or_none(edge_of(i).date); }},
        {"role", CellType::text,
         [=](EdgeIndex i) { return edge_of(i).role ? Cell(std::string(name(*edge_of(i).role))) : Cell(); }},
        {"office", CellType::text, [=](EdgeIndex i) { return text_or_none(edge_of(i).title); }},
        {"relayed_by", CellType::text,
         [=, &graph](EdgeIndex i) {
             return json_list(edge_of(i).relayed_by,
                              [&](JsonOutput &out, NodeIndex relay) { out.string(export_id(graph.node(relay).id)); });
         }},
        {"symmetric", CellType::integer,
         [=, &graph](EdgeIndex i) { return Cell(std::int64_t{is_symmetric(graph, edge_of(i)) ? 1 : 0}); }},
        {"documents", CellType::integer,
         [=](EdgeIndex i) { return Cell(static_cast<std::int64_t>(count_documents(edge_of(i).evidence))); }},
        {"sentence", CellType::text,
         [=](EdgeIndex i) {
             return edge_of(i).evidence.empty() ? Cell() : Cell(printable(edge_of(i).evidence.front().text));
         }},
    };
    if (provenance) {
        columns.push_back({"evidence", CellType::text, [=](EdgeIndex i) {
                               return json_list(edge_of(i).evidence, [](JsonOutput &out, const Evidence &piece) {
                                   write_quotation(out, piece.document, piece.span, piece.text);
                               });
                           }});
    }
    return columns;
}

/// Degrees and centralities, counted at the first question.
std::vector<Column<NodeIndex>> centrality_columns(const KnowledgeGraph &graph) {
    const auto kept = std::make_shared<std::optional<Centrality>>();
    const auto measured = [kept, &graph]() -> const Centrality & {
        if (!*kept) {
            *kept = measure_centrality(graph);
        }
        return **kept;
    };
    const auto count = [](std::size_t number) { return Cell(static_cast<std::int64_t>(number)); };
    return {
        {"degree", CellType::integer,
         [=](NodeIndex i) { return count(measured().in_degree[i] + measured().out_degree[i]); }},
        {"in_degree", CellType::integer, [=](NodeIndex i) { return count(measured().in_degree[i]); }},
        {"out_degree", CellType::integer, [=](NodeIndex i) { return count(measured().out_degree[i]); }},
        {"pagerank", CellType::number, [=](NodeIndex i) { return Cell(measured().pagerank[i]); }},
        {"betweenness", CellType::number,
         [=](NodeIndex i) { return measured().betweenness.empty() ? Cell() : Cell(measured().betweenness[i]); }},
    };
}

std::vector<Column<NodeIndex>> make_node_columns(const KnowledgeGraph &graph, const std::set<std::string> &taken,
                                                 bool provenance) {
    const auto node_of = [&graph](NodeIndex index) -> const NodeRecord & { return graph.node(index); };
    std::vector<Column<NodeIndex>> columns = {
        {"label", CellType::text, [=](NodeIndex i) { return Cell(short_label(node_of(i))); }},
        {"full_label", CellType::text, [=](NodeIndex i) { return Cell(printable(node_of(i).label)); }},
        {"kind", CellType::text, [=](NodeIndex i) { return Cell(std::string(name(node_of(i).kind))); }},
        {"status", CellType::text,
         [=](NodeIndex i) { return node_of(i).status ? Cell(std::string(name(*node_of(i).status))) : Cell(); }},
        {"aliases", CellType::text, [=](NodeIndex i) { return text_list(node_of(i).aliases); }},
        {"mention_count", CellType::integer,
         [=](NodeIndex i) { return Cell(static_cast<std::int64_t>(node_of(i).mentions.size())); }},
    };
    if (provenance) {
        columns.push_back({"mentions", CellType::text, [=](NodeIndex i) {
                               return json_list(node_of(i).mentions, [](JsonOutput &out, const Mention &mention) {
                                   write_quotation(out, mention.document, mention.span, mention.text);
                               });
                           }});
    }
    for (Column<NodeIndex> &column : centrality_columns(graph)) {
        columns.push_back(std::move(column));
    }
    std::set<std::string, std::less<>> used;
    bool has_unknown = false;
    for (const NodeRecord &node : graph.nodes()) {
        for (const auto &[key, value] : node.attributes) {
            if (find_node_attribute(key) == nullptr) {
                has_unknown = true;
            } else {
                used.insert(key);
            }
        }
    }
    for (const AttributeRow &attribute : node_attributes()) {
        if (!used.contains(attribute.name)) {
            continue;
        }
        std::string column(attribute.name);
        if (taken.contains(column)) {
            // An edge has a field of that name, and names are unique in a file.
            column.insert(0, "node_");
        }
        columns.push_back({std::move(column), cell_type(attribute.type), [=](NodeIndex i) {
                               const auto found = node_of(i).attributes.find(attribute.name);
                               return found == node_of(i).attributes.end() ? Cell()
                                                                           : std::visit(ToCell{}, found->second);
                           }});
    }
    if (has_unknown) {
        columns.push_back({"other_attributes", CellType::text, [=](NodeIndex i) {
                               std::vector<std::pair<std::string, Cell>> others;
                               for (const auto &[key, value] : node_of(i).attributes) {
                                   if (find_node_attribute(key) == nullptr) {
                                       others.emplace_back(printable(key), std::visit(ToCell{}, value));
                                   }
                               }
                               return json_list(others, [](JsonOutput &out, const auto &other) {
                                   out.begin_array();
                                   out.string(other.first);
                                   if (const auto *text = std::get_if<std::string>(&other.second)) {
                                       out.string(*text);
                                   } else if (const auto *integer = std::get_if<std::int64_t>(&other.second)) {
                                       out.integer(*integer);
                                   } else if (const auto *number = std::get_if<double>(&other.second)) {
                                       out.number(*number);
                                   }
                                   out.end_array();
                               });
                           }});
    }
    return columns;
}

} // namespace

ExportTable::ExportTable(const KnowledgeGraph &graph, const KnowledgeGraph *articles, bool provenance)
    : graph_(&graph), edge_columns_(make_edge_columns(graph, articles == nullptr ? graph : *articles, provenance)) {
    std::set<std::string> taken;
    for (const Column<EdgeIndex> &column : edge_columns_) {
        taken.insert(column.name);
    }
    node_columns_ = make_node_columns(graph, taken, provenance);
}

std::string ExportTable::node_id(NodeIndex node) const {
    return export_id(graph_->node(node).id);
}

std::string ExportTable::edge_id(EdgeIndex edge) const {
    return export_id(graph_->edge(edge).id);
}

bool is_symmetric(const KnowledgeGraph &graph, const EdgeRecord &edge) {
    return is_symmetric(edge.kind, graph.node(edge.source).kind, graph.node(edge.target).kind);
}

std::string edge_type(const EdgeRecord &edge) {
    if (row(edge.kind).family == EdgeFamily::statement) {
        return std::string(name(edge.kind)) + (edge.polarity == Polarity::negated ? "_not" : "");
    }
    const bool is_fact = edge.polarity == Polarity::affirmed && edge.modality == Modality::actual;
    return is_fact ? std::string(name(edge.kind)) : edge_label(edge);
}

std::string short_label(const NodeRecord &node) {
    constexpr std::size_t most = 60;
    const std::string label = printable(node.label);
    const std::string cut = shorten(label, most);
    const std::size_t blank = cut.rfind(' ');
    // At a blank, unless that would leave next to nothing.
    return cut == label || blank == std::string::npos || blank < most / 2 ? cut : cut.substr(0, blank) + " …";
}

double independent_weight(const KnowledgeGraph &graph, EdgeIndex edge, const ArticleIndex &articles) {
    const EdgeRecord &record = graph.edge(edge);
    const std::size_t documents = count_documents(record.evidence);
    const std::size_t originals = independent_sources(graph, std::vector<EdgeIndex>{edge}, articles);
    return std::max(1.0, record.weight - static_cast<double>(documents - originals));
}

} // namespace gainsay
