#pragma once

#include "extract/syntax/syntax.h"
#include "language/english.h"

namespace gainsay {

/// Makes "by X" below a passive its agent, where the parser left the relation open, and "accuse X of doing" a clause
/// whose subject is the object.
void name_agents(Syntax &syntax, const English &english);

} // namespace gainsay
