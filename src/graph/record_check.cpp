#include "graph/record_check.h"

#include "base/error.h"
#include "base/utf8.h"
#include "graph_schema/attribute.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace gainsay {

namespace {

std::string shown(ByteSpan span) {
    return "[" + std::to_string(span.begin) + ", " + std::to_string(span.end) + ")";
}

void check_text(std::string_view text, const std::string &where, std::string_view field) {
    if (const auto bad = find_invalid_utf8(text)) {
        throw InputError(where, "valid UTF-8 in " + std::string(field), "a broken byte at " + std::to_string(*bad));
    }
}

/// A place in a document and what stands there.
void check_quotation(const std::string &document, ByteSpan span, const std::string &text, const std::string &where,
                     const std::string &field) {
    if (document.empty()) {
        throw InputError(where, "a document in " + field, "none");
    }
    check_text(document, where, field + ".document");
    check_text(text, where, field + ".text");
    if (span.end < span.begin || span.size() != text.size() || text.empty()) {
        throw InputError(where, field + ".text to be what the document has at its span " + shown(span),
                         std::to_string(text.size()) + " bytes");
    }
}

struct IsOfType {
    AttributeType type;

    bool operator()(const std::string &value) const {
        switch (type) {
        case AttributeType::string:
            return true;
        case AttributeType::event_type:
            return parse_word<EventType>(value).has_value();
        case AttributeType::polarity:
            return parse_word<Polarity>(value).has_value();
        case AttributeType::modality:
            return parse_word<Modality>(value).has_value();
        case AttributeType::date:
            return is_date_value(value);
        default:
            return false;
        }
    }
    bool operator()(std::int64_t) const { return type == AttributeType::integer || type == AttributeType::number; }
    bool operator()(double value) const { return type == AttributeType::number && std::isfinite(value); }
    bool operator()(bool) const { return type == AttributeType::boolean; }
    bool operator()(const std::vector<std::string> &) const { return type == AttributeType::strings; }
    bool operator()(const std::vector<Variant> &) const { return type == AttributeType::variants; }
    bool operator()(const OtherJson &) const { return false; }
};

/// What an attribute's values look like, for messages.
std::string expectation(AttributeType type) {
    switch (type) {
    case AttributeType::event_type:
        return one_of(names_of<EventType>());
    case AttributeType::polarity:
        return one_of(names_of<Polarity>());
    case AttributeType::modality:
        return one_of(names_of<Modality>());
    case AttributeType::date:
        return "an ISO 8601 date or interval";
    default:
        return "a value of type " + std::string(name(type));
    }
}

void check_value_text(const AttributeValue &value, const std::string &where, const std::string &key) {
    if (const auto *text = std::get_if<std::string>(&value)) {
        check_text(*text, where, key);
    } else if (const auto *list = std::get_if<std::vector<std::string>>(&value)) {
        for (const std::string &item : *list) {
            check_text(item, where, key);
        }
    } else if (const auto *variants = std::get_if<std::vector<Variant>>(&value)) {
        for (const Variant &variant : *variants) {
            check_text(variant.document, where, key);
            check_text(variant.key, where, key);
            check_text(variant.value, where, key);
        }
    } else if (const auto *number = std::get_if<double>(&value); number != nullptr && !std::isfinite(*number)) {
        throw InputError(where, "a finite number in " + key, "none");
    }
}

void check_attribute(const NodeRecord &node, const std::string &key, const AttributeValue &value,
                     UnknownAttributes unknown, const std::string &where) {
    check_text(key, where, "an attribute's name");
    check_value_text(value, where, key);
    const AttributeRow *known = find_node_attribute(key);
    if (known == nullptr) {
        if (unknown == UnknownAttributes::refused) {
            throw InputError(where, "an attribute of the schema", "'" + key + "'");
        }
        return;
    }
    if (!known->kinds.contains(node.kind)) {
        throw InputError(where, "'" + key + "' only at " + names(known->kinds), std::string(name(node.kind)));
    }
    if (!std::visit(IsOfType{known->type}, value)) {
        const auto *text = std::get_if<std::string>(&value);
        throw InputError(where, expectation(known->type) + " in " + key,
                         text != nullptr ? "'" + *text + "'" : "another type");
    }
}

void check_evidence(const Evidence &piece, bool is_statement, const std::string &where) {
    check_quotation(piece.document, piece.span, piece.text, where, "evidence");
    for (const auto *spans : {&piece.source, &piece.cue, &piece.content, &piece.trigger}) {
        for (const ByteSpan span : *spans) {
            if (span.end < span.begin || !piece.span.contains(span)) {
                throw InputError(where, "spans inside the evidence's " + shown(piece.span), shown(span));
            }
        }
    }
    if (is_statement && piece.content.empty()) {
        throw InputError(where, "evidence with a content", "none");
    }
}

} // namespace

void check_node(const NodeRecord &node, UnknownAttributes unknown) {
    const std::string where = "node '" + node.id + "'";
    if (node.id.empty() || node.label.empty()) {
        throw InputError(where, node.id.empty() ? "an id" : "a label", "an empty string");
    }
    check_text(node.id, "node", "its id");
    check_text(node.label, where, "its label");
    if (node.status.has_value() != (node.kind == NodeKind::Claim)) {
        throw InputError(where,
                         node.status ? "a status at claims only" : "a status, " + one_of(names_of<ClaimStatus>()),
                         node.status ? std::string(name(node.kind)) : "none");
    }
    for (const std::string &alias : node.aliases) {
        check_text(alias, where, "an alias");
    }
    for (const auto &[key, value] : node.attributes) {
        check_attribute(node, key, value, unknown, where);
    }
    for (const Mention &mention : node.mentions) {
        check_quotation(mention.document, mention.span, mention.text, where, "a mention");
    }
}

void check_edge_fields(const EdgeRecord &edge, const std::string &where) {
    check_text(edge.id, where, "its id");
    check_text(edge.title, where, "its title");
    if (!std::isfinite(edge.weight) || edge.weight < 0) {
        throw InputError(where, "a weight above 0", "another value");
    }
    if (!(edge.confidence >= 0 && edge.confidence <= 1)) {
        throw InputError(where, "a confidence from 0 to 1", "another value");
    }
    if (!edge.date.empty() && !is_date_value(edge.date)) {
        throw InputError(where, "an ISO 8601 date or interval", "'" + edge.date + "'");
    }
    const bool participates = edge.kind == EdgeKind::participates_in;
    if (edge.role.has_value() != participates) {
        throw InputError(where, participates ? "a role, " + one_of(names_of<Role>()) : "a role at participates_in only",
                         participates ? "none" : "'" + std::string(name(*edge.role)) + "'");
    }
    if (!edge.title.empty() && edge.kind != EdgeKind::holds_position) {
        throw InputError(where, "a title at holds_position only", "'" + edge.title + "'");
    }
    if (!edge.relayed_by.empty() && row(edge.kind).family != EdgeFamily::statement) {
        throw InputError(where, "relays of statements only", std::string(name(row(edge.kind).family)));
    }
    if (needs_evidence(edge.kind) && edge.evidence.empty()) {
        throw InputError(where, "a piece of evidence", "none");
    }
    for (const Evidence &piece : edge.evidence) {
        check_evidence(piece, row(edge.kind).family == EdgeFamily::statement, where);
    }
}

} // namespace gainsay
