#pragma once

#include "extract/mentions/entity_book.h"

#include <optional>
#include <string>

namespace gainsay {

/// The body that a noun for bodies means: one that is named beside it ("the daily Politika", "tech giant Velin", "the
/// Islamic State group"), or the one of its state ("the Russian foreign ministry"), made where it is known. `country`
/// is the state that the phrase tells, or null.
std::optional<EntityIndex> body_meant(EntityBook &book, TokenIndex noun, const Country *country);

/// "Russian foreign ministry", of whatever words tell the state.
std::string body_name(const EntityBook &book, TokenIndex noun, const Country &country);

} // namespace gainsay
