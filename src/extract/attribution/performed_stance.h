#pragma once

#include "extract/mentions/entity_book.h"
#include "extract/syntax/quotations.h"

#include <optional>
#include <vector>

namespace gainsay {

/// What the speaker does with the words that are quoted, where they say it themselves: "We demand a vote", "I deny
/// that", or an imperative ("Let us talk"), which demands. Nothing for other contents.
std::optional<Stance> performed_stance(const EntityBook &book, const Quotations &quotations,
                                       const std::vector<TokenIndex> &content);

} // namespace gainsay
