#pragma once

#include "extract/syntax/syntax.h"
#include "language/english.h"

namespace gainsay {

/// Whether the clause opens with "that", as its marker or where the parser took it for a pronoun.
bool opens_with_that(const Syntax &syntax, const English &english, TokenIndex clause);

/// "disputes claims by X that …": hangs the clause on the noun where the parser hung it on the verb.
void attach_noun_clauses(Syntax &syntax, const English &english);

} // namespace gainsay
