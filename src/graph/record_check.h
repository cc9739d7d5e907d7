#pragma once

#include "graph/records.h"

#include <string>

namespace gainsay {

/// Whether attributes that are in no row of the schema are an error (for programs that make graphs) or kept (for files
/// that another version may have written).
enum class UnknownAttributes { refused, kept };

/// Throws InputError for what the schema forbids in the node alone.
void check_node(const NodeRecord &node, UnknownAttributes unknown);

/// The same for an edge, but for its ends. `where` names it in messages.
void check_edge_fields(const EdgeRecord &edge, const std::string &where);

} // namespace gainsay
