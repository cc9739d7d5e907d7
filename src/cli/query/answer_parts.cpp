#include "cli/query/answer_parts.h"

#include "cli/query/filter_options.h"
#include "cli/query/text_layout.h"
#include "query/name_search.h"
#include "query/proof.h"

#include <iostream>
#include <numeric>

namespace gainsay {

namespace {

/// Whether the reader should hear what the name was taken for: it stands nowhere in the graph as it was asked.
bool is_surprising(NameFit fit) {
    return fit == NameFit::country || fit == NameFit::office || fit == NameFit::misspelt;
}

} // namespace

ChosenNode choose_node(const KnowledgeGraph &graph, const std::string &asked, const Resources &resources) {
    constexpr std::size_t most_others = 5;
    constexpr std::size_t most_letters = 60;
    NameChoice choice = choose_by_name(graph, asked, load_country_names(resources));
    ChosenNode chosen{asked, choice.chosen.node, std::move(choice.others)};
    if (!chosen.others.empty() || is_surprising(choice.chosen.fit)) {
        std::cerr << "gainsay: '" << asked << "' taken as " << shown(graph.node(chosen.node))
                  << (chosen.others.empty() ? "" : "; also fitting:");
        for (std::size_t i = 0; i < chosen.others.size() && i < most_others; ++i) {
            const NodeRecord &other = graph.node(chosen.others[i]);
            std::cerr << (i == 0 ? " " : ", ") << shortened(other.label, most_letters) << " (" << name(other.kind)
                      << ")";
        }
        std::cerr << (chosen.others.size() > most_others ? ", …\n" : "\n");
    }
    return chosen;
}

std::string shown(const NodeRecord &node) {
    return node.label + " (" + std::string(name(node.kind)) + ")";
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count).append(" ").append(count == 1 ? one : many);
}

std::string on_one_line(std::string text) {
    for (char &byte : text) {
        if (byte == '\n' || byte == '\r' || byte == '\t') {
            byte = ' ';
        }
    }
    return text;
}

std::string first_proof(const EdgeRecord &edge) {
    if (edge.evidence.empty()) {
        return {};
    }
    const Evidence &first = edge.evidence.front();
    return "“" + on_one_line(first.text) + "” [" + first.document + "]";
}

void write_count(JsonOutput &out, std::string_view key, std::size_t number) {
    out.key(key);
    out.integer(static_cast<std::int64_t>(number));
}

void write_span(JsonOutput &out, ByteSpan span) {
    out.begin_array();
    out.integer(static_cast<std::int64_t>(span.begin));
    out.integer(static_cast<std::int64_t>(span.end));
    out.end_array();
}

namespace {

void write_node_fields(JsonOutput &out, const NodeRecord &node) {
    out.field("id", node.id);
    out.field("kind", name(node.kind));
    out.field("label", node.label);
}

} // namespace

void write_mention(JsonOutput &out, const Mention &mention) {
    out.begin_object();
    out.field("document", mention.document);
    out.key("span");
    write_span(out, mention.span);
    out.field("text", mention.text);
    out.end_object();
}

void write_node_with_status(JsonOutput &out, const NodeRecord &node) {
    write_node_fields(out, node);
    out.key("status");
    if (node.status) {
        out.string(name(*node.status));
    } else {
        out.null();
    }
}

void write_node(JsonOutput &out, const NodeRecord &node) {
    out.begin_object();
    write_node_fields(out, node);
    out.end_object();
}

void write_chosen(JsonOutput &out, const KnowledgeGraph &graph, const ChosenNode &chosen) {
    out.begin_object();
    write_node_fields(out, graph.node(chosen.node));
    out.field("asked", chosen.asked);
    out.key("others");
    out.begin_array();
    for (const NodeIndex other : chosen.others) {
        write_node(out, graph.node(other));
    }
    out.end_array();
    out.end_object();
}

namespace {

void write_spans(JsonOutput &out, std::string_view key, const std::vector<ByteSpan> &spans) {
    if (spans.empty()) {
        return;
    }
    out.key(key);
    out.begin_array();
    for (const ByteSpan span : spans) {
        write_span(out, span);
    }
    out.end_array();
}

void write_text_or_null(JsonOutput &out, std::string_view key, std::string_view text) {
    out.key(key);
    if (text.empty()) {
        out.null();
    } else {
        out.string(text);
    }
}

} // namespace

void write_evidence(JsonOutput &out, const KnowledgeGraph &graph, const Evidence &evidence) {
    const NodeRecord *document = document_node(graph, evidence.document);
    out.begin_object();
    out.field("document", evidence.document);
    for (const char *key : {"title", "outlet", "published", "url"}) {
        write_text_or_null(out, key, document == nullptr ? std::string_view() : text_attribute(*document, key));
    }
    out.key("span");
    write_span(out, evidence.span);
    out.field("text", evidence.text);
    write_spans(out, "source", evidence.source);
    write_spans(out, "cue", evidence.cue);
    write_spans(out, "content", evidence.content);
    write_spans(out, "trigger", evidence.trigger);
    if (evidence.polarity != Polarity::affirmed) {
        out.field("polarity", name(evidence.polarity));
    }
    out.end_object();
}

void write_edge(JsonOutput &out, const KnowledgeGraph &graph, const EdgeRecord &edge) {
    std::vector<std::size_t> all(edge.evidence.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    write_edge(out, graph, edge, all);
}

void write_edge(JsonOutput &out, const KnowledgeGraph &graph, const EdgeRecord &edge,
                const std::vector<std::size_t> &pieces) {
    out.begin_object();
    out.field("id", edge.id);
    out.field("source", graph.node(edge.source).id);
    out.field("target", graph.node(edge.target).id);
    out.field("kind", name(edge.kind));
    out.field("label", edge_label(edge));
    out.field("weight", edge.weight);
    out.field("confidence", edge.confidence);
    out.field("polarity", name(edge.polarity));
    out.field("modality", name(edge.modality));
    write_text_or_null(out, "date", edge.date);
    out.key("evidence");
    out.begin_array();
    for (const std::size_t piece : pieces) {
        write_evidence(out, graph, edge.evidence[piece]);
    }
    out.end_array();
    out.end_object();
}

} // namespace gainsay
