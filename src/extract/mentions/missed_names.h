#pragma once

#include "extract/mentions/outlet_names.h"

#include <vector>

namespace gainsay {

/// Adds, in their places, what the tagger passed over though it is a name elsewhere in the document: "a Verbund
/// report", a surname that is a subject, "the Post", an acronym; and teams that begin with a number.
void add_missed_names(std::vector<NameUse> &uses, const ShortOutletNames &outlets, const EntityBook &book);

} // namespace gainsay
