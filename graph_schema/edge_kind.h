#pragma once

#include "graph_schema/node_kind.h"
#include "graph_schema/vocabulary.h"
#include "graph_schema/word.h"

#include <optional>
#include <string_view>

namespace gainsay {

enum class EdgeKind {
#define EDGE_KIND(name, ...) name,
#include "graph_schema/edge_kind_table.h"
};

/// What a source does with a content: the edge kinds of the family `statement`, in the same order.
enum class Stance {
#define STATEMENT(name, ...) name,
#include "graph_schema/edge_kind_table.h"
};

EdgeKind edge_kind(Stance stance);
/// Nothing for a kind of another family.
std::optional<Stance> stance_of(EdgeKind kind);

enum class EdgeFamily { statement, action, structure, comparison, provenance, derived };

/// The group that colours go by.
enum class Tone {
    affirming,
    denying,
    accusing,
    demanding,
    warning,
    doubting,
    suspending,
    opposing,
    cooperating,
    structural,
    provenance
};

/// Where the source of a statement stands towards its claim.
enum class Side { in_favor, against, neither };

/// One row of the table.
struct EdgeKindRow {
    EdgeKind kind;
    std::string_view name;
    EdgeFamily family;
    NodeKinds sources;
    NodeKinds targets;
    /// Reads between source and target: "suspended".
    std::string_view label;
    /// After "may": "suspend".
    std::string_view base;
    Tone tone;
    /// Of a statement of affirmed polarity; `neither` for all other kinds. Ask side_of().
    Side side;
    /// The type of the events that an action is short for.
    std::optional<EventType> event_type;
    /// Has no direction where both ends are allowed on either side.
    bool is_mutual;
    std::string_view description;
};

/// In the order of every listing.
std::span<const EdgeKindRow> edge_kinds();
const EdgeKindRow &row(EdgeKind kind);

bool allows(EdgeKind kind, NodeKind source, NodeKind target);
/// Whether the edge says the same with its ends swapped ("met", between two actors).
bool is_symmetric(EdgeKind kind, NodeKind source, NodeKind target);
/// Where whoever makes the statement stands towards its claim: who says that it is not so (`polarity` negated) stands
/// on the other side than the kind alone tells.
Side side_of(EdgeKind kind, Polarity polarity);
/// Statements, actions and what is derived of them: an edge of theirs needs a sentence that proves it.
bool needs_evidence(EdgeKind kind);
/// The first action of the table that is short for an event of this type.
EdgeKind main_action(EventType type);

/// How an edge is named wherever it is shown. A negated or unreal action says so ("not suspended", "may suspend"); of a
/// statement polarity is relative to the claim's label ("says it is not so"), modality that of the content's wording,
/// which stands after it (`asserts ("may")`). With a role, the role's words.
std::string edge_label(EdgeKind kind, Polarity polarity, Modality modality, std::optional<Role> role = {});

} // namespace gainsay
