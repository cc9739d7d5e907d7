#pragma once

#include "graph_schema/node_kind.h"

/// The sets of node kinds by the names that the tables of edge kinds and attributes use.
namespace gainsay::kind_sets {

inline constexpr NodeKinds people = NodeKind::Person;
inline constexpr NodeKinds organizations = NodeKind::Organization;
inline constexpr NodeKinds countries = NodeKind::Country;
inline constexpr NodeKinds groups = NodeKind::Group;
inline constexpr NodeKinds outlets = NodeKind::Outlet;
inline constexpr NodeKinds places = NodeKind::Place;
inline constexpr NodeKinds events = NodeKind::Event;
inline constexpr NodeKinds claims = NodeKind::Claim;
inline constexpr NodeKinds documents = NodeKind::Document;
inline constexpr NodeKinds actors = people | organizations | countries | groups | outlets;
inline constexpr NodeKinds any_kind = actors | places | events | claims | documents;

} // namespace gainsay::kind_sets
