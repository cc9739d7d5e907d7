#pragma once

#include "extract/mentions/entity_book.h"

#include <optional>

namespace gainsay {

/// Who says what the verb reports, by the head of the phrase: its subject, the agent of a passive, the noun of
/// "officials who said", "a statement disputing", "quotes officials as saying". Nothing where nobody does.
std::optional<TokenIndex> verb_source(const EntityBook &book, TokenIndex verb);

/// "Norway has given it to its fish (all the time denying any cases)": a participle behind a mark that hangs on a noun
/// which is nobody is said of whoever does what the clause around it tells. The head of that subject, which is an
/// entity and stands before the verb.
std::optional<TokenIndex> subject_above_participle(const EntityBook &book, TokenIndex verb);

/// A verb above that says that nothing was said: "refused to say", "stopped short of saying".
std::optional<TokenIndex> shifting_verb(const EntityBook &book, TokenIndex verb);

} // namespace gainsay
