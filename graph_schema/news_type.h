#pragma once

#include "graph_schema/vocabulary.h"
#include "graph_schema/word.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace gainsay {

/// What kind of news an event is.
enum class NewsType : std::uint8_t {
#define NEWS_TYPE(name, ...) name,
#include "graph_schema/news_type_table.h"
};

enum class NewsFamily : std::uint8_t {
    conflict,
    life,
    contact,
    diplomacy,
    justice,
    personnel,
    politics,
    transaction,
    business,
    movement,
    disaster,
    health,
    publication,
    sport
};

/// What must be known of an event, at the least, to tell a reader something.
enum class EventNeeds : std::uint8_t { two_actors, object, victim, one };

/// One row of the table.
struct NewsTypeRow {
    NewsType type;
    std::string_view name;
    NewsFamily family;
    /// Of those of its events that an action is short for.
    std::optional<EventType> category;
    EventNeeds needs;
    std::string_view description;
};

/// In the order of every listing.
std::span<const NewsTypeRow> news_types();
const NewsTypeRow &row(NewsType type);

/// The first type of the table with this category: that of events that name no other.
NewsType main_news_type(EventType category);

} // namespace gainsay
