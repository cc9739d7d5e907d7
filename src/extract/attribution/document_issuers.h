#pragma once

#include "extract/attribution/attribution_finder.h"

#include <optional>
#include <vector>

namespace gainsay {

/// "The statement said": gives the attributions of a document's words the entity that issued it, where the text says so
/// ("said in a statement", "released a report", "the ministry's memo", "an article in the Post"). A document whose
/// issuer is not told stays without one: its own phrase names the source.
void find_issuers(const EntityBook &book, std::vector<FoundAttribution> &all);

/// "It added", where nobody could tell what "it" is: what spoke last, if that was one or two sentences before and no
/// person.
void continue_things(const EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &all);

/// "the claims in the article": whose article it is, where that is known.
std::optional<EntityIndex> author_of_content(const EntityBook &book, const std::vector<TokenIndex> &content);

} // namespace gainsay
