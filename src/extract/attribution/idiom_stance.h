#pragma once

#include "extract/syntax/syntax.h"
#include "language/english.h"

namespace gainsay {

/// The stance of the longest idiom whose verb is `verb`, of which the other words follow it in its sentence with
/// few between ("took strong issue with"); null if there is none.
const Stance *idiom_stance(const Syntax &syntax, const ReportingIdioms &idioms, TokenIndex verb);

} // namespace gainsay
