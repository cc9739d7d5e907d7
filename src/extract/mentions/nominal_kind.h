#pragma once

#include "extract/mentions/entity_book.h"

#include <optional>
#include <string>

namespace gainsay {

/// What a noun without a name speaks of.
enum class NominalKind { government, body, medium, person, group, counterpart };

/// By the lists of nouns and where the noun stands: nothing for what is no actor, or none in particular ("in court").
std::optional<NominalKind> nominal_kind(const EntityBook &book, TokenIndex token);

/// The people of "a group of protesters", "thousands of teachers".
std::optional<TokenIndex> counted_people(const EntityBook &book, TokenIndex token);

/// The head noun with the word before it, where both make one term: "foreign minister".
std::string office_term(const Syntax &syntax, TokenIndex token);

bool is_plural(const Syntax &syntax, TokenIndex token);

} // namespace gainsay
