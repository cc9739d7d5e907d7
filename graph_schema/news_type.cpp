#include "graph_schema/news_type.h"

#include <array>
#include <cassert>

namespace gainsay {

namespace {

/// The names of the table's column `category`.
namespace categories {
using enum EventType;
constexpr std::optional<EventType> none = std::nullopt;
} // namespace categories

constexpr auto rows = std::to_array<NewsTypeRow>({
#define NEWS_TYPE(name, family, category, needs, description)                                                          \
    {NewsType::name, #name, NewsFamily::family, categories::category, EventNeeds::needs, description},
#include "graph_schema/news_type_table.h"
});

constexpr auto type_names = std::to_array<std::string_view>({
#define NEWS_TYPE(name, ...) #name,
#include "graph_schema/news_type_table.h"
});

constexpr auto family_names = std::to_array<std::string_view>(
    {"conflict", "life", "contact", "diplomacy", "justice", "personnel", "politics", "transaction", "business",
     "movement", "disaster", "health", "publication", "sport"});
constexpr auto needs_names = std::to_array<std::string_view>({"two actors", "who and what", "whom or what", "one"});

} // namespace

template <>
std::span<const std::string_view> names_of<NewsType>() {
    return type_names;
}
template <>
std::span<const std::string_view> names_of<NewsFamily>() {
    return family_names;
}
template <>
std::span<const std::string_view> names_of<EventNeeds>() {
    return needs_names;
}

std::span<const NewsTypeRow> news_types() {
    return rows;
}

const NewsTypeRow &row(NewsType type) {
    return rows[static_cast<std::size_t>(type)];
}

NewsType main_news_type(EventType category) {
    for (const NewsTypeRow &each : rows) {
        if (each.category == category) {
            return each.type;
        }
    }
    // A test walks all categories.
    assert(false);
    return NewsType::Talk;
}

} // namespace gainsay
