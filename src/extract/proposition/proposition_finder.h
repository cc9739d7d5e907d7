#pragma once

#include "extract/attribution/attribution_finder.h"

namespace gainsay {

/// The propositions of an attribution's content: one for each of its coordinated clauses with a subject of its own,
/// else the content as a quotation. Nouns for what was said or reported give way to what they report. The book must be
/// finished.
std::vector<Proposition> find_propositions(const EntityBook &book, const Quotations &quotations,
                                           const FoundAttribution &attribution);

/// The whole content as a quotation, for what makes no proposition ("reported a backlog of 400 jets", "denied the
/// report"); nothing where its words name nothing. It is for a judge to say whether that is a statement.
std::optional<Proposition> quote_content(const EntityBook &book, const Quotations &quotations,
                                         const FoundAttribution &attribution);

} // namespace gainsay
