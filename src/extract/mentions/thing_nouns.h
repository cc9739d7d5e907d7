#pragma once

#include "extract/mentions/entity_book.h"

namespace gainsay {

/// Whether a noun that dictionaries have for persons means a thing here: "a private server", "justice for the victims",
/// "a host of taxes", "my head".
bool is_thing_noun(const EntityBook &book, TokenIndex token);

} // namespace gainsay
