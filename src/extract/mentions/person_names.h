#pragma once

#include "extract/mentions/name_use.h"

#include <vector>

namespace gainsay {

/// Corrects what the tagger took for persons: words before the name that are no part of it ("Democrat Ana Reed") and,
/// in headlines, behind it go; known bodies, firms of partners ("Berg & Reed"), places ("in Bergen", "Bergen, Ky.",
/// "Reed Airport") and peoples ("Bergeners") get their kind; the name of a place or person elsewhere counts.
void correct_persons(std::vector<NameUse> &uses, const EntityBook &book);

/// Whether what the tagger took for a person is a word that nobody is called: a coinage ("Reedcare"), an abbreviated
/// state, a single letter, a plural, a party's member ("an Iowa Democrat"), several names with hyphens.
bool is_no_person(const NameUse &use, const EntityBook &book);

} // namespace gainsay
