#pragma once

#include "extract/entity_book.h"

#include <vector>

namespace gainsay {

/// The words of the document that tell of events of whatever kind, in the order of the text: verbs but those of a list,
/// nouns of a list (event_lemmas.tsv). What the book skips is left out.
std::vector<EventWord> find_event_words(const EntityBook &book);

} // namespace gainsay
