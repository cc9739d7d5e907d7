#pragma once

#include "extract/event/event_trigger.h"

#include <optional>
#include <vector>

namespace gainsay {

/// What the conditions of a frame took of the words around its trigger.
struct FrameMatch {
    /// The object that a condition asked for: its phrases are the event's.
    std::optional<TokenIndex> object;
    /// The word right behind the verb that a condition asked for: "down" of "went down".
    std::optional<TokenIndex> particle;
    /// Nouns that tell of no event of their own then: "talks" of "held talks".
    std::vector<TokenIndex> taken;
};

/// Whether all conditions of the frame hold at the trigger; nothing where one does not.
std::optional<FrameMatch> match_frame(const EventTrigger &trigger, const EventFrame &frame);

} // namespace gainsay
