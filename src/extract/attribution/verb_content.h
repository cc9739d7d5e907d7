#pragma once

#include "extract/mentions/entity_book.h"
#include "extract/syntax/quotations.h"

#include <optional>
#include <vector>

namespace gainsay {

/// What a reporting verb reports.
struct VerbContent {
    /// In order, not empty.
    std::vector<TokenIndex> tokens;
    /// A preposition right behind the verb, which belongs to the cue: "called for".
    std::vector<TokenIndex> extra_cue;
    /// Of whom the content says it: "Russia" of "called on Russia to act".
    std::optional<TokenIndex> subject;
};

/// The content at the place that the reading's complement names: a clause, an infinitive, an object and so on. Nothing
/// where nothing fits stands there.
std::optional<VerbContent> find_verb_content(const EntityBook &book, const Quotations &quotations, TokenIndex verb,
                                             const ReportingVerb &reading);

} // namespace gainsay
