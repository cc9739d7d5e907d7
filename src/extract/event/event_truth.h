#pragma once

#include "extract/event/event_trigger.h"

namespace gainsay {

/// Whether the event is told as not having happened: its word is negated, or a verb cancels it or misses it.
Polarity polarity_of(const EventTrigger &trigger);

/// Whether it is told as a fact, as planned, as possible or as asked for.
Modality modality_of_event(const EventTrigger &trigger);

} // namespace gainsay
