#pragma once

#include "extract/attribution/attribution_finder.h"

namespace gainsay {

/// The tokens of a source's phrase: with modifiers and appositions, without asides and incidental clauses.
std::vector<TokenIndex> source_tokens(const Syntax &syntax, TokenIndex head);

/// The entity that the source refers to: its own, that of a relative pronoun's antecedent, or of what joins it.
std::optional<EntityIndex> source_entity(const EntityBook &book, TokenIndex head);

/// "according to X": adds an attribution where `token` heads such a phrase.
void find_source_phrase(const EntityBook &book, TokenIndex token, std::vector<FoundAttribution> &all);

/// The clause below `head` without the tokens below `without`, and without punctuation at its ends.
std::vector<TokenIndex> content_tokens(const Syntax &syntax, TokenIndex head, std::optional<TokenIndex> without = {});

/// Leaves out punctuation (but quotation marks and brackets) at both ends.
void trim_punctuation(const Syntax &syntax, std::vector<TokenIndex> &tokens);

/// Whether a question mark ends the content, among its last marks or those right behind it.
bool ends_in_question(const Syntax &syntax, const std::vector<TokenIndex> &content);

/// Whether the content names that entity as a subject, outside quotations: who is spoken of, and does not speak.
bool is_subject_of_content(const EntityBook &book, const Quotations &quotations, const std::vector<TokenIndex> &content,
                           EntityIndex entity);

/// Leaves out punctuation and conjunctions before a source.
void trim_source(const Syntax &syntax, std::vector<TokenIndex> &tokens);

/// The head of a source's words: the first noun, name or pronoun that hangs on nothing among them.
std::optional<TokenIndex> nominal_head(const Syntax &syntax, const std::vector<TokenIndex> &source);

/// "the request", "the offer", "a promise": a noun for what is wished or agreed, and not for what is claimed.
bool names_wish(const Syntax &syntax, const English &english, TokenIndex token);

/// "the allegation", "his account", "a hint": a noun for what somebody says is so.
bool names_claim(const Syntax &syntax, const English &english, TokenIndex token);

/// "(congressional) Democrats" of the Democratic Party: a name that tells who belongs to `body`, and not the body's
/// own.
bool names_members(const EntityBook &book, TokenIndex token, const Entity &body);

/// Whether the source is something written: "a report".
bool is_written(const EntityBook &book, TokenIndex source_head);

} // namespace gainsay
