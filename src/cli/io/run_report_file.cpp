#include "cli/io/run_report_file.h"

#include "cli/query/answer_parts.h"
#include "graph/json_output.h"
#include "query/review.h"

#include <algorithm>
#include <array>

namespace gainsay {

namespace {

/// In the order in which a reader looks for losses.
constexpr std::array reasons = {Omission::no_speaker,   Omission::nothing_stated, Omission::speaker_is_no_actor,
                                Omission::within_doubt, Omission::told_plan,      Omission::passes_on,
                                Omission::dropped};

void write_remarks(JsonOutput &out, std::string_view key, const Diagnostics &remarks) {
    out.key(key);
    out.begin_array();
    for (const Diagnostic &remark : remarks.entries()) {
        out.break_line();
        out.begin_object();
        out.field("source", remark.source);
        out.key("line");
        if (remark.line) {
            out.integer(static_cast<std::int64_t>(*remark.line));
        } else {
            out.null();
        }
        out.field("message", remark.message);
        out.end_object();
    }
    out.end_array();
}

void write_statement_counts(JsonOutput &out, const KnowledgeGraph &graph) {
    std::size_t count = 0;
    std::size_t doubtful = 0;
    for (const EdgeRecord &edge : graph.edges()) {
        if (row(edge.kind).family == EdgeFamily::statement) {
            ++count;
            doubtful += edge.confidence < least_sure_statement ? 1U : 0U;
        }
    }
    write_count(out, "statements", count);
    write_count(out, "doubtful", doubtful);
}

void write_left_out(JsonOutput &out, const StatementReport &report) {
    out.key("left_out");
    out.begin_object();
    write_count(out, "count", report.left_out.size());
    out.key("by_reason");
    out.begin_array();
    for (const Omission reason : reasons) {
        const auto count = std::count_if(report.left_out.begin(), report.left_out.end(),
                                         [reason](const LeftOut &each) { return each.reason == reason; });
        out.break_line();
        out.begin_object();
        out.field("reason", name(reason));
        out.field("meaning", description(reason));
        write_count(out, "count", static_cast<std::size_t>(count));
        out.end_object();
    }
    out.end_array();
    out.key("list");
    out.begin_array();
    for (const LeftOut &each : report.left_out) {
        out.break_line();
        out.begin_object();
        out.field("reason", name(each.reason));
        out.field("document", each.document);
        out.key("span");
        write_span(out, each.span);
        out.field("text", each.text);
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

} // namespace

void write_run_report(const RunRecord &record, const KnowledgeGraph &graph, ByteSink &sink) {
    JsonOutput out(sink);
    out.begin_object();
    out.field("format", std::string_view("gainsay-report/1"));
    write_count(out, "documents", record.documents);
    write_remarks(out, "refused", record.refused);
    write_remarks(out, "passed_over", record.passed_over);
    write_remarks(out, "remarks", record.remarks);
    write_count(out, "attributions", record.statements.attributions);
    write_statement_counts(out, graph);
    write_left_out(out, record.statements);
    out.end_object();
    out.finish();
}

} // namespace gainsay
