#pragma once

#include "extract/mentions/name_use.h"

#include <vector>

namespace gainsay {

/// Corrects what the tagger took for a name of another kind: a surname of a person whom the document names in full, a
/// first name before another word, a body's name behind a noun for bodies ("the firm Berg"), a person's name behind the
/// body it stands for ("Verbund's Ana Reed", two names then). What a ship or another vehicle is called is no name of
/// persons or bodies ("the freighter Calliope"): it is dropped. The names stay in the order of the text.
void correct_name_types(std::vector<NameUse> &uses, const EntityBook &book);

} // namespace gainsay
