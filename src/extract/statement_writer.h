#pragma once

#include "extract/attribution_finder.h"
#include "graph_schema/vocabulary.h"

#include <string>
#include <vector>

namespace gainsay {

/// A clause of a content as a sentence that can stand alone.
struct Statement {
    /// Begins with a capital letter; no full stop.
    std::string text;
    /// Of the text: affirmed where the language allows, though the clause be negated.
    Polarity polarity = Polarity::affirmed;
    /// It needs its context: a pronoun that nobody could resolve, no subject, no verb.
    bool is_vague = false;
};

/// Writes the clause with head `top` and `tokens` (in order) as a newspaper would quote it as a claim: with a subject,
/// names for pronouns, the words for which "do so" stands, without negation where that can be taken out ("did not
/// agree" becomes "agreed"), without conjunctions and asides in front. Long ones lose relative and adverbial clauses,
/// never words in the middle of a phrase. The book must be finished.
Statement write_statement(const EntityBook &book, const FoundAttribution &attribution, TokenIndex top,
                          const std::vector<TokenIndex> &tokens, std::optional<EntityIndex> subject);

/// Who "we" are in the words of the attribution's source: the source and whom it speaks of having dealt with ("I
/// suggested to the minister that we …"). The source alone where that is all that is known.
std::vector<EntityIndex> speakers_group(const EntityBook &book, const FoundAttribution &attribution);

} // namespace gainsay
