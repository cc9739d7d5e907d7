#pragma once

#include "extract/attribution/attribution_finder.h"
#include "extract/attribution/document_issuers.h"
#include "observation/observations.h"

#include <vector>

namespace gainsay {

/// "Russia denies the charges": what another said in the sentences before. "The company disputed the article": what the
/// article is known for, its author's first claim. Gives `result`, the attribution of `found` that is being made, the
/// proposition which it answers, where one is found; it is less sure then. `found` comes from `all`; `before` are those
/// made of the first of `all`. `phrase` has the tokens that stand for what was said, mostly all of the content.
void take_claim_antecedent(const EntityBook &book, const PressDocuments &press,
                           const std::vector<FoundAttribution> &all, const FoundAttribution &found,
                           const std::vector<TokenIndex> &phrase, const std::vector<Attribution> &before,
                           Attribution &result);

} // namespace gainsay
