#pragma once

#include "extract/event/event_finder.h"

#include <vector>

namespace gainsay {

/// The nouns that point back at an event ("the crash", "this attack") and are not themselves one of `events`, in the
/// order of the text. What the book skips is left out.
std::vector<EventWord> find_event_words(const EntityBook &book, const std::vector<FoundEvent> &events);

} // namespace gainsay
