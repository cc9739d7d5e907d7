#pragma once

#include "base/disjoint_sets.h"
#include "resolve/entity/entity_candidate.h"
#include "resolve/entity/merge_reason.h"
#include "resolve/story/story_groups.h"

#include <map>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace gainsay {

/// What is known of a group of candidates that are one.
struct GroupFacts {
    /// By code, with the number of candidates.
    std::map<std::string, std::size_t> countries;
    /// Pronouns that refer to it.
    std::size_t female = 0;
    std::size_t male = 0;
    /// Offices, folded.
    std::set<std::string> titles;
    /// Of the documents, see StoryGroups.
    std::unordered_set<std::size_t> stories;
    /// Mentions of all its members.
    std::size_t mentions = 0;
    /// Full names of the persons among its members, as NameSpelling::key() gives their words; see names_conflict().
    std::set<std::vector<std::string>> full_names;
    /// What tells a father from his son, see EntityWords::generation().
    std::set<std::string> generations;
    /// Which side of which separation (see separate()) its members stand on.
    std::set<std::pair<std::size_t, bool>> sides;
};

/// Candidates in groups that only grow together, with the reason for every merge. What was separated never meets, nor
/// do persons whose full names or "Jr." and "Sr." say that they are two: no chain of merges leads past that.
class EntityGroups {
  public:
    /// All must outlive the groups.
    EntityGroups(const std::vector<EntityCandidate> &candidates, const EntityWords &words, const StoryGroups &stories);

    const std::vector<EntityCandidate> &candidates() const { return *candidates_; }
    const EntityWords &words() const { return *words_; }
    const StoryGroups &stories() const { return *stories_; }

    /// The smallest candidate of the group stands for it.
    std::size_t find(std::size_t candidate) { return sets_.find(candidate); }
    const GroupFacts &facts(std::size_t candidate) { return facts_[sets_.find(candidate)]; }

    /// No candidate of `some` may ever be in a group with one of `others`. Before any merge.
    void separate(const std::vector<std::size_t> &some, const std::vector<std::size_t> &others);
    /// Makes the groups of both one, unless they are apart; the user may join what was not separated. Returns whether
    /// they are one now.
    bool unite(std::size_t a, std::size_t b, MergeRule rule, std::string detail = {});
    /// Whether they were separated, or must be two persons by their names.
    bool are_apart(std::size_t a, std::size_t b);

    bool share_story(std::size_t a, std::size_t b);
    /// Whether both have a country and none in common.
    bool countries_differ(std::size_t a, std::size_t b);
    bool genders_differ(std::size_t a, std::size_t b);

    const std::vector<Merge> &merges() const { return merges_; }

  private:
    /// What the user keeps from `hub` stays together, as it would be without that: each is joined with the first that
    /// was kept from it.
    void gather_apart(std::size_t hub, std::size_t candidate, MergeRule rule, const std::string &detail);
    bool are_separated(std::size_t a, std::size_t b);
    /// "Barack Obama" and "Joe Biden", "John Smith" and "Mary Smith", "Carver Jr." and "Carver Sr.".
    bool names_conflict(std::size_t a, std::size_t b);

    const std::vector<EntityCandidate> *candidates_;
    const EntityWords *words_;
    const StoryGroups *stories_;
    DisjointSets sets_;
    /// By the candidate that stands for the group.
    std::vector<GroupFacts> facts_;
    std::vector<Merge> merges_;
    /// By the candidate that others were to be joined with: the first that the user keeps from it.
    std::map<std::size_t, std::size_t> stand_ins_;
    std::size_t separations_ = 0;
};

} // namespace gainsay
