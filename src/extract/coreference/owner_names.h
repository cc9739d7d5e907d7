#pragma once

#include "extract/mentions/entity_book.h"

namespace gainsay {

/// "his wife" becomes "Tom Reed's wife", "a source close to her" one close to Ana Reed, where it surely is who is
/// meant: by themselves the words name nobody. After the chains are in the book.
void name_by_owners(EntityBook &book);

} // namespace gainsay
