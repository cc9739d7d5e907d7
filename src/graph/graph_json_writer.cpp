#include "graph/graph_json.h"

#include "base/sha256.h"
#include "graph/json_output.h"

namespace gainsay {

namespace {

void write_span(JsonOutput &out, ByteSpan span) {
    out.begin_array();
    out.integer(static_cast<std::int64_t>(span.begin));
    out.integer(static_cast<std::int64_t>(span.end));
    out.end_array();
}

void write_spans(JsonOutput &out, std::string_view name, const std::vector<ByteSpan> &spans) {
    out.key(name);
    out.begin_array();
    for (const ByteSpan span : spans) {
        write_span(out, span);
    }
    out.end_array();
}

struct WriteValue {
    JsonOutput *out;

    void operator()(const std::string &value) const { out->string(value); }
    void operator()(std::int64_t value) const { out->integer(value); }
    void operator()(double value) const { out->number(value); }
    void operator()(bool value) const { out->boolean(value); }
    void operator()(const std::vector<std::string> &value) const {
        out->begin_array();
        for (const std::string &item : value) {
            out->string(item);
        }
        out->end_array();
    }
    void operator()(const std::vector<Variant> &value) const {
        out->begin_array();
        for (const Variant &variant : value) {
            out->begin_object();
            out->field("document", variant.document);
            out->field("key", variant.key);
            out->field("value", variant.value);
            out->end_object();
        }
        out->end_array();
    }
    void operator()(const OtherJson &value) const { out->raw(value.text); }
};

void write_node(JsonOutput &out, const NodeRecord &node) {
    out.begin_object();
    out.field("id", node.id);
    out.field("kind", name(node.kind));
    out.field("label", node.label);
    if (node.status) {
        out.field("status", name(*node.status));
    }
    out.key("aliases");
    WriteValue{&out}(node.aliases);
    out.key("attributes");
    out.begin_object();
    for (const auto &[key, value] : node.attributes) {
        out.key(key);
        std::visit(WriteValue{&out}, value);
    }
    out.end_object();
    out.key("mentions");
    out.begin_array();
    for (const Mention &mention : node.mentions) {
        out.begin_object();
        out.field("document", mention.document);
        out.key("span");
        write_span(out, mention.span);
        out.field("text", mention.text);
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

void write_evidence(JsonOutput &out, const Evidence &piece, EdgeFamily family) {
    out.begin_object();
    out.field("document", piece.document);
    out.key("span");
    write_span(out, piece.span);
    out.field("text", piece.text);
    // Every statement names its three parts, every action its trigger; elsewhere they stand where there are any.
    const bool is_statement = family == EdgeFamily::statement;
    if (is_statement || !piece.source.empty()) {
        write_spans(out, "source", piece.source);
    }
    if (is_statement || !piece.cue.empty()) {
        write_spans(out, "cue", piece.cue);
    }
    if (is_statement || !piece.content.empty()) {
        write_spans(out, "content", piece.content);
    }
    if (family == EdgeFamily::action || !piece.trigger.empty()) {
        write_spans(out, "trigger", piece.trigger);
    }
    if (piece.polarity != Polarity::affirmed) {
        out.field("polarity", name(piece.polarity));
    }
    out.end_object();
}

void write_edge(JsonOutput &out, const EdgeRecord &edge, const KnowledgeGraph &graph) {
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
    out.key("date");
    if (edge.date.empty()) {
        out.null();
    } else {
        out.string(edge.date);
    }
    if (edge.role) {
        out.field("role", name(*edge.role));
    }
    if (!edge.title.empty()) {
        out.field("title", edge.title);
    }
    out.key("relayed_by");
    out.begin_array();
    for (const NodeIndex relay : edge.relayed_by) {
        out.string(graph.node(relay).id);
    }
    out.end_array();
    out.key("evidence");
    out.begin_array();
    for (const Evidence &piece : edge.evidence) {
        write_evidence(out, piece, row(edge.kind).family);
    }
    out.end_array();
    out.end_object();
}

/// Hands bytes on, or to nobody, and makes their digest.
class HashingSink : public ByteSink {
  public:
    explicit HashingSink(ByteSink *target) : target_(target) {}

    void write(std::string_view bytes) override {
        if (is_hashing_) {
            hash_.update(bytes);
        }
        if (target_ != nullptr) {
            target_->write(bytes);
        }
    }
    /// Of all bytes so far; those that come are none of it.
    std::string digest() {
        is_hashing_ = false;
        return to_hex(hash_.finish());
    }

  private:
    ByteSink *target_;
    Sha256 hash_;
    bool is_hashing_ = true;
};

/// Everything but the object's last field and end.
void write_nodes_and_edges(const KnowledgeGraph &graph, JsonOutput &out) {
    out.begin_object();
    out.field("schema", graph_schema_name);
    out.break_line();
    out.key("nodes");
    out.begin_array();
    for (const NodeRecord &node : graph.nodes()) {
        out.break_line();
        write_node(out, node);
    }
    out.end_array();
    out.break_line();
    out.key("edges");
    out.begin_array();
    for (const EdgeRecord &edge : graph.edges()) {
        out.break_line();
        write_edge(out, edge, graph);
    }
    out.end_array();
    out.flush();
}

} // namespace

void write_graph_json(const KnowledgeGraph &graph, ByteSink &sink) {
    HashingSink hashing(&sink);
    JsonOutput out(hashing);
    write_nodes_and_edges(graph, out);
    out.break_line();
    out.field("sha256", hashing.digest());
    out.end_object();
    out.finish();
}

std::string graph_digest(const KnowledgeGraph &graph) {
    HashingSink hashing(nullptr);
    JsonOutput out(hashing);
    write_nodes_and_edges(graph, out);
    return hashing.digest();
}

} // namespace gainsay
