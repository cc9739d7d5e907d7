#pragma once

#include "base/resources.h"
#include "graph/json_output.h"
#include "graph/knowledge_graph.h"

#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

// What the answers of several queries have in common.

/// A node that the user named, and what else they may have meant.
struct ChosenNode {
    /// As the user wrote it.
    std::string asked;
    NodeIndex node = 0;
    /// That fit as well, the nearest first.
    std::vector<NodeIndex> others;
};

/// The node meant by a loose name. Names the other candidates on standard error. Throws UsageError that shows what is
/// near if nothing fits.
ChosenNode choose_node(const KnowledgeGraph &graph, const std::string &asked, const Resources &resources);

/// "Mira Tolland (Person)".
std::string shown(const NodeRecord &node);
/// "1 path", "2 paths".
std::string counted(std::size_t count, std::string_view one, std::string_view many);
/// Text of a document on one line.
std::string on_one_line(std::string text);
/// The first sentence that proves the edge with its document, on one line; empty if it has none.
std::string first_proof(const EdgeRecord &edge);

void write_count(JsonOutput &out, std::string_view key, std::size_t number);
void write_span(JsonOutput &out, ByteSpan span);
/// {"document", "span", "text"}.
void write_mention(JsonOutput &out, const Mention &mention);
/// {"id", "kind", "label"}.
void write_node(JsonOutput &out, const NodeRecord &node);
/// The fields "id", "kind", "label" and "status" (null where there is none) of an object that the caller opens and
/// closes.
void write_node_with_status(JsonOutput &out, const NodeRecord &node);
/// The node with "asked", and "others" as a list of nodes.
void write_chosen(JsonOutput &out, const KnowledgeGraph &graph, const ChosenNode &chosen);
/// {"document", "title", "outlet", "published", "url", "span", "text"} and, where there are any, "source", "cue",
/// "content", "trigger".
void write_evidence(JsonOutput &out, const KnowledgeGraph &graph, const Evidence &evidence);
/// {"id", "source", "target", "kind", "label", "weight", "confidence", "polarity", "modality", "date", "evidence"}.
void write_edge(JsonOutput &out, const KnowledgeGraph &graph, const EdgeRecord &edge);
/// The same with these pieces of its evidence alone.
void write_edge(JsonOutput &out, const KnowledgeGraph &graph, const EdgeRecord &edge,
                const std::vector<std::size_t> &pieces);

} // namespace gainsay
