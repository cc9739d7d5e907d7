#pragma once

#include "extract/mentions/surname_bearers.h"

namespace gainsay {

/// What is written as a name of any kind and names nobody: a ship ("the USS Ana Berg"), a person of a party taken for a
/// body ("an Iowa Republican"), a family ("the Bergs").
bool names_nobody(const NameUse &use, const SurnameBearers &bearers, const EntityBook &book);

/// "(D-Ore.)", ", R-Texas,": whether a lawmaker's party and state begin at the token.
bool opens_party_tag(TokenIndex first, const EntityBook &book);

/// The same of what the tagger took for a person: "President" apart from the name behind it, "Dr.", "(D-Ore.)",
/// "Republican Senators".
bool names_no_person(const NameUse &use, const SurnameBearers &bearers, const EntityBook &book);

/// The same of what the tagger took for something else than persons or peoples: "(D-Ore.)", "the Kerry-Lavrov meeting",
/// "Inc." apart from its name, "Russian FM", and works and the like that are not known as a body.
bool names_no_body(const NameUse &use, const EntityBook &book);

} // namespace gainsay
