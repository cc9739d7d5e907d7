#pragma once

#include "language/english.h"

#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// The words of a title or of a noun phrase for who holds an office, in lookup form: short titles in full ("gov." is
/// "governor"), without what only praises or describes ("embattled", "Democratic").
std::vector<std::string> office_words(const English &english, std::string_view text);

/// Whether who bears the title may be called by these words, see office_words(): it has them all, and no rank that they
/// lack ("the governor" is no lieutenant governor, "the president" no former one).
bool may_be_called(const English &english, std::string_view title, const std::vector<std::string> &words);

} // namespace gainsay
