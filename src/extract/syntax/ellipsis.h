#pragma once

#include "extract/syntax/syntax.h"
#include "language/english.h"

#include <optional>
#include <vector>

namespace gainsay {

/// Whether the verb and the word behind it stand for a verb phrase told before: "do so", "doing that".
bool is_ellipsis(const Syntax &syntax, const English &english, TokenIndex verb);

/// The verb of the phrase that an ellipsis stands for: that of the clause it is joined to, else the last verb before it
/// in its own sentence or the one before. Verbs of saying and wanting give way to what is said and wanted.
std::optional<TokenIndex> ellipsis_antecedent(const Syntax &syntax, const English &english, TokenIndex verb);

/// The verb and what belongs to it behind it and before the ellipsis, without clauses that are only joined to it and
/// the one that has the ellipsis, and without marks at the end.
std::vector<TokenIndex> verb_phrase(const Syntax &syntax, TokenIndex verb, TokenIndex ellipsis);

} // namespace gainsay
