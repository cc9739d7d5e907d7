#pragma once

#include "extract/attribution/attribution_finder.h"

#include <optional>
#include <vector>

namespace gainsay {

/// "The statement said": gives the attributions of a document's words the entity that issued it, where the text says so
/// ("said in a statement", "released a report", "the ministry's memo", "an article in the Post"). A document whose
/// issuer is not told stays without one: its own phrase names the source.
void find_issuers(const EntityBook &book, std::vector<FoundAttribution> &all);

/// "It added", where nobody could tell what "it" is: who or what spoke one or two sentences before.
void continue_things(const EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &all);

/// "The article", "the story": the medium that an article before was said to be of.
std::optional<EntityIndex> medium_of(const EntityBook &book, TokenIndex head);

} // namespace gainsay
