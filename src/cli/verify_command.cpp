#include "cli/commands.h"
#include "cli/input_options.h"
#include "cli/output.h"
#include "cli/query/answer_parts.h"
#include "cli/run_report.h"
#include "graph/graph_json.h"
#include "query/span_check.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>

namespace gainsay {

namespace {

struct VerifyArguments {
    std::string graph;
    InputArguments documents;
    std::string output;
    bool json = false;
};

std::string owner_of(const SpanPlace &place) {
    return (place.use == SpanPlace::Use::mention ? "node " : "edge ") + place.owner;
}

/// A beginning that fits on a line.
std::string beginning(const std::string &text) {
    constexpr std::size_t most_bytes = 120;
    const std::string line = on_one_line(text);
    if (line.size() <= most_bytes) {
        return "“" + line + "”";
    }
    std::size_t end = most_bytes;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return "“" + line.substr(0, end) + "…”";
}

std::string text_of(const SpanCheckReport &report) {
    std::string text;
    for (const SpanDifference &difference : report.differences) {
        const SpanPlace &place = difference.place;
        text += difference.document + ": bytes " + std::to_string(place.span.begin) + "-" +
                std::to_string(place.span.end) + ", " + std::string(use_name(place.use)) + " of " + owner_of(place) +
                ": expected " + beginning(difference.expected) + ", found " + beginning(difference.found) + "\n";
    }
    for (const std::string &id : report.changed_documents) {
        text += id + ": not the text that the graph was made of (SHA-256 differs)\n";
    }
    for (const std::string &id : report.missing_documents) {
        text += id + ": not among the documents\n";
    }
    text += counted(report.spans, "span", "spans") + " in " + counted(report.documents, "document", "documents") +
            " checked: " + counted(report.differences.size(), "difference", "differences");
    text += report.missing_documents.empty()
                ? "\n"
                : ", " + counted(report.missing_documents.size(), "document", "documents") + " not found\n";
    return text;
}

void write_ids(JsonOutput &out, std::string_view key, const std::vector<std::string> &ids) {
    out.key(key);
    out.begin_array();
    for (const std::string &id : ids) {
        out.string(id);
    }
    out.end_array();
}

void write_json(JsonOutput &out, const SpanCheckReport &report) {
    out.begin_object();
    write_count(out, "documents", report.documents);
    write_count(out, "spans", report.spans);
    out.key("differences");
    out.begin_array();
    for (const SpanDifference &difference : report.differences) {
        const SpanPlace &place = difference.place;
        out.break_line();
        out.begin_object();
        out.field("document", difference.document);
        out.field(place.use == SpanPlace::Use::mention ? "node" : "edge", place.owner);
        out.field("use", use_name(place.use));
        out.key("span");
        write_span(out, place.span);
        out.field("expected", difference.expected);
        out.field("found", difference.found);
        out.end_object();
    }
    out.end_array();
    write_ids(out, "changed_documents", report.changed_documents);
    write_ids(out, "missing_documents", report.missing_documents);
    out.end_object();
}

ExitStatus run_verify(const VerifyArguments &arguments) {
    const KnowledgeGraph graph = load_graph(arguments.graph);
    RunReport run(std::cerr);
    SpanCheck check(graph);
    read_inputs(arguments.documents, [&](DocumentItem item) {
        if (const IngestedDocument *read = run.take(item)) {
            check.check(read->document.meta.id, read->document.meta.sha256, read->document.text);
        }
    });
    const ExitStatus reading = run.finish();
    const SpanCheckReport report = check.finish();
    if (report.spans == 0) {
        if (reading != ExitStatus::nothing_done) {
            std::cerr << (report.missing_documents.empty()
                              ? "gainsay: nothing to check: the graph has neither evidence nor mentions\n"
                              : "gainsay: nothing could be checked: none of these documents is one that the graph "
                                "speaks of\n");
        }
        return ExitStatus::nothing_done;
    }
    write_output(arguments.output, [&](ByteSink &sink) {
        if (arguments.json) {
            JsonOutput out(sink);
            write_json(out, report);
            out.finish();
        } else {
            sink.write(text_of(report));
        }
    });
    const bool all_right = report.differences.empty() && report.missing_documents.empty();
    return all_right ? reading : ExitStatus::some_refused;
}

CommandRun setup_verify(CLI::App &app) {
    auto arguments = std::make_shared<VerifyArguments>();
    app.add_option("graph", arguments->graph, "Graph that `gainsay build` wrote; - is standard input")
        ->type_name("GRAPH.json")
        ->required();
    app.add_option("--documents", arguments->documents.inputs,
                   "The articles that the graph was made of: files, folders, - for standard input")
        ->type_name("ARTICLES")
        ->required();
    add_reading_options(app, arguments->documents);
    app.add_flag("--json", arguments->json, "JSON for programs instead of text for people");
    app.add_option("-o,--output", arguments->output, "File to write; standard output without")->type_name("FILE");
    return [arguments] { return run_verify(*arguments); };
}

} // namespace

Command verify_command() {
    return {
        {.name = "verify",
         .summary = "Check that a graph's sentences stand in the documents, byte for byte",
         .details =
             "Cuts every span of evidence and every mention out of the documents again and compares it with what the "
             "graph says. Each difference is named with its document, bytes and edge. Read the documents with "
             "the options that the graph was built with.",
         .examples = {{"gainsay verify graph.json --documents articles/", "Is all of it really said there?"},
                      {"gainsay verify graph.json --documents articles/ --json", "The same for a program"}},
         .exit_status = "0 every span is right; 1 some differ, or documents are missing or refused"},
        setup_verify};
}

} // namespace gainsay
