#pragma once

#include "base/disjoint_sets.h"
#include "resolve/claim/claim_form.h"
#include "resolve/claim/claim_merge.h"
#include "resolve/claim/statement_links.h"

#include <cstddef>
#include <set>
#include <utility>
#include <vector>

namespace gainsay {

/// How many forms of a claim are compared with those of another.
inline constexpr std::size_t most_compared = 8;

/// Which forms are one claim, while they are being joined, and why. What the user says of two statements is obeyed from
/// the start. Refers to the forms, which must outlive it.
class ClaimSets {
  public:
    ClaimSets(const ClaimForms &forms, const std::vector<StatementLink> &links);

    /// The form that stands for the claim of this one.
    std::size_t find(std::size_t form) { return sets_.find(form); }
    /// Nothing where the two are one already, or the user keeps one of them from the other or from all.
    void unite(std::size_t a, std::size_t b, ClaimMergeRule rule, double similarity = 0);
    /// Of a form that stands for a claim; in order once sort_members() was called.
    const std::vector<std::size_t> &members(std::size_t root) const { return members_[root]; }
    /// The first of them, in order: those that are compared.
    const std::vector<std::size_t> &first_members(std::size_t root) const { return first_members_[root]; }
    void sort_members();
    /// In the order in which they were made.
    const std::vector<ClaimMerge> &merges() const { return merges_; }

  private:
    void obey_user(const std::vector<StatementLink> &links);
    bool are_different(std::size_t root, std::size_t other) const;

    const ClaimForms *forms_;
    DisjointSets sets_;
    /// By the form that stands for the claim: which side of which of the user's lines its members are on.
    std::vector<std::set<std::pair<std::size_t, bool>>> sides_;
    std::vector<ClaimMerge> merges_;
    std::vector<std::vector<std::size_t>> members_;
    std::vector<std::vector<std::size_t>> first_members_;
};

} // namespace gainsay
