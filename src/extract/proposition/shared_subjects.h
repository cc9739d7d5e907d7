#pragma once

#include "extract/proposition/content_parts.h"

namespace gainsay {

/// Of "must close the quay and step down" the second verb: the one that it shares subject and auxiliaries with.
struct SharedSubject {
    TokenIndex subject;
    /// "must", "has been": in order of the text; none where the second verb is finite itself.
    std::vector<TokenIndex> auxiliaries;
    /// The verb that both hang on.
    TokenIndex first;
};

/// What a predicate without subject that is coordinated with another shares with that; nothing where it has a subject,
/// where the other is negated for both ("did not stop and look") or where the forms of the verbs do not tell what holds
/// for both.
std::optional<SharedSubject> shared_subject(const Syntax &syntax, const English &english, TokenIndex verb);

/// "We are worried and will work on it", as a speaker's two statements: the predicates of a part that share one
/// subject, each a part by itself. The part alone where they cannot be read apart: in what is denied or asked, under a
/// condition, joined by "or", with words behind that may belong to both, or with a subject that cannot be put in front
/// of the second.
std::vector<ContentPart> split_predicates(const EntityBook &book, const Quotations &quotations,
                                          const FoundAttribution &attribution, const ContentPart &part);

} // namespace gainsay
