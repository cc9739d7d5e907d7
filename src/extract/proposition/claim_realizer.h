#pragma once

#include "extract/attribution/attribution_finder.h"
#include "extract/proposition/naming.h"
#include "graph_schema/vocabulary.h"

#include <optional>
#include <string>
#include <vector>

namespace gainsay {

/// A clause of a content as it is printed for a claim.
struct ClaimWording {
    /// The article's own words: as a sentence (capital letter first, no full stop), or in quotation marks where they
    /// make none. What was added or put for a pronoun stands in square brackets.
    std::string text;
    /// In quotation marks: no subject, no finite verb, or a pronoun in front that nobody could resolve.
    bool is_quotation = false;
    /// Needs its context: a pronoun that nobody could resolve.
    bool is_vague = false;
    /// The pronoun is what the words are about: "It was their money".
    bool is_about_pronoun = false;
    /// A pronoun that is left as it is, or "this", "the move", stands for something outside of the words.
    bool points_back = false;
};

/// Words the clause with head `top` and `tokens` (in order) as a newspaper quotes it: nothing is taken out of the
/// middle and nothing is put otherwise ("not", "only", "if" stay where they are). Left out are conjunctions and marks
/// in front, and the end of what is very long ("…"). Put in, within square brackets: the subject of an infinitive or a
/// participle ("[Norway should] resign"), names for pronouns, what "do so" stands for. `subject` is who does what the
/// clause tells where it has no subject of its own. The book must be finished.
ClaimWording realize_claim(const EntityBook &book, const Quotations &quotations, const FoundAttribution &attribution,
                           TokenIndex top, const std::vector<TokenIndex> &tokens, std::optional<EntityIndex> subject);

/// "The plan [is] a “land grab”". Nothing where the thing is a pronoun that nobody could resolve.
std::optional<ClaimWording> realize_naming(const EntityBook &book, const Quotations &quotations,
                                           const FoundAttribution &attribution, const Naming &naming);

/// The tokens in quotation marks, for what is no clause.
ClaimWording quote_words(const EntityBook &book, const std::vector<TokenIndex> &tokens);

} // namespace gainsay
