#pragma once

#include "exporters/dot/drawn_lines.h"
#include "graph/knowledge_graph.h"

#include <string>
#include <string_view>

namespace gainsay {

/// What stands in a node's box, as one of Graphviz' HTML-like labels: name and office, a claim's words with "DISPUTED"
/// above, an event's type and date. Long texts are wrapped and cut.
std::string node_label_html(const NodeRecord &node);

/// Text inside an HTML-like label: escaped, and with every backslash doubled, as Graphviz expands `\N` here too.
std::string label_text(std::string_view text);

/// What stands at a line: its label (drawn_lines.h), below it how a statement words its content, an action's date, and
/// through whom a statement came.
std::string line_label_html(const KnowledgeGraph &graph, const DrawnLine &line);

} // namespace gainsay
