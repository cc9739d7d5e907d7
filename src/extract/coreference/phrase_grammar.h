#pragma once

#include "extract/coreference/phrase.h"

#include <optional>
#include <utility>

namespace gainsay {

// What the tree says of a phrase, by its head.

/// Nothing for what refers to nothing: verbs, parts of names, relative and interrogative pronouns, "there".
std::optional<PhraseType> phrase_type(const Syntax &syntax, TokenIndex token);

/// Of a noun or name, by its determiner or owner.
PhraseType determined_type(const Syntax &syntax, TokenIndex token);

/// Of one of several that are joined, the role of the first.
PhraseRole phrase_role(const Syntax &syntax, TokenIndex token);

/// The first and the last token, without clauses and asides.
std::pair<TokenIndex, TokenIndex> phrase_extent(const Syntax &syntax, TokenIndex head);

} // namespace gainsay
