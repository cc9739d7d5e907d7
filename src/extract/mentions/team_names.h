#pragma once

#include "extract/mentions/name_use.h"

#include <string>
#include <unordered_set>
#include <vector>

namespace gainsay {

/// "76ers", two tokens: whether a team's name begins at the token.
bool is_numbered_team(const EntityBook &book, TokenIndex token);

/// The text of both tokens.
std::string numbered_team(const Syntax &syntax, TokenIndex token);

/// "the San Diego Chargers", taken for a place: a town's name and what people, animals or things are called.
bool is_team(const NameUse &use, const EntityBook &book);

/// "the Chargers", taken for a person: a plural of what people, animals or things are called. Whether a person of the
/// document has it as a part of the name is not asked here.
bool is_lone_team(const NameUse &use, const EntityBook &book);

/// Last words of the names of teams and other bodies in the plural: "chargers".
std::unordered_set<std::string> team_words(const std::vector<NameUse> &uses, const EntityBook &book);

} // namespace gainsay
