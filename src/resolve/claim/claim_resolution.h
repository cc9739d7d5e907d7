#pragma once

#include "language/resolution_words.h"
#include "observation/observations.h"
#include "resolve/claim/claim_form.h"
#include "resolve/claim/statement_links.h"

#include <cstddef>
#include <string>
#include <vector>

namespace gainsay {

/// One proposition of the world, as one or several documents have it.
struct ResolvedClaim {
    /// In a fixed order; never empty.
    std::vector<ClaimMention> mentions;
    std::string label;
    /// What stands before the words of the label, where they do not speak for themselves.
    std::string context;
    /// Of the label.
    Polarity polarity = Polarity::affirmed;
    /// What the claim is about, sorted.
    std::vector<std::size_t> entities;
    /// Why its mentions are one, in the order in which they were joined; empty where there is one only.
    std::vector<std::string> reasons;
    /// Those of which the program is not sure; see graph_schema/doubtful_merge.h.
    std::vector<std::string> doubtful_merges;
};

/// Two claims (positions in the list, the smaller first) that are near one another but not the same.
struct ClaimPair {
    std::size_t first = 0;
    std::size_t second = 0;
    /// They cannot both be so: other numbers, the opposite predicate. Else one makes the other more likely.
    bool is_contradiction = false;

    friend auto operator<=>(const ClaimPair &, const ClaimPair &) = default;
};

struct ClaimResolution {
    std::vector<ResolvedClaim> claims;
    /// In order.
    std::vector<ClaimPair> pairs;
};

/// Above which two propositions are one claim; tests/quality/README.md has the precision and recall at others.
inline constexpr double least_claim_similarity = 0.4;

/// Joins propositions that state the same, whatever their polarity (average linkage over what ClaimPairScorer says of
/// two statements of one story and ClaimForms::similarity() of others; pairs by blocks of shared words and actors), and
/// finds those that are near. `included` tells which attributions
/// count, `links` what the user says of two statements, which wins. Documents of different stories share a claim only
/// where its words and actors are nearly the same.
ClaimResolution resolve_claims(const std::vector<Observations> &documents, const EntityResolution &entities,
                               const ResolutionWords &words, const std::vector<std::vector<bool>> &included,
                               const StoryGroups *stories = nullptr, double threshold = least_claim_similarity,
                               const std::vector<StatementLink> &links = {});

} // namespace gainsay
