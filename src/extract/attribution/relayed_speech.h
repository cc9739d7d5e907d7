#pragma once

#include "extract/attribution/attribution_finder.h"

#include <vector>

namespace gainsay {

/// "“…,” Reed said, according to the Courier. “…”": who passes it on has all of it, the words of saying too, and what
/// is quoted is Reed's.
void give_back_relayed(const EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &all);

/// "X said P, according to Y": the words that name Y belong to no content of X's, and what X said is nested in what Y
/// tells. Not so where X is an outlet: then Y is who told it. `all` in any order; what becomes empty stays.
void take_out_relays(const EntityBook &book, std::vector<FoundAttribution> &all);

/// "He went abroad, she said, though he denied that": what somebody else says of it in a clause that is granted is no
/// part of what she said. Contents in quotation marks stay whole.
void cut_concessions(const EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &all);

/// "The Times quotes Reed as saying P", "reports quoted officials describing …": what is quoted is said by Reed. The
/// attribution of the outlet keeps its roles and states nothing itself; Reed's own is added, unless it is there.
void add_quoted_speakers(const EntityBook &book, std::vector<FoundAttribution> &all);

} // namespace gainsay
