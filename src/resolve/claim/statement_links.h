#pragma once

#include "base/diagnostics.h"
#include "observation/observations.h"
#include "resolve/claim/claim_form.h"
#include "resolve/entity/overrides.h"

#include <string>
#include <vector>

namespace gainsay {

/// What a line of an override file says of two statements: they state the same, or they do not.
struct StatementLink {
    bool is_same = false;
    /// Propositions that stand at the one place and at the other.
    std::vector<ClaimMention> first;
    std::vector<ClaimMention> second;
};

/// Whether the proposition's content runs from the first to the last byte of `place`.
bool stands_at(const Attribution &attribution, const Proposition &proposition, ByteSpan place);

/// "no statement of 'rt' stands at 310-402": for a warning.
std::string missing(const StatementReference &reference);

/// The lines about the claims of two statements, in the order of the file. A line of which one end is no statement is a
/// warning and left out. `documents` as they are resolved, after apply_statement_overrides().
std::vector<StatementLink> find_statement_links(const std::vector<Observations> &documents, const Overrides &overrides,
                                                Diagnostics &diagnostics);

} // namespace gainsay
