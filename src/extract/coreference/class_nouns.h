#pragma once

#include "extract/mentions/entity_book.h"

namespace gainsay {

/// "The agency said", where one agency is named: a body that is only called by a common noun of its class is the one
/// named body of that class that the text speaks of; "the teen", after a sentence about one named person, is that
/// person. Nothing is joined where two can be meant, where the noun says more ("the American bank") or where the text
/// brought in another of the kind ("a rival club"). Before attributions are found.
void join_class_nouns(EntityBook &book);

} // namespace gainsay
