#pragma once

#include "graph_schema/node_kind.h"
#include "graph_schema/word.h"

#include <string_view>

namespace gainsay {

enum class AttributeType { string, integer, number, boolean, event_type, polarity, modality, date, strings, variants };

/// One row of the table of node attributes.
struct AttributeRow {
    std::string_view name;
    /// Which kinds of nodes may have it.
    NodeKinds kinds;
    AttributeType type;
    std::string_view description;
};

/// In the order of every listing.
std::span<const AttributeRow> node_attributes();

/// Null for a name that is in no row. A name has one row.
const AttributeRow *find_node_attribute(std::string_view name);

/// Whether the text is an ISO 8601 date or interval, at any precision.
bool is_date_value(std::string_view text);

} // namespace gainsay
