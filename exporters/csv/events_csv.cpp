// events.csv.
#include "exporters/csv/csv_output.h"
#include "exporters/csv/csv_tables.h"
#include "exporters/csv/statement_cells.h"
#include "exporters/text.h"

#include <optional>
#include <set>

namespace gainsay {

namespace {

/// Who acts in an event and to whom.
struct Parts {
    std::vector<NodeIndex> agents;
    std::vector<NodeIndex> recipients;
    std::optional<NodeIndex> place;
};

Parts parts_of(const KnowledgeGraph &graph, NodeIndex event) {
    Parts parts;
    for (const EdgeIndex index : graph.in_edges(event)) {
        const EdgeRecord &edge = graph.edge(index);
        if (edge.kind != EdgeKind::participates_in || !edge.role) {
            continue;
        }
        if (*edge.role == Role::agent) {
            parts.agents.push_back(edge.source);
        } else if (*edge.role == Role::place) {
            parts.place = parts.place ? parts.place : std::optional(edge.source);
        } else if (*edge.role != Role::instrument) {
            parts.recipients.push_back(edge.source);
        }
    }
    return parts;
}

std::vector<std::optional<NodeIndex>> or_nobody(const std::vector<NodeIndex> &nodes) {
    if (nodes.empty()) {
        return {std::nullopt};
    }
    return {nodes.begin(), nodes.end()};
}

void add_party(const KnowledgeGraph &graph, std::optional<NodeIndex> party, std::vector<Cell> &row) {
    if (!party) {
        row.insert(row.end(), 5, Cell());
        return;
    }
    const NodeRecord &node = graph.node(*party);
    row.emplace_back(export_id(node.id));
    row.emplace_back(node.label);
    row.emplace_back(std::string(name(node.kind)));
    row.push_back(cell_of(country_of(graph, *party)));
    row.push_back(cell_of(text_attribute(node, "position")));
}

Cell integer_attribute(const NodeRecord &node, std::string_view name) {
    const auto found = node.attributes.find(name);
    const auto *number = found == node.attributes.end() ? nullptr : std::get_if<std::int64_t>(&found->second);
    return number == nullptr ? Cell() : Cell(*number);
}

} // namespace

void write_events_csv(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    const KnowledgeGraph &all = options.articles == nullptr ? graph : *options.articles;
    const ArticleIndex articles(all);
    CsvOutput out(sink, options.flavor == Flavor::neo4j ? FormulaGuard::off : FormulaGuard::on);
    out.header({"Event ID",       "Event Date",        "Event Type",      "Event Mode",   "News Type",
                "Polarity",       "Modality",          "Label",           "Actor ID",     "Actor Name",
                "Actor Kind",     "Actor Country",     "Actor Title",     "Recipient ID", "Recipient Name",
                "Recipient Kind", "Recipient Country", "Recipient Title", "Placename",    "Sources",
                "Documents",      "Publication Date",  "Source",          "Document",     "URL",
                "Sentence Begin", "Sentence End",      "Event Text"});
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        const NodeRecord &event = graph.node(i);
        if (event.kind != NodeKind::Event) {
            continue;
        }
        const Parts parts = parts_of(graph, i);
        std::set<std::string_view> documents;
        for (const Mention &mention : event.mentions) {
            documents.insert(mention.document);
        }
        const std::string_view place = text_attribute(event, "place");
        for (const auto agent : or_nobody(parts.agents)) {
            for (const auto recipient : or_nobody(parts.recipients)) {
                std::vector<Cell> row = {export_id(event.id),
                                         cell_of(text_attribute(event, "date")),
                                         cell_of(text_attribute(event, "type")),
                                         cell_of(text_attribute(event, "mode")),
                                         cell_of(text_attribute(event, "news_type")),
                                         cell_of(text_attribute(event, "polarity")),
                                         cell_of(text_attribute(event, "modality")),
                                         event.label};
                add_party(graph, agent, row);
                add_party(graph, recipient, row);
                row.push_back(!place.empty() || !parts.place ? cell_of(place) : Cell(graph.node(*parts.place).label));
                row.push_back(integer_attribute(event, "sources"));
                row.emplace_back(static_cast<std::int64_t>(documents.size()));
                if (event.mentions.empty()) {
                    row.insert(row.end(), 7, Cell());
                } else {
                    const Mention &mention = event.mentions.front();
                    row.push_back(cell_of(articles.published(mention.document)));
                    row.push_back(outlet_cell(articles, mention.document));
                    row.emplace_back(mention.document);
                    row.push_back(article_cell(all, articles, mention.document, "url"));
                    row.emplace_back(static_cast<std::int64_t>(mention.span.begin));
                    row.emplace_back(static_cast<std::int64_t>(mention.span.end));
                    row.emplace_back(mention.text);
                }
                out.row(row);
            }
        }
    }
    out.finish();
}

} // namespace gainsay
