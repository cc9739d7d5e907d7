#pragma once

#include "extract/mentions/entity_book.h"

#include <optional>

namespace gainsay {

/// Who does what the verb says: its subject; of "the president's decision to cancel" whose decision it is. The book
/// must be finished.
std::optional<TokenIndex> doer_of(const EntityBook &book, TokenIndex verb);

/// The verb's own object, that of the relative clause around it, or one that verbs joined to it share with it.
std::optional<TokenIndex> object_of(const EntityBook &book, TokenIndex verb);

} // namespace gainsay
