#pragma once

#include "graph_schema/word.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace gainsay {

enum class NodeKind {
#define NODE_KIND(name, is_actor, plural, description) name,
#include "graph_schema/node_kind_table.h"
};

/// A set of node kinds.
class NodeKinds {
  public:
    constexpr NodeKinds() = default;
    constexpr NodeKinds(NodeKind kind) : bits_(1U << static_cast<unsigned>(kind)) {}

    constexpr bool contains(NodeKind kind) const { return ((bits_ >> static_cast<unsigned>(kind)) & 1U) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    friend constexpr NodeKinds operator|(NodeKinds a, NodeKinds b) {
        a.bits_ |= b.bits_;
        return a;
    }
    friend constexpr bool operator==(NodeKinds, NodeKinds) = default;

  private:
    std::uint32_t bits_ = 0;
};

/// One row of the table.
struct NodeKindRow {
    NodeKind kind;
    std::string_view name;
    /// Can say and do something.
    bool is_actor;
    /// For counts: "3 people".
    std::string_view plural;
    std::string_view description;
};

/// In the order of every listing.
std::span<const NodeKindRow> node_kinds();
const NodeKindRow &row(NodeKind kind);

bool is_actor(NodeKind kind);
NodeKinds actor_kinds();
NodeKinds all_node_kinds();

/// "Person, Country": for messages.
std::string names(NodeKinds kinds);

} // namespace gainsay
