#pragma once

#include "extract/mentions/entity_book.h"

namespace gainsay {

/// "his wife" becomes "Tom Reed's wife", where "his" surely is him: by themselves the words name nobody. After the
/// chains are in the book.
void name_by_owners(EntityBook &book);

} // namespace gainsay
