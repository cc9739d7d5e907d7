#include "graph_schema/edge_kind.h"

#include "graph_schema/node_kind_sets.h"

#include <array>
#include <cassert>

namespace gainsay {

namespace {

/// The names of the table's column `event type`.
namespace event_types {
using enum EventType;
constexpr std::optional<EventType> none = std::nullopt;
} // namespace event_types

constexpr auto make_rows() {
    using namespace kind_sets;
    using namespace event_types;
    return std::to_array<EdgeKindRow>({
#define EDGE_KIND(name, family, sources, targets, label, base, tone, side, type, mutual, description)                  \
    {EdgeKind::name, #name,      EdgeFamily::family, sources, targets, label,                                          \
     base,           Tone::tone, Side::side,         type,    mutual,  description},
#include "graph_schema/edge_kind_table.h"
    });
}

constexpr auto rows = make_rows();

constexpr auto kind_names = std::to_array<std::string_view>({
#define EDGE_KIND(name, ...) #name,
#include "graph_schema/edge_kind_table.h"
});
constexpr auto stance_names = std::to_array<std::string_view>({
#define STATEMENT(name, ...) #name,
#include "graph_schema/edge_kind_table.h"
});
constexpr auto stance_kinds = std::to_array<EdgeKind>({
#define STATEMENT(name, ...) EdgeKind::name,
#include "graph_schema/edge_kind_table.h"
});
constexpr auto family_names =
    std::to_array<std::string_view>({"statement", "action", "structure", "comparison", "provenance", "derived"});
constexpr auto tone_names =
    std::to_array<std::string_view>({"affirming", "denying", "accusing", "demanding", "warning", "doubting",
                                     "suspending", "opposing", "cooperating", "structural", "provenance"});

constexpr auto side_names = std::to_array<std::string_view>({"for", "against", "neither"});

/// What stands before the base form of an action that is not a fact.
std::string_view unreal_words(Polarity polarity, Modality modality) {
    const bool negated = polarity == Polarity::negated;
    switch (modality) {
    case Modality::possible:
        return negated ? "may not " : "may ";
    case Modality::planned:
        return negated ? "plans not to " : "plans to ";
    case Modality::conditional:
        return negated ? "would not " : "would ";
    case Modality::requested:
        return negated ? "is asked not to " : "is asked to ";
    case Modality::actual:
        break;
    }
    return negated ? "not " : "";
}

/// How a statement's content is worded, if it is more than a plain fact.
std::string_view wording(Polarity polarity, Modality modality) {
    const bool negated = polarity == Polarity::negated;
    switch (modality) {
    case Modality::possible:
        return negated ? "may not" : "may";
    case Modality::planned:
        return negated ? "will not" : "will";
    case Modality::conditional:
        return negated ? "would not" : "would";
    case Modality::requested:
        return negated ? "should not" : "should";
    case Modality::actual:
        break;
    }
    return negated ? "not" : "";
}

} // namespace

template <>
std::span<const std::string_view> names_of<EdgeKind>() {
    return kind_names;
}
template <>
std::span<const std::string_view> names_of<Stance>() {
    return stance_names;
}
template <>
std::span<const std::string_view> names_of<EdgeFamily>() {
    return family_names;
}
template <>
std::span<const std::string_view> names_of<Tone>() {
    return tone_names;
}

template <>
std::span<const std::string_view> names_of<Side>() {
    return side_names;
}

EdgeKind edge_kind(Stance stance) {
    return stance_kinds[static_cast<std::size_t>(stance)];
}

std::optional<Stance> stance_of(EdgeKind kind) {
    for (std::size_t i = 0; i < stance_kinds.size(); ++i) {
        if (stance_kinds[i] == kind) {
            return static_cast<Stance>(i);
        }
    }
    return std::nullopt;
}

std::span<const EdgeKindRow> edge_kinds() {
    return rows;
}

const EdgeKindRow &row(EdgeKind kind) {
    return rows[static_cast<std::size_t>(kind)];
}

bool allows(EdgeKind kind, NodeKind source, NodeKind target) {
    return row(kind).sources.contains(source) && row(kind).targets.contains(target);
}

bool is_symmetric(EdgeKind kind, NodeKind source, NodeKind target) {
    return row(kind).is_mutual && allows(kind, source, target) && allows(kind, target, source);
}

bool needs_evidence(EdgeKind kind) {
    const EdgeFamily family = row(kind).family;
    return family == EdgeFamily::statement || family == EdgeFamily::action || family == EdgeFamily::derived;
}

Side side_of(EdgeKind kind, Polarity polarity) {
    const Side side = row(kind).side;
    if (polarity == Polarity::affirmed || side == Side::neither) {
        return side;
    }
    return side == Side::in_favor ? Side::against : Side::in_favor;
}

EdgeKind main_action(EventType type) {
    for (const EdgeKindRow &kind : rows) {
        if (kind.event_type == type) {
            return kind.kind;
        }
    }
    // A test walks all types.
    assert(false);
    return EdgeKind::consulted;
}

std::string edge_label(EdgeKind kind, Polarity polarity, Modality modality, std::optional<Role> role) {
    const EdgeKindRow &entry = row(kind);
    std::string text(role ? label(*role) : entry.label);
    if (polarity == Polarity::affirmed && modality == Modality::actual) {
        return text;
    }
    if (entry.family == EdgeFamily::statement && polarity == Polarity::negated) {
        const std::string unlike = "says it is not so";
        text = kind == EdgeKind::asserts ? unlike : text + " (" + unlike + ")";
        const std::string_view words = wording(Polarity::affirmed, modality);
        return words.empty() ? text : text.append(" (\"").append(words).append("\")");
    }
    if (entry.family == EdgeFamily::statement || role) {
        return text.append(" (\"").append(wording(polarity, modality)).append("\")");
    }
    return std::string(unreal_words(polarity, modality))
        .append(modality == Modality::actual ? entry.label : entry.base);
}

} // namespace gainsay
