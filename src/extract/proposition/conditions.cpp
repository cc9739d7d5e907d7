#include "extract/proposition/conditions.h"

namespace gainsay {

bool opens_condition(const Syntax &syntax, const English &english, const Quotations &quotations, TokenIndex word,
                     bool may_be_question) {
    return english.factuality.has("conditional", syntax.form(word)) && (!may_be_question || quotations.contains(word));
}

bool opens_quoted_condition(const Syntax &syntax, const English &english, const Quotations &quotations,
                            TokenIndex word) {
    return syntax.is(word, "mark") && opens_condition(syntax, english, quotations, word, true);
}

} // namespace gainsay
