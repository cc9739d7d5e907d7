#pragma once

#include "extract/attribution_finder.h"

namespace gainsay {

/// Whether the clause opens with "that", as its marker or where the parser took it for a pronoun.
bool opens_with_that(const Syntax &syntax, const English &english, TokenIndex clause);

/// "disputes claims by X that …": hangs the clause on the noun where the parser hung it on the verb.
void attach_noun_clauses(Syntax &syntax, const English &english);

/// Adds the attribution whose cue is the noun at `token`: "claims by X that …", "his denial of …".
void find_noun_cue(const EntityBook &book, TokenIndex token, std::vector<FoundAttribution> &all);

} // namespace gainsay
