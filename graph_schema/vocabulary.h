#pragma once

#include "graph_schema/word.h"

#include <string_view>

namespace gainsay {

enum class Polarity {
#define POLARITY(name) name,
#include "graph_schema/vocabulary_table.h"
};

enum class Modality {
#define MODALITY(name, description) name,
#include "graph_schema/vocabulary_table.h"
};

enum class ClaimStatus {
#define CLAIM_STATUS(name, description) name,
#include "graph_schema/vocabulary_table.h"
};

/// What an actor or place is in an event.
enum class Role {
#define ROLE(name, label, description) name,
#include "graph_schema/vocabulary_table.h"
};

/// PLOVER's categories and SUSPEND.
enum class EventType {
#define EVENT_TYPE(name, description) name,
#include "graph_schema/vocabulary_table.h"
};

/// Reads between actor and event: "acts in".
std::string_view label(Role role);

std::string_view description(Modality modality);
std::string_view description(ClaimStatus status);
std::string_view description(Role role);
std::string_view description(EventType type);

} // namespace gainsay
