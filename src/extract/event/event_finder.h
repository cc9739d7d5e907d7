#pragma once

#include "extract/attribution/attribution_finder.h"
#include "extract/time/time_finder.h"

#include <vector>

namespace gainsay {

/// An event by its trigger, with its arguments.
struct FoundEvent {
    TokenIndex trigger = 0;
    /// The noun that its verb needs to tell of it: "talks" of "held talks".
    std::vector<TokenIndex> nouns;
    EventMention event;
};

/// The events that the frames find in the document, in order of their triggers: those with at least one participant
/// that is an entity. `attribution` of the events is left open. The book must be finished.
std::vector<FoundEvent> find_events(const EntityBook &book, const std::vector<FoundTime> &times);

} // namespace gainsay
