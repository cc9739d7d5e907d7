#pragma once

#include "extract/mentions/entity_book.h"
#include "graph_schema/node_kind.h"

namespace gainsay {

// What the head of a phrase says by itself about who speaks there, whoever else the text names.

/// "official", "Speaker", not "officials".
bool is_one_person(const EntityBook &book, TokenIndex noun);

/// "its inability", "the experience": nobody, and nothing that is written.
bool cannot_speak(const EntityBook &book, TokenIndex head);

/// A pronoun; but for "those surveyed", "many", which say as much as a noun.
bool is_unresolved_pronoun(const Syntax &syntax, TokenIndex head);

/// The kind of who is called by that noun or name and is no known entity.
NodeKind kind_of_speaker(const EntityBook &book, TokenIndex head);

} // namespace gainsay
