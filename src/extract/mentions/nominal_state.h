#pragma once

#include "extract/mentions/entity_book.h"

namespace gainsay {

/// The state that a phrase names as its owner or origin: "the Russian army", "the army of Russia", "the Obama
/// administration". Null where it names none, or several ("the U.S.-Russia commission").
const Country *state_of_phrase(const EntityBook &book, TokenIndex head);

} // namespace gainsay
