#include "base/message.h"
#include "cli/commands/commands.h"
#include "cli/io/output.h"
#include "cli/query/answer_parts.h"
#include "engine/engine.h"
#include "graph/graph_json.h"
#include "graph/json_output.h"

#include <CLI/CLI.hpp>

#include <map>
#include <memory>

namespace gainsay {

namespace {

struct ExplainArguments {
    std::string graph;
    std::string node;
    std::string output;
    bool json = false;
};

/// Wordings of a node in one document, each with how often it stands there.
using Wordings = std::map<std::string, std::size_t>;

std::map<std::string, Wordings> wordings_by_document(const NodeRecord &node) {
    std::map<std::string, Wordings> result;
    for (const Mention &mention : node.mentions) {
        ++result[mention.document][on_one_line(mention.text)];
    }
    return result;
}

std::vector<std::string> reasons_of(const NodeRecord &node) {
    const auto found = node.attributes.find("reasons");
    const auto *reasons =
        found == node.attributes.end() ? nullptr : std::get_if<std::vector<std::string>>(&found->second);
    return reasons == nullptr ? std::vector<std::string>() : *reasons;
}

std::string explanation_text(const NodeRecord &node) {
    std::string text = shown(node) + "\n  " + node.id + "\n";
    const std::map<std::string, Wordings> documents = wordings_by_document(node);
    text += "\ncalled, in " + counted(documents.size(), "document", "documents") + "\n";
    for (const auto &[document, wordings] : documents) {
        text += "  " + document + ": ";
        bool first = true;
        for (const auto &[wording, number] : wordings) {
            text += (first ? "\"" : ", \"") + wording + "\"" + (number > 1 ? " (" + std::to_string(number) + ")" : "");
            first = false;
        }
        text += "\n";
    }
    const std::vector<std::string> reasons = reasons_of(node);
    if (documents.size() > 1 || !reasons.empty()) {
        text += "\none node, because\n";
        for (const std::string &reason : reasons) {
            text += "  " + reason + "\n";
        }
        if (reasons.empty()) {
            text += "  (the graph keeps no reasons)\n";
        }
    }
    if (documents.size() == 1 && node.mentions.size() > 1) {
        text += "\nOne document speaks of it; its sentences and pronouns are one by that document alone.\n";
    }
    return text;
}

void write_explanation(JsonOutput &out, const NodeRecord &node) {
    out.begin_object();
    out.field("id", node.id);
    out.field("kind", name(node.kind));
    out.field("label", node.label);
    out.key("documents");
    out.begin_array();
    for (const auto &[document, wordings] : wordings_by_document(node)) {
        out.begin_object();
        out.field("document", document);
        out.key("wordings");
        out.begin_object();
        for (const auto &[wording, number] : wordings) {
            write_count(out, wording, number);
        }
        out.end_object();
        out.end_object();
    }
    out.end_array();
    out.key("reasons");
    out.begin_array();
    for (const std::string &reason : reasons_of(node)) {
        out.string(reason);
    }
    out.end_array();
    out.end_object();
}

ExitStatus run_explain(const ExplainArguments &arguments, const EngineOptions &engine) {
    const KnowledgeGraph graph = load_graph(arguments.graph);
    const NodeRecord &node = graph.node(choose_node(graph, arguments.node, Resources(engine.resources)).node);
    write_output(arguments.output, [&](ByteSink &sink) {
        if (arguments.json) {
            JsonOutput out(sink);
            write_explanation(out, node);
            out.finish();
        } else {
            sink.write(safe_to_show(explanation_text(node)));
        }
    });
    return ExitStatus::done;
}

CommandRun setup_explain(CLI::App &app) {
    auto arguments = std::make_shared<ExplainArguments>();
    app.add_option("graph", arguments->graph, "Graph that `gainsay build` wrote; - is standard input")
        ->type_name("GRAPH.json")
        ->required();
    app.add_option("node", arguments->node, "A node's id, or a name that need not be exact")
        ->type_name("NODE")
        ->required();
    app.add_flag("--json", arguments->json, "JSON for programs instead of text for people");
    app.add_option("-o,--output", arguments->output, "File to write; standard output without")->type_name("FILE");
    return [arguments](const EngineOptions &engine) { return run_explain(*arguments, engine); };
}

} // namespace

Command explain_command() {
    return {{.name = "explain",
             .summary = "Why the mentions of a node are one",
             .details =
                 "Shows how each document calls the node, and for each merge of documents' mentions its reason. Where "
                 "you know better, write a line into an override file (`gainsay build --help`).",
             .examples = {{"gainsay explain graph.json \"Mira Tolland\"",
                           "Who is meant, and why all of that is one person"},
                          {"gainsay explain graph.json person:mira-tolland --json", "The same for programs"}},
             .exit_status = ""},
            setup_explain};
}

} // namespace gainsay
