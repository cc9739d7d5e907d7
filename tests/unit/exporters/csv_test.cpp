// CSV on the bytes; the conformance tests open the tables with pandas, R and SQLite.
#include "exporters/csv/csv_output.h"
#include "exporters/csv/csv_tables.h"
#include "support/sample_graphs.h"

#include <catch2/catch.hpp>

#include <string>

using namespace gainsay;

namespace {

std::string written(std::string_view file_name, const KnowledgeGraph &graph, const ExportOptions &options = {}) {
    for (const CsvTable &table : csv_tables()) {
        if (table.file_name == file_name) {
            StringSink sink;
            table.write(graph, options, sink);
            return sink.take();
        }
    }
    FAIL("no such table");
    return {};
}

} // namespace

TEST_CASE("a CSV field is quoted where it must be") {
    CHECK(csv_field("plain", FormulaGuard::on) == "plain");
    CHECK(csv_field("a,b", FormulaGuard::on) == "\"a,b\"");
    CHECK(csv_field("say \"no\"", FormulaGuard::on) == "\"say \"\"no\"\"\"");
    CHECK(csv_field("two\r\nlines", FormulaGuard::on) == "\"two\nlines\"");
    CHECK(csv_field("", FormulaGuard::on).empty());
    CHECK(csv_field("nul\x01", FormulaGuard::on) == "nul\xEF\xBF\xBD");
}

TEST_CASE("a text that a spreadsheet would run has an apostrophe before it") {
    for (const char *text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "  =1"}) {
        CAPTURE(text);
        CHECK(csv_field(text, FormulaGuard::on).substr(0, 2) == "\"'");
        CHECK(csv_field(text, FormulaGuard::off).find('\'') == std::string::npos);
    }
    CHECK(csv_field("a=1", FormulaGuard::on) == "a=1");
}

TEST_CASE("numbers stand as they are, and a value that is missing is nothing") {
    StringSink sink;
    CsvOutput out(sink);
    out.row({Cell(), std::int64_t{-3}, 0.5, std::string("x")});
    out.finish();
    CHECK(sink.text() == ",-3,0.5,x\r\n");
}

TEST_CASE("every table writes every sample, twice the same bytes, with as many fields in each record") {
    for (const CsvTable &table : csv_tables()) {
        for (const samples::Sample &sample : samples::all_samples()) {
            CAPTURE(table.file_name, sample.name);
            const KnowledgeGraph graph = sample.make();
            const std::string text = written(table.file_name, graph);
            CHECK(text == written(table.file_name, graph));
            std::size_t fields = 1;
            std::size_t expected = 0;
            bool is_quoted = false;
            for (const char byte : text) {
                is_quoted = byte == '"' ? !is_quoted : is_quoted;
                if (is_quoted) {
                    continue;
                }
                fields += byte == ',' ? 1U : 0U;
                if (byte == '\n') {
                    expected = expected == 0 ? fields : expected;
                    CHECK(fields == expected);
                    fields = 1;
                }
            }
            CHECK_FALSE(is_quoted);
        }
    }
}

TEST_CASE("statements.csv says who says what where") {
    const std::string text = written("statements.csv", samples::harbour_graph());
    CHECK(text.starts_with(
        "date,outlet,document,url,speaker,speaker_kind,organization,country,stance,side,claim_id,claim,"
        "sentence,begin,end,confidence,"));
    CHECK(text.find(",denies,against,claim:") != std::string::npos);
    CHECK(text.find(",asserts,for,claim:") != std::string::npos);
}

TEST_CASE("a reprint does not add to an edge's weight") {
    samples::StoryBuilder s;
    const NodeIndex tolland = s.person("Mira Tolland", "minister");
    const NodeIndex claim = s.claim("The dam leaks");
    const NodeIndex first = s.node(NodeKind::Document, "first");
    const NodeIndex copy = s.node(NodeKind::Document, "copy");
    s.at(copy).attributes["copy_of"] = std::string("first");
    EdgeRecord edge = s.edge(tolland, EdgeKind::asserts, claim, "first", "“It leaks,” Tolland said.");
    edge.evidence.push_back(edge.evidence.front());
    edge.evidence.back().document = "copy";
    s.add(edge);
    s.structure(claim, EdgeKind::reported_in, first);
    s.structure(claim, EdgeKind::reported_in, copy);
    const KnowledgeGraph graph = s.build();
    const std::string text = written("edges.csv", graph);
    CHECK(text.find(",Directed,asserts,1,") != std::string::npos);
}

TEST_CASE("labels are short, and the whole label stands beside them") {
    samples::StoryBuilder s;
    const NodeIndex tolland = s.person("Mira Tolland", "minister");
    const std::string words = "the commission that watches over the harbour will be closed down before the summer ends";
    s.add(tolland, EdgeKind::asserts, s.claim(words), "a", "She said so.");
    const std::string text = written("nodes.csv", s.build());
    CHECK(text.find(",the commission that watches over the harbour will be …,Claim," + words) != std::string::npos);
}
