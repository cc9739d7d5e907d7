#include "graph_schema/vocabulary.h"

#include <array>

namespace gainsay {

namespace {

constexpr auto polarity_names = std::to_array<std::string_view>({
#define POLARITY(name) #name,
#include "graph_schema/vocabulary_table.h"
});
constexpr auto modality_names = std::to_array<std::string_view>({
#define MODALITY(name, description) #name,
#include "graph_schema/vocabulary_table.h"
});
constexpr auto modality_descriptions = std::to_array<std::string_view>({
#define MODALITY(name, description) description,
#include "graph_schema/vocabulary_table.h"
});
constexpr auto status_names = std::to_array<std::string_view>({
#define CLAIM_STATUS(name, description) #name,
#include "graph_schema/vocabulary_table.h"
});
constexpr auto status_descriptions = std::to_array<std::string_view>({
#define CLAIM_STATUS(name, description) description,
#include "graph_schema/vocabulary_table.h"
});
constexpr auto role_names = std::to_array<std::string_view>({
#define ROLE(name, label, description) #name,
#include "graph_schema/vocabulary_table.h"
});
constexpr auto role_labels = std::to_array<std::string_view>({
#define ROLE(name, label, description) label,
#include "graph_schema/vocabulary_table.h"
});
constexpr auto role_descriptions = std::to_array<std::string_view>({
#define ROLE(name, label, description) description,
#include "graph_schema/vocabulary_table.h"
});
constexpr auto event_type_names = std::to_array<std::string_view>({
#define EVENT_TYPE(name, description) #name,
#include "graph_schema/vocabulary_table.h"
});
constexpr auto event_type_descriptions = std::to_array<std::string_view>({
#define EVENT_TYPE(name, description) description,
#include "graph_schema/vocabulary_table.h"
});

} // namespace

template <>
std::span<const std::string_view> names_of<Polarity>() {
    return polarity_names;
}
template <>
std::span<const std::string_view> names_of<Modality>() {
    return modality_names;
}
template <>
std::span<const std::string_view> names_of<ClaimStatus>() {
    return status_names;
}
template <>
std::span<const std::string_view> names_of<Role>() {
    return role_names;
}
template <>
std::span<const std::string_view> names_of<EventType>() {
    return event_type_names;
}

std::string_view label(Role role) {
    return role_labels[static_cast<std::size_t>(role)];
}

std::string_view description(Modality modality) {
    return modality_descriptions[static_cast<std::size_t>(modality)];
}
std::string_view description(ClaimStatus status) {
    return status_descriptions[static_cast<std::size_t>(status)];
}
std::string_view description(Role role) {
    return role_descriptions[static_cast<std::size_t>(role)];
}
std::string_view description(EventType type) {
    return event_type_descriptions[static_cast<std::size_t>(type)];
}

std::string one_of(std::span<const std::string_view> names) {
    std::string text = "one of ";
    for (std::size_t i = 0; i < names.size(); ++i) {
        text.append(i == 0 ? "" : ", ").append(names[i]);
    }
    return text;
}

} // namespace gainsay
