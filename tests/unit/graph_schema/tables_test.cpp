#include "graph_schema/attribute.h"
#include "graph_schema/edge_kind.h"
#include "graph_schema/news_type.h"
#include "graph_schema/node_kind.h"

#include <catch2/catch.hpp>

#include <set>
#include <string>

using namespace gainsay;

TEST_CASE("every row stands at its kind and has all its words") {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < edge_kinds().size(); ++i) {
        const EdgeKindRow &kind = edge_kinds()[i];
        CAPTURE(kind.name);
        CHECK(static_cast<std::size_t>(kind.kind) == i);
        CHECK(parse_word<EdgeKind>(kind.name) == kind.kind);
        CHECK(name(kind.kind) == kind.name);
        CHECK(seen.insert(kind.name).second);
        CHECK_FALSE(kind.label.empty());
        CHECK_FALSE(kind.base.empty());
        CHECK_FALSE(kind.sources.empty());
        CHECK_FALSE(kind.targets.empty());
        CHECK((kind.family == EdgeFamily::action) == kind.event_type.has_value());
        CHECK((kind.family == EdgeFamily::statement) == stance_of(kind.kind).has_value());
        CHECK_FALSE(name(kind.tone).empty());
    }
    for (std::size_t i = 0; i < node_kinds().size(); ++i) {
        CHECK(static_cast<std::size_t>(node_kinds()[i].kind) == i);
        CHECK(name(node_kinds()[i].kind) == node_kinds()[i].name);
    }
    std::set<std::string_view> attributes;
    for (const AttributeRow &attribute : node_attributes()) {
        CHECK(attributes.insert(attribute.name).second);
        CHECK(find_node_attribute(attribute.name) == &attribute);
    }
    CHECK(find_node_attribute("colour") == nullptr);
    CHECK_FALSE(parse_word<EdgeKind>("Asserts"));
}

TEST_CASE("the table of news types agrees with itself") {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < news_types().size(); ++i) {
        const NewsTypeRow &type = news_types()[i];
        CAPTURE(type.name);
        CHECK(static_cast<std::size_t>(type.type) == i);
        CHECK(parse_word<NewsType>(type.name) == type.type);
        CHECK(seen.insert(type.name).second);
        CHECK_FALSE(type.description.empty());
        CHECK_FALSE(name(type.family).empty());
    }
    CHECK(row(NewsType::Arrest).category == EventType::COERCE);
    CHECK_FALSE(row(NewsType::Outbreak).category);
}

TEST_CASE("all twelve stances, and every event type has an action") {
    std::string stances;
    for (const std::string_view stance : names_of<Stance>()) {
        stances.append(stance).append(" ");
        CHECK(name(edge_kind(parse_word<Stance>(stance).value())) == stance);
    }
    CHECK(stances ==
          "asserts denies rejects accuses demands promises warns suggests questions declines agrees retracts ");
    for (std::size_t i = 0; i < names_of<EventType>().size(); ++i) {
        const auto type = static_cast<EventType>(i);
        CAPTURE(name(type));
        CHECK(row(main_action(type)).event_type == type);
        CHECK(row(main_news_type(type)).category == type);
    }
    for (const std::string_view kind :
         {"suspended",  "sanctioned",      "met",           "agreed_with",    "cooperated_with", "aided",
          "supported",  "attacked",        "accused",       "threatened",     "demanded_of",     "protested",
          "cancelled",  "joined",          "withdrew_from", "holds_position", "member_of",       "part_of",
          "located_in", "participates_in", "about",         "contradicts",    "corroborates",    "reported_in"}) {
        CAPTURE(kind);
        CHECK(parse_word<EdgeKind>(kind));
    }
}

TEST_CASE("who may stand at which end") {
    CHECK(allows(EdgeKind::denies, NodeKind::Person, NodeKind::Claim));
    CHECK(allows(EdgeKind::denies, NodeKind::Outlet, NodeKind::Event));
    CHECK_FALSE(allows(EdgeKind::denies, NodeKind::Person, NodeKind::Person));
    CHECK_FALSE(allows(EdgeKind::denies, NodeKind::Place, NodeKind::Claim));
    CHECK(allows(EdgeKind::suspended, NodeKind::Country, NodeKind::Organization));
    CHECK(allows(EdgeKind::contradicts, NodeKind::Claim, NodeKind::Claim));
    CHECK(is_symmetric(EdgeKind::met, NodeKind::Person, NodeKind::Country));
    CHECK_FALSE(is_symmetric(EdgeKind::met, NodeKind::Person, NodeKind::Event));
    CHECK_FALSE(is_symmetric(EdgeKind::attacked, NodeKind::Country, NodeKind::Country));
    CHECK(names(actor_kinds()) == "Person, Organization, Country, Group, Outlet");
}

TEST_CASE("a label never reads like the fact when it is none") {
    CHECK(edge_label(EdgeKind::suspended, Polarity::affirmed, Modality::actual) == "suspended");
    CHECK(edge_label(EdgeKind::suspended, Polarity::negated, Modality::actual) == "not suspended");
    CHECK(edge_label(EdgeKind::suspended, Polarity::affirmed, Modality::possible) == "may suspend");
    CHECK(edge_label(EdgeKind::suspended, Polarity::negated, Modality::planned) == "plans not to suspend");
    CHECK(edge_label(EdgeKind::met, Polarity::affirmed, Modality::requested) == "is asked to meet");
    CHECK(edge_label(EdgeKind::member_of, Polarity::negated, Modality::actual) == "not member of");
    CHECK(edge_label(EdgeKind::asserts, Polarity::negated, Modality::actual) == "says it is not so");
    CHECK(edge_label(EdgeKind::accuses, Polarity::negated, Modality::actual) == "accuses (says it is not so)");
    CHECK(edge_label(EdgeKind::participates_in, Polarity::affirmed, Modality::actual, Role::agent) == "acts in");
    for (const EdgeKindRow &kind : edge_kinds()) {
        std::set<std::string> labels;
        for (const Polarity polarity : {Polarity::affirmed, Polarity::negated}) {
            for (std::size_t i = 0; i < names_of<Modality>().size(); ++i) {
                labels.insert(edge_label(kind.kind, polarity, static_cast<Modality>(i)));
            }
        }
        CHECK(labels.size() == 2 * names_of<Modality>().size());
    }
}

TEST_CASE("dates of attributes") {
    CHECK(is_date_value("2031"));
    CHECK(is_date_value("2031-05/2031-06-02"));
    CHECK_FALSE(is_date_value("2031-13"));
    CHECK_FALSE(is_date_value("May 2031"));
    CHECK_FALSE(is_date_value(""));
}

TEST_CASE("Who says that it is not so stands on the other side") {
    CHECK(side_of(EdgeKind::asserts, Polarity::affirmed) == Side::in_favor);
    CHECK(side_of(EdgeKind::asserts, Polarity::negated) == Side::against);
    CHECK(side_of(EdgeKind::denies, Polarity::affirmed) == Side::against);
    CHECK(side_of(EdgeKind::demands, Polarity::negated) == Side::neither);
    CHECK(side_of(EdgeKind::met, Polarity::affirmed) == Side::neither);
}
