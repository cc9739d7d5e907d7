#pragma once

#include "extract/syntax/syntax.h"

namespace gainsay {

/// Whether the phrase with this head brings in anybody of a kind: "a politician", "any judge", "protesters".
bool is_indefinite(const Syntax &syntax, TokenIndex head);

/// Whether the clause of the verb tells of no particular time: a simple present, what can or should be, and what hangs
/// on such a clause. What was, is under way or will be has its time.
bool is_of_any_time(const Syntax &syntax, TokenIndex verb);

} // namespace gainsay
