#pragma once

#include "extract/mentions/named_entities.h"
#include "extract/mentions/namesake_places.h"

#include <optional>

namespace gainsay {

/// Whether a capital stands for its government here: it does something, has something, or something is done to it, and
/// no preposition of place stands before it.
bool acts_as_government(const NameUse &use, const EntityBook &book);

/// The state itself, by one more name.
EntityIndex state_by_name(NamedEntities &entities, const Country &country, const std::string &text);

/// "the White House": a seat of government that speaks in its own name.
std::optional<EntityIndex> house_at(const NameUse &use, NamedEntities &entities);

/// What a name is that the table of countries knows: a state, its seat of government or capital, or a place of the same
/// name. Nothing for names of peoples, and for adjectives that are no proper nouns here.
std::optional<EntityIndex> state_at(const NameUse &use, NamedEntities &entities, NamesakePlaces &namesakes);

} // namespace gainsay
