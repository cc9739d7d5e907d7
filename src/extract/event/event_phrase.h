#pragma once

#include "extract/mentions/entity_book.h"
#include "language/event_frames.h"

namespace gainsay {

// What a phrase beside an event's word is, asked by its head. The book must be finished.

/// What a relative clause's pronoun stands for: "sanctions which the EU imposed"; else the token itself.
TokenIndex antecedent_of(const Syntax &syntax, TokenIndex token);

/// "a wide range of sanctions": the noun that a word of quantity counts; else the token itself.
TokenIndex counted_noun(const Syntax &syntax, const English &english, TokenIndex token);

/// Whether the phrase refers to somebody, or is a pronoun that may.
bool is_actor_phrase(const EntityBook &book, TokenIndex head);

/// Whether what the phrases refer to can act. Storms and decisions hit and block nobody in our sense: who acts is an
/// actor, a name, a word for people or bodies, or a pronoun that we could not resolve.
bool may_act(const EntityBook &book, const std::vector<TokenIndex> &heads);

/// What the phrase is, by what it refers to or else by its noun.
Filler filler_of(const EntityBook &book, TokenIndex head);

/// Whether the word fits the frame's `word`, or one that is joined to it does: "talks and consultations". "@actor" and
/// "@list" stand for any of a kind; an empty one for all.
bool is_frame_word(const EntityBook &book, TokenIndex token, const std::string &word);

} // namespace gainsay
