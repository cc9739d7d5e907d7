// statements.csv and disputes.csv.
#include "exporters/csv/csv_output.h"
#include "exporters/csv/csv_tables.h"
#include "exporters/csv/statement_cells.h"
#include "exporters/text.h"
#include "query/disputes.h"

namespace gainsay {

namespace {

const KnowledgeGraph &articles_of(const KnowledgeGraph &graph, const ExportOptions &options) {
    return options.articles == nullptr ? graph : *options.articles;
}

FormulaGuard guard_of(const ExportOptions &options) {
    return options.flavor == Flavor::neo4j ? FormulaGuard::off : FormulaGuard::on;
}

} // namespace

void write_statements_csv(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    const KnowledgeGraph &all = articles_of(graph, options);
    const ArticleIndex articles(all);
    CsvOutput out(sink, guard_of(options));
    out.header({"date",
                "outlet",
                "document",
                "url",
                "speaker",
                "speaker_kind",
                "organization",
                "country",
                "stance",
                "side",
                "claim_id",
                "claim",
                "sentence",
                "begin",
                "end",
                "confidence",
                "speaker_id",
                "edge_id",
                "polarity",
                "modality",
                "relayed_by",
                "published",
                "date_is_publication",
                "context"});
    for (const Statement &statement : list_statements(graph, articles)) {
        const EdgeRecord &edge = graph.edge(statement.edge);
        const Evidence &piece = edge.evidence[statement.piece];
        const NodeRecord &speaker = graph.node(edge.source);
        const auto body = body_of(graph, edge.source);
        std::string relays;
        for (const NodeIndex relay : edge.relayed_by) {
            relays.append(relays.empty() ? "" : "; ").append(graph.node(relay).label);
        }
        out.row({cell_of(statement.when.date),
                 outlet_cell(articles, piece.document),
                 piece.document,
                 article_cell(all, articles, piece.document, "url"),
                 speaker.label,
                 std::string(name(speaker.kind)),
                 body ? Cell(graph.node(*body).label) : Cell(),
                 cell_of(country_of(graph, edge.source)),
                 std::string(name(edge.kind)),
                 std::string(name_of(statement.side)),
                 export_id(graph.node(edge.target).id),
                 graph.node(edge.target).label,
                 piece.text,
                 static_cast<std::int64_t>(piece.span.begin),
                 static_cast<std::int64_t>(piece.span.end),
                 edge.confidence,
                 export_id(speaker.id),
                 export_id(edge.id),
                 std::string(name(edge.polarity)),
                 std::string(name(edge.modality)),
                 cell_of(relays),
                 cell_of(articles.published(piece.document)),
                 static_cast<std::int64_t>(statement.when.is_publication ? 1 : 0),
                 cell_of(text_attribute(graph.node(edge.target), "context"))});
    }
    out.finish();
}

void write_disputes_csv(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    const KnowledgeGraph &all = articles_of(graph, options);
    const ArticleIndex articles(all);
    CsvOutput out(sink, guard_of(options));
    out.header({"dispute", "claim_id", "claim", "opposite_id", "opposite", "sources", "side", "date", "speaker_id",
                "speaker", "speaker_kind", "stance", "of_claim_id", "outlet", "document", "url", "sentence"});
    std::int64_t number = 0;
    for (const Dispute &dispute : find_disputes(graph, articles)) {
        ++number;
        const auto write_side = [&](std::string_view side, const std::vector<EdgeIndex> &edges) {
            for (const EdgeIndex index : edges) {
                const EdgeRecord &edge = graph.edge(index);
                for (const Evidence &piece : edge.evidence) {
                    out.row({number, export_id(graph.node(dispute.claim).id), graph.node(dispute.claim).label,
                             dispute.opposite ? Cell(export_id(graph.node(*dispute.opposite).id)) : Cell(),
                             dispute.opposite ? Cell(graph.node(*dispute.opposite).label) : Cell(),
                             static_cast<std::int64_t>(dispute.sources), std::string(side),
                             cell_of(when_said(edge, piece, articles).date), export_id(graph.node(edge.source).id),
                             graph.node(edge.source).label, std::string(name(graph.node(edge.source).kind)),
                             std::string(name(edge.kind)), export_id(graph.node(edge.target).id),
                             outlet_cell(articles, piece.document), piece.document,
                             article_cell(all, articles, piece.document, "url"), piece.text});
                }
            }
        };
        write_side("for", dispute.holding);
        write_side("against", dispute.opposing);
        write_side("neither", dispute.others);
    }
    out.finish();
}

} // namespace gainsay
