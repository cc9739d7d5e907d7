#include "resolve/entity/surname_merging.h"

#include "language/misspelling.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

namespace gainsay {

namespace {

class SurnameMerging {
  public:
    SurnameMerging(EntityGroups &groups, const std::vector<std::size_t> &full, const std::vector<std::size_t> &alone)
        : groups_(&groups), spelling_(&groups.words().spelling()), full_(&full), alone_(&alone) {}

    void run() {
        std::unordered_map<std::string, std::set<std::size_t>> bearers;
        for (const std::size_t i : *full_) {
            bearers[surname(i)].insert(groups_->find(i));
            full_of_[candidate(i).document].push_back(i);
            // "Xi" of "Xi Jinping": where the family name stands first.
            family_first_[given(i)].insert(groups_->find(i));
        }
        std::map<std::string, std::map<std::string, std::size_t>> nobody;
        for (const std::size_t i : *alone_) {
            const auto known = bearers.find(surname(i));
            if (known == bearers.end() || known->second.empty()) {
                if (!join_family_name(i) && !join_misspelt(i)) {
                    const auto [first, is_new] = nobody[surname(i)].emplace(candidate(i).country, i);
                    if (!is_new) {
                        groups_->unite(first->second, i, MergeRule::same_name);
                    }
                }
                continue;
            }
            join_with_bearer(i, known->second);
        }
        for (const auto &[name, countries] : nobody) {
            // Whose country is not told is the one of that name.
            const auto without = countries.find("");
            if (without != countries.end() && countries.size() == 2) {
                groups_->unite(without->second, countries.rbegin()->second, MergeRule::same_name);
            }
        }
    }

  private:
    const EntityCandidate &candidate(std::size_t index) const { return groups_->candidates()[index]; }
    std::string surname(std::size_t index) const { return surname_key(candidate(index), *spelling_); }
    std::string given(std::size_t index) const { return given_name_key(candidate(index), *spelling_); }

    void join_with_bearer(std::size_t person, const std::set<std::size_t> &bearers) {
        std::set<std::size_t> possible;
        std::set<std::size_t> in_story;
        for (const std::size_t bearer : bearers) {
            if (!groups_->genders_differ(bearer, person) && !groups_->countries_differ(bearer, person) &&
                !groups_->are_apart(bearer, person)) {
                possible.insert(groups_->find(bearer));
                if (bearers.size() > 1 && groups_->share_story(bearer, person)) {
                    in_story.insert(groups_->find(bearer));
                }
            }
        }
        // "Cole" and "David" are many people's: of another affair it may be somebody whom no article names in full.
        if (possible.size() == 1 && groups_->words().is_of_one_sex(candidate(person).words.back()) &&
            !groups_->share_story(*possible.begin(), person)) {
            return;
        }
        if (possible.size() == 1) {
            groups_->unite(*possible.begin(), person, MergeRule::only_bearer);
        } else if (const std::optional<std::size_t> other = best_known(possible);
                   other && in_story.size() == 1 && is_named_beside(person, *in_story.begin())) {
            // The article calls somebody so before it names this one in full: a relative, unless nobody is known
            // better.
            groups_->unite(*other, person, MergeRule::best_known_bearer);
        } else if (in_story.size() == 1) {
            groups_->unite(*in_story.begin(), person, MergeRule::bearer_in_story);
        } else if (const std::optional<std::size_t> best = best_known(in_story.empty() ? possible : in_story)) {
            groups_->unite(*best, person, MergeRule::best_known_bearer);
        }
    }

    /// Whether the person's own article names the bearer in full.
    bool is_named_beside(std::size_t person, std::size_t bearer) {
        const auto here = full_of_.find(candidate(person).document);
        return here != full_of_.end() && std::any_of(here->second.begin(), here->second.end(),
                                                     [&](std::size_t each) { return groups_->find(each) == bearer; });
    }

    /// The one of whom several times as much is told as of any other.
    std::optional<std::size_t> best_known(const std::set<std::size_t> &bearers) {
        constexpr std::size_t times = 4;
        std::size_t most = 0;
        std::size_t second = 0;
        std::optional<std::size_t> best;
        for (const std::size_t bearer : bearers) {
            const std::size_t mentions = groups_->facts(bearer).mentions;
            if (mentions > most) {
                second = most;
                most = mentions;
                best = bearer;
            } else {
                second = std::max(second, mentions);
            }
        }
        return most >= times * std::max<std::size_t>(second, 1) ? best : std::nullopt;
    }

    /// "Mullenberg" in an article on Ana Mullenburg, where nobody is called so.
    bool join_misspelt(std::size_t person) {
        const auto here = full_of_.find(candidate(person).document);
        std::set<std::size_t> meant;
        for (const std::size_t each : here == full_of_.end() ? std::vector<std::size_t>() : here->second) {
            if (is_misspelling(surname(person), surname(each)) && !groups_->genders_differ(each, person) &&
                !groups_->countries_differ(each, person)) {
                meant.insert(groups_->find(each));
            }
        }
        return meant.size() == 1 && groups_->unite(*meant.begin(), person, MergeRule::spelling);
    }

    bool join_family_name(std::size_t person) {
        const auto known = family_first_.find(surname(person));
        if (known == family_first_.end()) {
            return false;
        }
        std::set<std::size_t> in_story;
        for (const std::size_t bearer : known->second) {
            if (!groups_->genders_differ(bearer, person) && groups_->share_story(bearer, person)) {
                in_story.insert(groups_->find(bearer));
            }
        }
        return in_story.size() == 1 && groups_->unite(*in_story.begin(), person, MergeRule::bearer_in_story);
    }

    EntityGroups *groups_;
    const NameSpelling *spelling_;
    const std::vector<std::size_t> *full_;
    const std::vector<std::size_t> *alone_;
    /// By document.
    std::unordered_map<std::size_t, std::vector<std::size_t>> full_of_;
    /// By a given name, which may be a family name that stands first.
    std::unordered_map<std::string, std::set<std::size_t>> family_first_;
};

} // namespace

std::string given_name_key(const EntityCandidate &person, const NameSpelling &spelling) {
    const std::vector<std::string> &words = person.words;
    const bool initial = words.size() > 2 && words[0].size() == 1 && words[1].size() > 1;
    return spelling.key(words[initial ? 1 : 0]);
}

std::string surname_key(const EntityCandidate &person, const NameSpelling &spelling) {
    return spelling.key(person.words.back());
}

void merge_surnames(EntityGroups &groups, const std::vector<std::size_t> &full, const std::vector<std::size_t> &alone) {
    SurnameMerging(groups, full, alone).run();
}

} // namespace gainsay
