#pragma once

#include "extract/mentions/entity_book.h"
#include "extract/syntax/quotations.h"

#include <optional>
#include <vector>

namespace gainsay {

/// What the speaker does with a quoted clause, where its words say it themselves: "We demand a vote", "I deny that",
/// an imperative ("Let us talk"), which demands, or a question. Nothing for other contents.
std::optional<Stance> performed_stance(const EntityBook &book, const Quotations &quotations, TokenIndex top,
                                       const std::vector<TokenIndex> &clause);

} // namespace gainsay
