#pragma once

#include "extract/attribution/attribution_finder.h"

#include <vector>

namespace gainsay {

/// Relative clauses that deny what the clause before them says: "…, which Reed has denied", "…, a charge that the firm
/// rejects", "… - something the ministry disputes". Adds them to `all` (or changes those that are there) as denials
/// whose FoundAttribution::answers_clause is set, and takes their words out of the other contents: it is the article
/// that tells of the denial, and not who made the charge. What stands in quotation marks is left alone.
void add_relative_denials(const EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &all);

} // namespace gainsay
