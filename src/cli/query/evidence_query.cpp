#include "cli/query/answer_parts.h"
#include "cli/query/query.h"
#include "query/proof.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <optional>

namespace gainsay {

namespace {

struct EvidenceArguments {
    std::string what;
    std::string other;
};

struct EvidenceFound {
    /// One or two nodes, or none where an edge was asked for.
    std::vector<ChosenNode> nodes;
    std::vector<Proof> proofs;
};

std::optional<EdgeIndex> find_edge(const KnowledgeGraph &graph, std::string_view id) {
    const auto found =
        std::find_if(graph.edges().begin(), graph.edges().end(), [&](const EdgeRecord &edge) { return edge.id == id; });
    return found == graph.edges().end() ? std::nullopt
                                        : std::optional(static_cast<EdgeIndex>(found - graph.edges().begin()));
}

EvidenceFound find_evidence(const KnowledgeGraph &graph, const EvidenceArguments &arguments,
                            const Resources &resources) {
    if (arguments.other.empty()) {
        if (const auto edge = find_edge(graph, arguments.what)) {
            return {{}, proofs_of_edge(graph, *edge)};
        }
        // A file's stem often reads like its outlet's name: what is written exactly as a document's id means that.
        if (const NodeRecord *document = document_node(graph, arguments.what)) {
            const auto index = static_cast<NodeIndex>(document - graph.nodes().data());
            return {{{arguments.what, index, {}}}, proofs_of_node(graph, index)};
        }
        ChosenNode node = choose_node(graph, arguments.what, resources);
        std::vector<Proof> proofs = proofs_of_node(graph, node.node);
        return {{std::move(node)}, std::move(proofs)};
    }
    ChosenNode a = choose_node(graph, arguments.what, resources);
    ChosenNode b = choose_node(graph, arguments.other, resources);
    std::vector<Proof> proofs = proofs_between(graph, a.node, b.node);
    return {{std::move(a), std::move(b)}, std::move(proofs)};
}

/// "The Harbor Post, 2031-04-03, harbor_post, bytes 117-282".
std::string place_of_piece(const KnowledgeGraph &graph, const Evidence &piece) {
    std::string place;
    if (const NodeRecord *document = document_node(graph, piece.document)) {
        for (const char *key : {"outlet", "published"}) {
            const std::string_view value = text_attribute(*document, key);
            place.append(value).append(value.empty() ? "" : ", ");
        }
    }
    return place + piece.document + ", bytes " + std::to_string(piece.span.begin) + "-" +
           std::to_string(piece.span.end);
}

std::string evidence_text(const KnowledgeGraph &graph, const EvidenceFound &found) {
    if (found.proofs.empty()) {
        std::string text = "No evidence";
        for (const ChosenNode &chosen : found.nodes) {
            text += (&chosen == &found.nodes.front() ? " for " : " with ") + shown(graph.node(chosen.node));
        }
        return text + ".\n";
    }
    std::string text;
    for (const Proof &proof : found.proofs) {
        const EdgeRecord &edge = graph.edge(proof.edge);
        text += (text.empty() ? "" : "\n") + shown(graph.node(edge.source)) + " —" + edge_label(edge) + "→ " +
                shown(graph.node(edge.target)) + (edge.date.empty() ? "" : ", " + edge.date) + "   [" + edge.id + "]\n";
        for (const std::size_t piece : proof.pieces) {
            text += "   “" + on_one_line(edge.evidence[piece].text) + "”\n      " +
                    place_of_piece(graph, edge.evidence[piece]) + "\n";
        }
    }
    return text;
}

void write_found(JsonOutput &out, const KnowledgeGraph &graph, const EvidenceFound &found) {
    out.begin_object();
    out.key("nodes");
    out.begin_array();
    for (const ChosenNode &chosen : found.nodes) {
        write_chosen(out, graph, chosen);
    }
    out.end_array();
    out.key("edges");
    out.begin_array();
    for (const Proof &proof : found.proofs) {
        out.break_line();
        write_edge(out, graph, graph.edge(proof.edge), proof.pieces);
    }
    out.end_array();
    out.end_object();
}

QueryAnswer run_evidence(const KnowledgeGraph &graph, const EvidenceArguments &arguments, const Resources &resources) {
    auto found = std::make_shared<EvidenceFound>(find_evidence(graph, arguments, resources));
    return {[&graph, found] { return evidence_text(graph, *found); },
            [&graph, found](JsonOutput &out) { write_found(out, graph, *found); },
            found->proofs.empty() ? ExitStatus::some_refused : ExitStatus::done};
}

QueryRun setup_evidence(CLI::App &app) {
    auto arguments = std::make_shared<EvidenceArguments>();
    app.add_option("what", arguments->what, "A name, or the id of a node or an edge")
        ->type_name("NODE|EDGE")
        ->required();
    app.add_option("other", arguments->other, "A second name: only what joins the two")->type_name("NODE");
    return [arguments](const KnowledgeGraph &graph, const Resources &resources) {
        return run_evidence(graph, *arguments, resources);
    };
}

} // namespace

Query evidence_query() {
    return {
        {.name = "evidence",
         .summary = "The sentences that prove it, with article, outlet, date and bytes",
         .details =
             "Of a person or a claim: all that it is said to say, do or be. Of an edge: its own sentences. Of an "
             "article: all that it is evidence for. Of two names: what joins them directly.",
         .examples = {{"gainsay query graph.json evidence Tolland", "Every sentence by or about Tolland"},
                      {"gainsay query graph.json evidence Tolland Norway", "What joins the two, sentence by sentence"},
                      {"gainsay query graph.json evidence harbor_post --json", "All that one article says"}},
         .exit_status = "0 there is evidence; 1 there is none"},
        setup_evidence};
}

} // namespace gainsay
