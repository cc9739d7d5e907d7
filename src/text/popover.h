#pragma once

#include "base/span.h"

#include <string_view>
#include <vector>

namespace gainsay {

/// What a page shows when a reader points at a name, and what copies of the page have in the middle of the sentence:
/// the name again, headlines about it glued to its end, and the word MORE ("Ann Lee Ann B. LeeMayor to visit … MORE
/// said"). The spans are in bytes and in order of the text; each begins behind the name that the sentence shows and
/// ends behind MORE. Nothing where no name is repeated. Time is linear in the text.
std::vector<ByteSpan> find_popovers(std::string_view text);

} // namespace gainsay
