#pragma once

#include "extract/syntax/syntax.h"

#include <map>
#include <string>
#include <vector>

namespace gainsay {

/// Bytes beyond which a label is cut at a word, visibly ("…").
inline constexpr std::size_t most_label_bytes = 400;

/// The tokens (in order) as the text has them, white space as single blanks; where tokens are left out between two, a
/// blank. `replaced` stands for a token, `before` in front of one. Quotation marks that lack their partner, and those
/// around a gap, are left out. In quotation marks as a whole if `is_quotation`, else with a capital letter first.
std::string compose_label(const Syntax &syntax, const std::vector<TokenIndex> &tokens,
                          const std::map<TokenIndex, std::string> &replaced,
                          const std::map<TokenIndex, std::string> &before, bool is_quotation);

/// Puts the first letter in capitals, behind a bracket or a mark of quotation too.
void capitalize(std::string &text);

} // namespace gainsay
