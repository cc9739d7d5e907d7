#include "resolve/entity/person_merging.h"

#include "language/misspelling.h"
#include "language/name_form.h"
#include "resolve/entity/person_score.h"
#include "resolve/entity/surname_merging.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace gainsay {

namespace {

/// Persons with given name and surname, by the same name and then by score.
class PersonMerging {
  public:
    explicit PersonMerging(EntityGroups &groups) : groups_(&groups), spelling_(&groups.words().spelling()) {}

    void run() {
        for (std::size_t i = 0; i < groups_->candidates().size(); ++i) {
            const EntityCandidate &each = groups_->candidates()[i];
            if (each.type == NodeKind::Person && each.is_named) {
                (is_surname_alone(each, groups_->words()) ? alone_ : full_).push_back(i);
            }
        }
        join_same_names();
        join_by_score();
        join_misspelt();
        merge_surnames(*groups_, full_, alone_);
    }

  private:
    const EntityCandidate &candidate(std::size_t index) const { return groups_->candidates()[index]; }
    std::string surname(std::size_t index) const { return surname_key(candidate(index), *spelling_); }
    std::string given(std::size_t index) const { return given_name_key(candidate(index), *spelling_); }

    /// The same full name and country, without comparing pairs: most of all mentions end here.
    void join_same_names() {
        // By name: for each country (or none) its first candidate.
        std::unordered_map<std::string, std::map<std::string, std::size_t>> by_name;
        std::vector<std::size_t> stateless;
        for (const std::size_t i : full_) {
            std::map<std::string, std::size_t> &countries = by_name[whole_name(i)];
            const auto [first, is_new] = countries.emplace(candidate(i).country, i);
            if (candidate(i).country.empty()) {
                stateless.push_back(i);
            } else if (!is_new && may_be_one(first->second, i)) {
                join(first->second, i);
            }
        }
        for (const std::size_t i : stateless) {
            const std::map<std::string, std::size_t> &countries = by_name[whole_name(i)];
            std::size_t best = i;
            std::size_t best_size = 0;
            bool best_story = false;
            for (const auto &[country, first] : countries) {
                const bool story = countries.size() > 2 && groups_->share_story(first, i);
                const std::size_t size = country.empty() ? 0 : groups_->facts(first).countries.at(country);
                if (first != i && (best == i || std::tie(best_story, best_size) < std::tie(story, size)) &&
                    may_be_one(first, i)) {
                    best = first;
                    best_size = size;
                    best_story = story;
                }
            }
            join(best, i);
        }
        for (const auto &[name, countries] : by_name) {
            join_countries(countries);
        }
    }

    /// What an article takes for somebody's state may be another that it tells of: the state that most texts give him
    /// wins, in articles on the same affair or where far more do.
    void join_countries(const std::map<std::string, std::size_t> &countries) {
        constexpr std::size_t times = 4;
        std::size_t best = 0;
        std::size_t most = 0;
        for (const auto &[country, first] : countries) {
            if (const std::size_t size = groups_->facts(first).mentions; !country.empty() && size > most) {
                best = first;
                most = size;
            }
        }
        for (const auto &[country, first] : countries) {
            if (most > 0 && !country.empty() && groups_->find(first) != groups_->find(best) &&
                (groups_->share_story(best, first) || most >= times * groups_->facts(first).mentions) &&
                may_be_one(best, first)) {
                join(best, first);
            }
        }
    }

    /// Given name and surname, and what tells a father from his son.
    std::string whole_name(std::size_t index) const {
        return given(index) + " " + surname(index) + " " + candidate(index).generation;
    }

    bool may_be_one(std::size_t a, std::size_t b) {
        const bool middle_differs = middle_names_differ(candidate(a), candidate(b), groups_->words());
        // A pronoun may be taken wrongly: in articles on the same affair the name counts more, and a given name that is
        // given to one sex alone.
        return !middle_differs && (!groups_->genders_differ(a, b) || groups_->share_story(a, b) ||
                                   groups_->words().is_of_one_sex(candidate(a).words.front()));
    }

    void join(std::size_t a, std::size_t b) {
        const bool same = joined(candidate(a).words) == joined(candidate(b).words);
        groups_->unite(a, b, same ? MergeRule::same_name : MergeRule::spelling);
    }

    /// "Malcom Reed" of another article on the affair is Malcolm Reed: one letter of one of the names differs. First
    /// names that both are given to people tell two.
    void join_misspelt() {
        // One of the two names is the same: persons of an affair by each.
        std::map<std::pair<std::size_t, std::string>, std::vector<std::size_t>> by_given;
        std::map<std::pair<std::size_t, std::string>, std::vector<std::size_t>> by_surname;
        std::set<std::pair<std::size_t, std::size_t>> seen;
        for (const std::size_t i : full_) {
            const std::size_t story = groups_->stories().of(candidate(i).document);
            if (seen.emplace(story, groups_->find(i)).second) {
                by_given[{story, given(i)}].push_back(i);
                by_surname[{story, surname(i)}].push_back(i);
            }
        }
        join_alike(by_given, [this](std::size_t a, std::size_t b) { return is_misspelling(surname(a), surname(b)); });
        join_alike(by_surname, [this](std::size_t a, std::size_t b) {
            const bool both_names = groups_->words().is_of_one_sex(candidate(a).words.front()) &&
                                    groups_->words().is_of_one_sex(candidate(b).words.front());
            return !both_names && is_misspelling(given(a), given(b));
        });
    }

    template <class Blocks, class Test>
    void join_alike(const Blocks &blocks, const Test &alike) {
        for (const auto &[name, persons] : blocks) {
            for (std::size_t a = 0; a < persons.size(); ++a) {
                for (std::size_t b = a + 1; b < persons.size(); ++b) {
                    if (alike(persons[a], persons[b]) && !groups_->genders_differ(persons[a], persons[b]) &&
                        !groups_->countries_differ(persons[a], persons[b])) {
                        groups_->unite(persons[a], persons[b], MergeRule::spelling);
                    }
                }
            }
        }
    }

    /// The groups of each surname against each other, the surest pair first.
    void join_by_score() {
        std::map<std::string, std::vector<std::size_t>> blocks;
        std::set<std::size_t> seen;
        for (const std::size_t i : full_) {
            // One letter of the given name in the block: "J. Smith" meets "John Smith", never "Mary Smith".
            if (seen.insert(groups_->find(i)).second) {
                blocks[surname(i) + " " + given(i).substr(0, 1)].push_back(i);
            }
        }
        add_short_form_blocks(blocks);
        for (const auto &[name, members] : blocks) {
            struct Pair {
                double score;
                std::size_t a;
                std::size_t b;
            };
            std::vector<Pair> pairs;
            for (std::size_t i = 0; i < members.size(); ++i) {
                for (std::size_t j = i + 1; j < members.size(); ++j) {
                    const double score = score_persons(*groups_, members[i], members[j]).sum();
                    if (score >= person_threshold) {
                        pairs.push_back({score, members[i], members[j]});
                    }
                }
            }
            std::stable_sort(pairs.begin(), pairs.end(),
                             [](const Pair &a, const Pair &b) { return a.score > b.score; });
            for (const Pair &pair : pairs) {
                // What the groups have become in between may speak against it.
                const PersonScore score = score_persons(*groups_, pair.a, pair.b);
                if (groups_->find(pair.a) != groups_->find(pair.b) && score.sum() >= person_threshold) {
                    groups_->unite(pair.a, pair.b, MergeRule::same_person, score.text());
                }
            }
        }
    }

    /// "Bill" and "William" begin with other letters: blocks of those whose given name has such a form there.
    void add_short_form_blocks(std::map<std::string, std::vector<std::size_t>> &blocks) const {
        std::map<std::string, std::vector<std::size_t>> by_surname;
        for (const auto &[name, members] : blocks) {
            for (const std::size_t i : members) {
                by_surname[surname(i)].push_back(i);
            }
        }
        for (auto &[name, members] : by_surname) {
            std::vector<std::size_t> short_forms;
            for (const std::size_t i : members) {
                const bool any = std::any_of(members.begin(), members.end(), [&](std::size_t j) {
                    return given(i).front() != given(j).front() && spelling_->is_short_form(given(i), given(j));
                });
                if (any) {
                    short_forms.push_back(i);
                }
            }
            if (!short_forms.empty()) {
                std::sort(short_forms.begin(), short_forms.end());
                blocks[name + " *"] = std::move(short_forms);
            }
        }
    }

    EntityGroups *groups_;
    const NameSpelling *spelling_;
    std::vector<std::size_t> full_;
    std::vector<std::size_t> alone_;
};

} // namespace

void merge_persons(EntityGroups &groups) {
    PersonMerging(groups).run();
}

} // namespace gainsay
