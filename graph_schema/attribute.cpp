#include "graph_schema/attribute.h"

#include "base/date.h"
#include "graph_schema/node_kind_sets.h"

#include <array>

namespace gainsay {

namespace {

constexpr auto make_rows() {
    using namespace kind_sets;
    return std::to_array<AttributeRow>({
#define NODE_ATTRIBUTE(name, kinds, type, description) {#name, kinds, AttributeType::type, description},
#include "graph_schema/attribute_table.h"
    });
}

constexpr auto rows = make_rows();

constexpr auto type_names = std::to_array<std::string_view>(
    {"string", "integer", "number", "boolean", "event_type", "polarity", "modality", "date", "strings", "variants"});

} // namespace

template <>
std::span<const std::string_view> names_of<AttributeType>() {
    return type_names;
}

std::span<const AttributeRow> node_attributes() {
    return rows;
}

const AttributeRow *find_node_attribute(std::string_view name) {
    for (const AttributeRow &attribute : rows) {
        if (attribute.name == name) {
            return &attribute;
        }
    }
    return nullptr;
}

bool is_date_value(std::string_view text) {
    return parse_interval(text).has_value();
}

} // namespace gainsay
