#include "resolve/entity_resolution.h"

#include "resolve/disjoint_sets.h"
#include "resolve/name_form.h"

#include <algorithm>
#include <map>
#include <set>

namespace gainsay {

namespace {

/// One entity of one document with what it is compared by.
struct Candidate {
    std::size_t document = 0;
    EntityIndex index = 0;
    const Entity *entity = nullptr;
    std::vector<std::string> words;
};

bool is_body(NodeKind kind) {
    return kind == NodeKind::Organization || kind == NodeKind::Outlet || kind == NodeKind::Group;
}

class EntityJoiner {
  public:
    explicit EntityJoiner(const std::vector<Observations> &documents) : documents_(&documents) {
        for (std::size_t d = 0; d < documents.size(); ++d) {
            for (EntityIndex e = 0; e < documents[d].entities.size(); ++e) {
                const Entity &entity = documents[d].entities[e];
                candidates_.push_back({d, e, &entity, name_words(entity.name)});
            }
        }
    }

    std::vector<ResolvedEntity> run() {
        DisjointSets sets(candidates_.size());
        join_states(sets);
        join_persons(sets);
        join_bodies(sets);
        join_places(sets);
        join_partial_bodies(sets);
        return collect(sets);
    }

  private:
    using Keys = std::map<std::string, std::size_t>;

    void join_key(DisjointSets &sets, Keys &keys, const std::string &key, std::size_t candidate) const {
        const auto [known, is_new] = keys.emplace(key, candidate);
        if (!is_new) {
            sets.unite(known->second, candidate);
        }
    }

    void join_states(DisjointSets &sets) const {
        Keys keys;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const Entity &entity = *candidates_[i].entity;
            if (entity.type == NodeKind::Country) {
                join_key(sets, keys, entity.country.empty() ? name_form(entity.name) : entity.country, i);
            }
        }
    }

    void join_persons(DisjointSets &sets) const {
        // Full names: surname and first name by spelling.
        Keys full;
        std::map<std::string, std::set<std::size_t>> bearers;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const Candidate &each = candidates_[i];
            if (each.entity->type == NodeKind::Person && each.entity->named && each.words.size() > 1) {
                const std::string surname = spelling_key(each.words.back());
                join_key(sets, full, surname + "," + spelling_key(each.words.front()), i);
                bearers[surname].insert(i);
            }
        }
        // A surname alone belongs to its only bearer in all documents.
        Keys alone;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const Candidate &each = candidates_[i];
            if (each.entity->type != NodeKind::Person || !each.entity->named || each.words.size() != 1) {
                continue;
            }
            const std::string surname = spelling_key(each.words.front());
            std::set<std::size_t> owners;
            if (const auto known = bearers.find(surname); known != bearers.end()) {
                for (const std::size_t bearer : known->second) {
                    owners.insert(sets.find(bearer));
                }
            }
            if (owners.size() == 1) {
                sets.unite(*owners.begin(), i);
            } else if (owners.empty()) {
                join_key(sets, alone, surname, i);
            }
        }
    }

    void join_bodies(DisjointSets &sets) const {
        Keys keys;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const Candidate &each = candidates_[i];
            // A description counts as a name where it tells much.
            constexpr std::size_t telling_words = 3;
            const bool telling =
                each.entity->named || !each.entity->country.empty() || each.words.size() >= telling_words;
            if (!is_body(each.entity->type) || !telling || each.entity->type == NodeKind::Group) {
                continue;
            }
            join_key(sets, keys, each.entity->country + "|" + name_form(each.entity->name), i);
            for (const std::string &alias : each.entity->aliases) {
                join_key(sets, keys, each.entity->country + "|" + name_form(alias), i);
            }
        }
        Keys groups;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const Candidate &each = candidates_[i];
            if (each.entity->type == NodeKind::Group && each.entity->named) {
                join_key(sets, groups, name_form(each.entity->name), i);
            }
        }
    }

    void join_places(DisjointSets &sets) const {
        Keys keys;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const Candidate &each = candidates_[i];
            if (each.entity->type == NodeKind::Place) {
                join_key(sets, keys, name_form(each.entity->name), i);
            }
        }
    }

    /// "the bilateral commission" and "Presidential Commission" are the one body whose name has all these words and
    /// ends in the same.
    void join_partial_bodies(DisjointSets &sets) const {
        std::map<std::string, std::vector<std::size_t>> by_head;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const Candidate &each = candidates_[i];
            if (each.entity->type == NodeKind::Organization && !each.words.empty()) {
                by_head[each.words.back()].push_back(i);
            }
        }
        for (const auto &[head, members] : by_head) {
            for (const std::size_t i : members) {
                const std::vector<std::string> &words = candidates_[i].words;
                if (words.size() < 2) {
                    continue;
                }
                std::set<std::size_t> fuller;
                std::size_t best = i;
                for (const std::size_t j : members) {
                    const std::vector<std::string> &other = candidates_[j].words;
                    if (other.size() > words.size() && may_be_same(*candidates_[i].entity, *candidates_[j].entity) &&
                        contains_all(other, words)) {
                        fuller.insert(sets.find(j));
                        best = j;
                    }
                }
                if (fuller.size() == 1) {
                    sets.unite(i, best);
                }
            }
        }
    }

    static bool may_be_same(const Entity &a, const Entity &b) {
        return a.country.empty() || b.country.empty() || a.country == b.country;
    }

    static bool contains_all(const std::vector<std::string> &words, const std::vector<std::string> &wanted) {
        return std::all_of(wanted.begin(), wanted.end(), [&words](const std::string &word) {
            return std::find(words.begin(), words.end(), word) != words.end();
        });
    }

    std::vector<ResolvedEntity> collect(DisjointSets &sets) const {
        std::map<std::size_t, std::vector<std::size_t>> groups;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            groups[sets.find(i)].push_back(i);
        }
        std::vector<ResolvedEntity> resolved;
        for (const auto &[first, members] : groups) {
            resolved.push_back(describe(members));
        }
        return resolved;
    }

    ResolvedEntity describe(const std::vector<std::size_t> &members) const {
        ResolvedEntity result;
        std::map<NodeKind, std::size_t> kinds;
        // Longest first, then the one used most, then by the alphabet.
        std::map<std::string, std::size_t> names;
        std::set<std::string> titles;
        std::set<std::string> aliases;
        std::map<std::string, std::size_t> countries;
        for (const std::size_t i : members) {
            const Candidate &each = candidates_[i];
            result.members.push_back({each.document, each.index});
            result.is_named = result.is_named || each.entity->named;
            kinds[each.entity->type] += each.entity->mentions.size() + 1;
            if (each.entity->named || names.empty()) {
                names[each.entity->name] += each.entity->mentions.size();
            }
            aliases.insert(each.entity->name);
            aliases.insert(each.entity->aliases.begin(), each.entity->aliases.end());
            titles.insert(each.entity->titles.begin(), each.entity->titles.end());
            if (!each.entity->country.empty()) {
                ++countries[each.entity->country];
            }
        }
        result.kind = most(kinds);
        result.country = countries.empty() ? "" : most(countries);
        std::size_t best_words = 0;
        std::size_t best_count = 0;
        for (const auto &[name, count] : names) {
            const std::size_t words = name_words(name).size();
            const bool longer = result.kind == NodeKind::Person && words > best_words;
            const bool as_long = result.kind != NodeKind::Person || words == best_words;
            if (result.label.empty() || longer || (as_long && count > best_count)) {
                result.label = name;
                best_words = words;
                best_count = count;
            }
        }
        aliases.erase(result.label);
        result.aliases.assign(aliases.begin(), aliases.end());
        result.titles.assign(titles.begin(), titles.end());
        if (!result.is_named && result.kind != NodeKind::Country && members.size() == 1) {
            result.distinct = (*documents_)[candidates_[members.front()].document].document.id;
        }
        return result;
    }

    template <class Key>
    static Key most(const std::map<Key, std::size_t> &counts) {
        return std::max_element(counts.begin(), counts.end(),
                                [](const auto &a, const auto &b) { return a.second < b.second; })
            ->first;
    }

    const std::vector<Observations> *documents_;
    std::vector<Candidate> candidates_;
};

} // namespace

EntityResolution::EntityResolution(const std::vector<Observations> &documents)
    : entities_(EntityJoiner(documents).run()) {
    for (const Observations &each : documents) {
        at_.emplace_back(each.entities.size());
    }
    for (std::size_t i = 0; i < entities_.size(); ++i) {
        for (const ResolvedEntity::Member &member : entities_[i].members) {
            at_[member.document][member.entity] = i;
        }
    }
}

} // namespace gainsay
