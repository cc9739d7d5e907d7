#pragma once

#include "extract/attribution/attribution_finder.h"
#include "extract/mentions/entity_book.h"

#include <string>
#include <vector>

namespace gainsay {

/// Whether words of these tokens stand for something that was said before them: "this", "those plans", "the move",
/// "neither". Personal pronouns are not looked at: whoever puts names for them knows which are left.
bool points_back(const EntityBook &book, const std::vector<TokenIndex> &tokens);

/// What a reader of the statement has to have read: its own sentence up to the first word of source, cue or content,
/// and those before it, back to one that names somebody else than the speaker; before these, where a noun stands bare
/// ("the pipeline"), the latest sentence that says more of it ("the Keystone pipeline"). White space as single blanks,
/// each at most some 480 bytes, cut at the front; headings, captions and buttons are left out. Empty at the beginning
/// of a document.
std::string statement_context(const EntityBook &book, const FoundAttribution &attribution,
                              const std::vector<TokenIndex> &tokens);

} // namespace gainsay
