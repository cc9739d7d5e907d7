#pragma once

#include "resolve/claim/claim_form.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace gainsay {

/// Why two propositions are one claim.
enum class ClaimMergeRule : std::uint8_t {
    /// One stretch of a text is the content of both.
    same_words,
    /// No word, number or actor by which they are compared differs.
    same_form,
    similar,
    /// Of one story, and likely the same as far as stories tell in which readers grouped what is said.
    learned,
    /// The one is short and negated, and all that it names is in the other, near it in the article.
    short_answer,
    /// The one will not do what the other asks of him.
    refusal,
    /// The user says so.
    override_same,
};

/// One merge, for its explanation; positions of ClaimForms.
struct ClaimMerge {
    std::size_t first = 0;
    std::size_t second = 0;
    ClaimMergeRule rule = ClaimMergeRule::similar;
    /// Of ClaimForms::similarity() where they are `similar`, the probability where that is `learned`.
    double similarity = 0;
};

/// The merges of one claim for people, as the graph keeps them: the two wordings, the rule, and what they share. Of
/// many merges the first ones.
std::vector<std::string> explain_merges(const std::vector<ClaimMerge> &merges, const ClaimForms &forms);

/// The merges to be looked at, as a node keeps them (graph_schema/doubtful_merge.h), the least sure first; of many the
/// first ones. `documents` are those of the forms.
std::vector<std::string> list_doubtful_merges(const std::vector<ClaimMerge> &merges, const ClaimForms &forms,
                                              const std::vector<Observations> &documents);

} // namespace gainsay
