#pragma once

#include "graph/json_output.h"
#include "query/statements.h"

#include <cstddef>
#include <string>
#include <vector>

namespace gainsay {

// Statements as several answers show them.

/// Of a statement that many sentences show.
inline constexpr std::size_t most_sentences = 3;

/// The node's label on one line, cut where it is long; of a claim in quotation marks.
std::string quoted_label(const NodeRecord &node);

/// What a reader of the claim's label has to have read before it ("before it: “…”"), as a paragraph of that width and
/// indent; empty where the label speaks for itself.
std::string context_paragraph(const NodeRecord &claim, std::size_t width, std::size_t indent);

/// "2014-10-28"; "published 2014-10-28"; "no date".
std::string shown(const When &when);

/// "The Moscow Times, 2014-10-15 [moscow_times]"; "[rt]" where nothing is known of the article.
std::string article_line(const ArticleIndex &articles, std::string_view document);

/// An actor, its stand and the sentences, in lines of at most `width` characters: "John Kerry asserts, 2014-10-14",
/// beneath it each sentence with its article. Of many sentences the first. With `documents` (sorted) only theirs.
std::vector<std::string> statement_lines(const KnowledgeGraph &graph, const ArticleIndex &articles, EdgeIndex index,
                                         std::size_t width, const std::vector<std::string> *documents = nullptr);

/// The same for several statements, an empty line between.
std::vector<std::string> statement_lines(const KnowledgeGraph &graph, const ArticleIndex &articles,
                                         const std::vector<EdgeIndex> &edges, std::size_t width,
                                         const std::vector<std::string> *documents = nullptr);

/// "date": ISO 8601 or null; "date_is_publication".
void write_when(JsonOutput &out, const When &when);
/// {"actor": node, "side": "for", "against" or "other", "date", "date_is_publication", "relayed_by": [node], "edge"}.
void write_statement(JsonOutput &out, const KnowledgeGraph &graph, const ArticleIndex &articles, EdgeIndex index);
void write_statements(JsonOutput &out, const KnowledgeGraph &graph, const ArticleIndex &articles, std::string_view key,
                      const std::vector<EdgeIndex> &edges);
/// {"id", "kind", "label", "status" (null of an event), "sources", "context" (only where the label needs it)}.
void write_claim(JsonOutput &out, const KnowledgeGraph &graph, const ArticleIndex &articles, NodeIndex claim);

} // namespace gainsay
