#pragma once

#include "base/span.h"
#include "graph_schema/edge_kind.h"
#include "graph_schema/node_kind.h"
#include "graph_schema/vocabulary.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace gainsay {

/// Position in KnowledgeGraph::nodes(); in a builder, what add_node() returned.
using NodeIndex = std::uint32_t;
/// Position in KnowledgeGraph::edges().
using EdgeIndex = std::uint32_t;

/// One place where a document speaks of a node.
struct Mention {
    /// The document's id.
    std::string document;
    /// Bytes of the document's text.
    ByteSpan span;
    /// What stands there.
    std::string text;

    friend auto operator<=>(const Mention &, const Mention &) = default;
};

/// The sentence that proves an edge.
struct Evidence {
    std::string document;
    /// From the first to the last byte of source, cue and content; of the clause, for an action.
    ByteSpan span;
    /// What the document has at `span`, byte for byte.
    std::string text;
    /// Of a statement; each may be discontinuous, source and cue may be empty.
    std::vector<ByteSpan> source;
    std::vector<ByteSpan> cue;
    std::vector<ByteSpan> content;
    /// Of an action, instead of cue and content.
    std::vector<ByteSpan> trigger;
    /// Of a statement: how its content was worded. Negated where who says "we did not agree" denies that they agreed;
    /// the edge's polarity tells of the statement: an edge "denies" that is affirmed is a denial.
    Polarity polarity = Polarity::affirmed;

    friend auto operator<=>(const Evidence &, const Evidence &) = default;
};

/// What one document says otherwise than the others.
struct Variant {
    std::string document;
    /// Name of the attribute.
    std::string key;
    std::string value;

    friend auto operator<=>(const Variant &, const Variant &) = default;
};

/// A value that the schema does not know, kept as it came: compact JSON text.
struct OtherJson {
    std::string text;

    friend auto operator<=>(const OtherJson &, const OtherJson &) = default;
};

using AttributeValue =
    std::variant<std::string, std::int64_t, double, bool, std::vector<std::string>, std::vector<Variant>, OtherJson>;
using Attributes = std::map<std::string, AttributeValue, std::less<>>;

struct NodeRecord {
    /// Unique in the graph; see node_id().
    std::string id;
    NodeKind kind = NodeKind::Person;
    std::string label;
    /// Of claims only.
    std::optional<ClaimStatus> status;
    /// Other names than the label.
    std::vector<std::string> aliases;
    /// By the table of attributes in graph_schema; dates, event types and the like are strings here.
    Attributes attributes;
    std::vector<Mention> mentions;

    friend bool operator==(const NodeRecord &, const NodeRecord &) = default;
};

struct EdgeRecord {
    /// Unique in the graph and no node's id. The builder makes it where it is empty.
    std::string id;
    NodeIndex source = 0;
    NodeIndex target = 0;
    EdgeKind kind = EdgeKind::asserts;
    /// Above 0. What says it how often: the builder takes the number of documents in the evidence where it is 0.
    double weight = 0;
    /// 0 to 1.
    double confidence = 1;
    Polarity polarity = Polarity::affirmed;
    Modality modality = Modality::actual;
    /// ISO 8601 date or interval; empty when unknown.
    std::string date;
    /// Who passed the statement on, outermost first.
    std::vector<NodeIndex> relayed_by;
    /// Of participates_in.
    std::optional<Role> role;
    /// Of holds_position: the office.
    std::string title;
    std::vector<Evidence> evidence;

    friend bool operator==(const EdgeRecord &, const EdgeRecord &) = default;
};

/// "person:john-kerry": for nodes that are known by their name. `distinct` tells apart two of the same name (it may be
/// anything that stays the same from run to run: a country, a first document).
std::string node_id(NodeKind kind, std::string_view name, std::string_view distinct = {});
/// "claim:1f0c…": for nodes that are known by their content. The same contents give the same id.
std::string node_id(NodeKind kind, std::initializer_list<std::string_view> contents);
/// "e1f0c…": what a builder gives to edges.
std::string edge_id(std::string_view source_id, std::string_view target_id, EdgeKind kind, Polarity polarity,
                    Modality modality);

/// See edge_label() of graph_schema.
std::string edge_label(const EdgeRecord &edge);

/// Number of different documents in the evidence.
std::size_t count_documents(const std::vector<Evidence> &evidence);

/// The attribute as text; empty if the node has none of that name or it is no string.
std::string_view text_attribute(const NodeRecord &node, std::string_view name);

} // namespace gainsay
