#pragma once

#include "extract/mentions/entity_book.h"

#include <functional>
#include <optional>

namespace gainsay {

/// Whose the thing with this head is: "Norway's offer", "American bases", "the aid for Bergen". Gives the token of the
/// nearest owner that is an entity of the book and that `accepts` takes; nothing where there is none.
std::optional<TokenIndex> find_owner(const EntityBook &book, TokenIndex head,
                                     const std::function<bool(TokenIndex)> &accepts);

} // namespace gainsay
