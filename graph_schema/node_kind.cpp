#include "graph_schema/node_kind.h"

#include <array>

namespace gainsay {

namespace {

constexpr auto rows = std::to_array<NodeKindRow>({
#define NODE_KIND(name, is_actor, plural, description) {NodeKind::name, #name, is_actor, plural, description},
#include "graph_schema/node_kind_table.h"
});

constexpr auto kind_names = std::to_array<std::string_view>({
#define NODE_KIND(name, is_actor, plural, description) #name,
#include "graph_schema/node_kind_table.h"
});

} // namespace

template <>
std::span<const std::string_view> names_of<NodeKind>() {
    return kind_names;
}

std::span<const NodeKindRow> node_kinds() {
    return rows;
}

const NodeKindRow &row(NodeKind kind) {
    return rows[static_cast<std::size_t>(kind)];
}

bool is_actor(NodeKind kind) {
    return row(kind).is_actor;
}

NodeKinds actor_kinds() {
    NodeKinds kinds;
    for (const NodeKindRow &kind : rows) {
        if (kind.is_actor) {
            kinds = kinds | kind.kind;
        }
    }
    return kinds;
}

NodeKinds all_node_kinds() {
    NodeKinds kinds;
    for (const NodeKindRow &kind : rows) {
        kinds = kinds | kind.kind;
    }
    return kinds;
}

std::string names(NodeKinds kinds) {
    std::string text;
    for (const NodeKindRow &kind : rows) {
        if (kinds.contains(kind.kind)) {
            text.append(text.empty() ? "" : ", ").append(kind.name);
        }
    }
    return text;
}

} // namespace gainsay
