#pragma once

#include "extract/attribution/attribution_finder.h"
#include "extract/mentions/entity_book.h"

#include <set>
#include <string>
#include <vector>

namespace gainsay {

/// What the words of a clause speak of.
struct ContentTerms {
    /// Lemmas of what is no entity.
    std::set<std::string> words;
    std::set<EntityIndex> entities;
};

/// "do so" tells what it stands for; "all three" who belongs to the speaker's group.
ContentTerms collect_terms(const EntityBook &book, const FoundAttribution &attribution,
                           const std::vector<TokenIndex> &tokens);

/// "agree", "share": lemmas of the predicate and of those within `content` that complete it.
std::vector<std::string> collect_predicates(const EntityBook &book, TokenIndex top,
                                            const std::set<TokenIndex> &content);

/// "not", "never", "no".
bool is_negation_word(const EntityBook &book, TokenIndex token);

} // namespace gainsay
