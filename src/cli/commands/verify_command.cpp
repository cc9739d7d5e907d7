#include "base/message.h"
#include "cli/commands/commands.h"
#include "cli/io/input_options.h"
#include "cli/io/output.h"
#include "cli/io/run_report.h"
#include "cli/query/answer_parts.h"
#include "graph/graph_json.h"
#include "query/graph_check.h"
#include "query/span_check.h"

#include <CLI/CLI.hpp>

#include <array>
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

std::string value_or_nothing(const std::string &value) {
    return value.empty() ? "nothing" : beginning(value);
}

std::string check_text(const GraphCheckReport &graph) {
    std::string text;
    for (const GraphFlaw &flaw : graph.flaws) {
        text += (flaw.is_edge ? "edge " : "node ") + flaw.owner + ": " + flaw.field + ": expected " +
                beginning(flaw.expected) + ", found " + beginning(flaw.found) + "\n";
    }
    if (graph.digest == DigestState::wrong) {
        text += "the graph was changed after it was written (its SHA-256 differs)\n";
    } else if (graph.digest == DigestState::missing) {
        text +=
            "the graph has no SHA-256 of its own: whether its kinds, dates and labels were changed cannot be told\n";
    }
    return text;
}

std::string check_text(const SpanCheckReport &report) {
    std::string text;
    for (const SpanDifference &difference : report.differences) {
        const SpanPlace &place = difference.place;
        text += difference.document + ": bytes " + std::to_string(place.span.begin) + "-" +
                std::to_string(place.span.end) + ", " + std::string(use_name(place.use)) + " of " + owner_of(place) +
                ": expected " + beginning(difference.expected) + ", found " + beginning(difference.found) + "\n";
    }
    for (const MetadataDifference &difference : report.metadata) {
        text += difference.document + ": " + difference.field + ": expected " + value_or_nothing(difference.expected) +
                ", found " + value_or_nothing(difference.found) + "\n";
    }
    for (const std::string &id : report.changed_documents) {
        text += id + ": not the text that the graph was made of (SHA-256 differs)\n";
    }
    for (const std::string &id : report.unproven_documents) {
        text += id + ": the graph has no SHA-256 of its text; only the spans could be compared\n";
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

void write_flaws(JsonOutput &out, const GraphCheckReport &graph) {
    out.key("flaws");
    out.begin_array();
    for (const GraphFlaw &flaw : graph.flaws) {
        out.break_line();
        out.begin_object();
        out.field(flaw.is_edge ? "edge" : "node", flaw.owner);
        out.field("field", flaw.field);
        out.field("expected", flaw.expected);
        out.field("found", flaw.found);
        out.end_object();
    }
    out.end_array();
}

void write_metadata(JsonOutput &out, const SpanCheckReport &report) {
    out.key("metadata");
    out.begin_array();
    for (const MetadataDifference &difference : report.metadata) {
        out.break_line();
        out.begin_object();
        out.field("document", difference.document);
        out.field("field", difference.field);
        out.field("expected", difference.expected);
        out.field("found", difference.found);
        out.end_object();
    }
    out.end_array();
}

void write_check(JsonOutput &out, const GraphCheckReport &graph, const SpanCheckReport &report) {
    constexpr std::array<std::string_view, 3> states = {"right", "wrong", "missing"};
    out.begin_object();
    out.field("graph_sha256", states.at(static_cast<std::size_t>(graph.digest)));
    write_flaws(out, graph);
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
    write_metadata(out, report);
    write_ids(out, "changed_documents", report.changed_documents);
    write_ids(out, "unproven_documents", report.unproven_documents);
    write_ids(out, "missing_documents", report.missing_documents);
    out.end_object();
}

ArticleFacts facts_of(const DocumentMeta &meta) {
    const auto text = [](const std::optional<std::string> &value) {
        return value ? std::string_view(*value) : std::string_view();
    };
    return {meta.id,           meta.sha256,          text(meta.title), text(meta.outlet),
            text(meta.author), text(meta.published), text(meta.url)};
}

ExitStatus run_verify(const VerifyArguments &arguments) {
    const GraphFile file = load_graph_file(arguments.graph);
    const GraphCheckReport graph = check_graph(file);
    RunReport run(std::cerr);
    SpanCheck check(file.graph);
    read_inputs(arguments.documents, [&](DocumentItem item) {
        if (const IngestedDocument *read = run.take(item)) {
            check.check(facts_of(read->document.meta), read->document.text);
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
            write_check(out, graph, report);
            out.finish();
        } else {
            sink.write(safe_to_show(check_text(graph) + check_text(report)));
        }
    });
    const bool all_right = report.all_right() && graph.flaws.empty() && graph.digest == DigestState::right;
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
    return [arguments](const EngineOptions & /*engine*/) { return run_verify(*arguments); };
}

} // namespace

Command verify_command() {
    return {
        {.name = "verify",
         .summary = "Check that a graph's sentences stand in the documents, byte for byte",
         .details =
             "Cuts every span of evidence and every mention out of the documents again and compares it with what the "
             "graph says. Each difference is named with its document, bytes and edge. Compares the SHA-256 of each "
             "document, its title, outlet, author, date and address, and that of the graph; computes the ids and the "
             "weights of edges again. Read the documents with the options that the graph was built with.\n\n"
             "It proves that these are the documents of which the graph was made, that every sentence of it stands "
             "there, and that nothing in the graph was changed since it was written, unless somebody made its SHA-256 "
             "anew. It does not prove that a sentence was understood: whether it says what the edge says is for the "
             "reader, and whether the article tells the truth is another question.",
         .examples = {{"gainsay verify graph.json --documents articles/", "Is all of it really said there?"},
                      {"gainsay verify graph.json --documents articles/ --json", "The same for a program"}},
         .exit_status =
             "0 all is as it was; 1 something differs, or cannot be told, or documents are missing or refused"},
        setup_verify};
}

} // namespace gainsay
