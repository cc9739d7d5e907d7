#pragma once

#include "extract/syntax/quotations.h"
#include "language/english.h"

#include <optional>
#include <vector>

namespace gainsay {

/// The token that stands for the speaker of each quotation of `quotations`, as far as the sentence tells plainly: the
/// subject of the reporting verb that the quotation hangs on. A quotation without one that goes on from another has
/// its speaker, and so has one in the same paragraph behind it.
std::vector<std::optional<TokenIndex>> find_quotation_speakers(const Syntax &syntax, const English &english,
                                                               const Quotations &quotations);

} // namespace gainsay
