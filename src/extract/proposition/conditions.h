#pragma once

#include "extract/syntax/quotations.h"
#include "language/english.h"

namespace gainsay {

/// Whether "if" opens a condition ("if that is so, …") and no question ("asked if …"). Where it may open a question, it
/// does so only within a quotation.
bool opens_condition(const Syntax &syntax, const English &english, const Quotations &quotations, TokenIndex word,
                     bool may_be_question);

/// The same of a word that stands in a quotation and marks a clause: "“If we stay, we lose”", whatever the parser made
/// of the clause.
bool opens_quoted_condition(const Syntax &syntax, const English &english, const Quotations &quotations,
                            TokenIndex word);

} // namespace gainsay
