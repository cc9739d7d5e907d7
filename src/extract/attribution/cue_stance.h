#pragma once

#include "extract/mentions/entity_book.h"
#include "graph_schema/edge_kind.h"

#include <optional>
#include <vector>

namespace gainsay {

/// What a source does with a content by the words of the cue alone, wherever they stand in the tree: the stance of the
/// first reporting word, "declines" below a verb that says that nothing was said; asserts where no word is known.
/// `head` is the cue's head; the tokens are in order.
std::optional<Stance> stance_of_cue(const EntityBook &book, const std::vector<TokenIndex> &cue, TokenIndex head,
                                    const std::vector<TokenIndex> &content);

/// "refused", "stopped short": whoever does that says nothing.
bool is_shift(const Syntax &syntax, const English &english, TokenIndex verb);

} // namespace gainsay
