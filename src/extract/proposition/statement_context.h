#pragma once

#include "extract/attribution/attribution_finder.h"
#include "extract/mentions/entity_book.h"

#include <string>
#include <vector>

namespace gainsay {

/// Whether words of these tokens stand for something that was said before them: "this", "those plans", "the move",
/// "neither". Personal pronouns are not looked at: whoever puts names for them knows which are left.
bool points_back(const EntityBook &book, const std::vector<TokenIndex> &tokens);

/// What a reader of the statement has to have read: its own sentence up to its first word, and those before it, back to
/// one that names somebody else than the speaker; before these, where a noun stands bare ("the pipeline"), the latest
/// sentence that says more of it ("the Keystone pipeline"), and where a pronoun stands, the latest that says whom it
/// means; and, behind "…" for the statement's words, what its sentence goes on with ("said of the election"). Who
/// speaks and the verb of saying alone are left out, headings, captions and buttons too. White space as single blanks;
/// what stands before is cut at the front to some 480 bytes each, what stands behind at the end to 240. Empty where
/// there is nothing.
std::string statement_context(const EntityBook &book, const FoundAttribution &attribution,
                              const std::vector<TokenIndex> &tokens);

} // namespace gainsay
