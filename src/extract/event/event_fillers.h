#pragma once

#include "extract/event/event_trigger.h"

#include <optional>
#include <string>
#include <vector>

namespace gainsay {

/// The heads of the phrases that stand at a place of event_frames.tsv ("subj", "obj", "poss", a preposition) beside the
/// trigger. `object` is the noun that a condition of the frame asked for, whose phrases are the event's too.
std::vector<TokenIndex> fillers_of(const EventTrigger &trigger, const std::string &place,
                                   std::optional<TokenIndex> object = {});

} // namespace gainsay
