#pragma once

#include "extract/attribution/attribution_finder.h"

#include <optional>
#include <vector>

namespace gainsay {

/// "The statement said", "it added" behind that: whoever issued a statement last, or else spoke in one of the two
/// sentences before, becomes the source. `all` in the order of the cues.
void resolve_issuers(const EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &all);

/// "the claims in the article": whose article it is, where that is known.
std::optional<EntityIndex> author_of_content(const EntityBook &book, const std::vector<TokenIndex> &content);

} // namespace gainsay
