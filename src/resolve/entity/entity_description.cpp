#include "resolve/entity/entity_description.h"

#include "graph/records.h"
#include "graph_schema/doubtful_merge.h"
#include "language/name_form.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace gainsay {

namespace {

template <class Key>
Key most(const std::map<Key, std::size_t> &counts) {
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto &a, const auto &b) { return a.second < b.second; })
        ->first;
}

class GroupDescription {
  public:
    GroupDescription(EntityGroups &groups, const std::vector<Observations> &documents,
                     const std::unordered_map<std::size_t, std::string> &labels, const ActorDictionary *actors)
        : groups_(&groups), documents_(&documents), labels_(&labels), actors_(actors) {}

    std::vector<ResolvedEntity> run() {
        std::map<std::size_t, std::vector<std::size_t>> members;
        for (std::size_t i = 0; i < groups_->candidates().size(); ++i) {
            members[groups_->find(i)].push_back(i);
        }
        std::vector<ResolvedEntity> result;
        std::unordered_map<std::size_t, std::size_t> place;
        for (const auto &[first, group] : members) {
            place.emplace(first, result.size());
            result.push_back(describe(group));
        }
        add_reasons(result, place);
        add_doubtful_merges(result, place);
        name_apart(result);
        label_apart(result);
        return result;
    }

  private:
    const EntityCandidate &candidate(std::size_t index) const { return groups_->candidates()[index]; }

    ResolvedEntity describe(const std::vector<std::size_t> &members) const {
        ResolvedEntity result;
        std::map<NodeKind, std::size_t> kinds;
        std::set<std::string> titles;
        std::set<std::string> aliases;
        std::set<std::string> offices;
        std::set<std::string> owners;
        std::map<std::string, std::size_t> countries;
        bool fixed = false;
        for (const std::size_t i : members) {
            const EntityCandidate &each = candidate(i);
            result.members.push_back({each.document, each.index});
            result.is_named = result.is_named || each.is_named;
            if (each.has_fixed_kind) {
                fixed = true;
                result.kind = each.type;
            }
            // Names tell the kind better than descriptions.
            constexpr std::size_t name_weight = 4;
            kinds[each.type] += each.is_named ? name_weight * (each.entity->mentions.size() + 1) : 1;
            aliases.insert(each.entity->name);
            aliases.insert(each.entity->aliases.begin(), each.entity->aliases.end());
            titles.insert(each.entity->titles.begin(), each.entity->titles.end());
            // "US Secretary" is a title of who bears it.
            if (!each.is_named && each.type == NodeKind::Person && each.entity->named) {
                offices.insert(each.entity->name);
            }
            for (const std::string &modifier : each.modifiers) {
                if (modifier.front() == '@') {
                    owners.insert(modifier);
                }
            }
            if (!each.country.empty()) {
                ++countries[each.country];
            }
        }
        if (!fixed) {
            result.kind = most(kinds);
        }
        // "the U.S.-Russia commission" is nobody's alone.
        const bool shared = result.kind == NodeKind::Organization && owners.size() > 1;
        result.country = countries.empty() || shared ? "" : most(countries);
        if (result.is_named) {
            titles.merge(offices);
        }
        result.label = label(members, result);
        aliases.erase(result.label);
        result.aliases.assign(aliases.begin(), aliases.end());
        result.titles.assign(titles.begin(), titles.end());
        add_codes(members, result);
        return result;
    }

    /// How often a name is given.
    struct Use {
        std::size_t members = 0;
        std::size_t mentions = 0;
    };

    /// The user's label; a dictionary's; the name that most documents give: for a person one with given name and
    /// surname.
    std::string label(const std::vector<std::size_t> &members, const ResolvedEntity &entity) const {
        std::map<std::string, Use> counts;
        std::string users;
        for (const std::size_t i : members) {
            const EntityCandidate &each = candidate(i);
            if (const auto own = labels_->find(i); own != labels_->end()) {
                users = own->second;
            }
            if (each.is_named || !entity.is_named) {
                ++counts[each.entity->name].members;
                counts[each.entity->name].mentions += 1 + each.entity->mentions.size();
            }
        }
        if (!users.empty()) {
            return users;
        }
        const bool of_media =
            !entity.is_named && groups_->words().has(EntityWord::media, candidate(members.front()).head);
        const auto rank = [&](const auto &named) {
            return entity.is_named ? rank_of_name(named.first, named.second, entity)
                                   : rank_of_description(named.first, named.second, entity, of_media);
        };
        return std::max_element(counts.begin(), counts.end(),
                                [&](const auto &a, const auto &b) { return rank(a) < rank(b); })
            ->first;
    }

    /// The greater the better, the first counts most.
    using LabelRank = std::array<std::size_t, 4>;

    static LabelRank rank_of_name(const std::string &name, const Use &use, const ResolvedEntity &entity) {
        const std::size_t words = std::min<std::size_t>(name_words(name).size(), 2);
        return {entity.kind == NodeKind::Person ? words : 0, use.mentions, name.size(), 0};
    }

    LabelRank rank_of_description(const std::string &name, const Use &use, const ResolvedEntity &entity,
                                  bool of_media) const {
        const std::vector<std::string> words = name_words(name);
        const std::size_t length = words.size();
        // "protesters", as three texts have them, and not "the mostly young protesters" of one.
        const bool common = !of_media && use.members > 1;
        const std::size_t shared = !common ? 0 : length > 1 ? 2 : entity.kind == NodeKind::Group ? 1 : 0;
        return {shared, fullness(words, of_media), use.mentions, name.size()};
    }

    /// Of what is only described, the fullest words that two texts have, or else of those that one reads at a glance;
    /// "media reports", and not what one of them calls them: "false reports".
    std::size_t fullness(const std::vector<std::string> &words, bool of_media) const {
        constexpr std::size_t most_words = 5;
        if (!of_media) {
            return words.size() <= most_words ? words.size() : 1;
        }
        const bool plain = std::all_of(words.begin(), words.end(), [this](const std::string &word) {
            return groups_->words().has(EntityWord::media, word);
        });
        return plain ? words.size() : 0;
    }

    void add_codes(const std::vector<std::size_t> &members, ResolvedEntity &entity) const {
        std::set<std::string> codes;
        for (const std::size_t i : members) {
            if (!candidate(i).actor) {
                continue;
            }
            const std::optional<std::string> &published = (*documents_)[candidate(i).document].document.published;
            const std::optional<Date> date = published ? parse_date(*published) : std::nullopt;
            for (const ActorCode &code : (*actors_)[*candidate(i).actor].codes) {
                if (holds_at(code, date)) {
                    codes.insert(code.code);
                }
            }
        }
        entity.codes.assign(codes.begin(), codes.end());
    }

    void add_reasons(std::vector<ResolvedEntity> &result,
                     const std::unordered_map<std::size_t, std::size_t> &place) const {
        std::vector<std::map<std::string, std::size_t>> counts(result.size());
        for (const Merge &merge : groups_->merges()) {
            std::string first = candidate(merge.first).entity->name;
            std::string second = candidate(merge.second).entity->name;
            if (second < first) {
                std::swap(first, second);
            }
            std::string reason = "\"" + first + "\"" + (first == second ? "" : " and \"" + second + "\"") + ": ";
            reason += text_of(merge.rule);
            if (!merge.detail.empty()) {
                reason += " (" + merge.detail + ")";
            }
            ++counts[place.at(groups_->find(merge.first))][reason];
        }
        constexpr std::size_t most_reasons = 40;
        for (std::size_t i = 0; i < result.size(); ++i) {
            std::vector<std::pair<std::string, std::size_t>> order(counts[i].begin(), counts[i].end());
            std::stable_sort(order.begin(), order.end(),
                             [](const auto &a, const auto &b) { return a.second > b.second; });
            order.resize(std::min(order.size(), most_reasons));
            for (const auto &[reason, count] : order) {
                result[i].reasons.push_back(count == 1 ? reason : reason + " (" + std::to_string(count) + " times)");
            }
        }
    }

    void add_doubtful_merges(std::vector<ResolvedEntity> &result,
                             const std::unordered_map<std::size_t, std::size_t> &place) const {
        std::vector<std::vector<DoubtfulMerge>> doubtful(result.size());
        // Of many articles that use the same two names, one stands for all; so does the user's word on one.
        std::set<std::tuple<std::size_t, std::string, std::string>> seen;
        const auto names_of = [this](const Merge &merge) {
            return std::minmax(candidate(merge.first).entity->name, candidate(merge.second).entity->name);
        };
        for (const Merge &merge : groups_->merges()) {
            if (merge.rule == MergeRule::override_same) {
                seen.emplace(groups_->find(merge.first), names_of(merge).first, names_of(merge).second);
            }
        }
        for (const Merge &merge : groups_->merges()) {
            const int percent = sureness_of(merge.rule);
            if (percent < least_sure_merge &&
                seen.emplace(groups_->find(merge.first), names_of(merge).first, names_of(merge).second).second) {
                doubtful[place.at(groups_->find(merge.first))].push_back(
                    {percent, reference_to(merge.first), reference_to(merge.second), text_of(merge.rule)});
            }
        }
        for (std::size_t i = 0; i < result.size(); ++i) {
            result[i].doubtful_merges = doubtful_texts(std::move(doubtful[i]));
        }
    }

    /// "Kerry@rt", as an override file names it.
    std::string reference_to(std::size_t index) const {
        return candidate(index).entity->name + "@" + (*documents_)[candidate(index).document].document.id;
    }

    /// Ids: those of one kind and name get their state behind it, or their first document where that does not help.
    void name_apart(std::vector<ResolvedEntity> &result) const {
        std::map<std::string, std::vector<ResolvedEntity *>> by_id;
        for (ResolvedEntity &each : result) {
            each.id = node_id(each.kind, each.label, each.is_named ? std::string() : first_document(each));
            by_id[each.id].push_back(&each);
        }
        std::set<std::string> taken;
        for (auto &[id, bearers] : by_id) {
            std::set<std::string> countries;
            for (const ResolvedEntity *each : bearers) {
                countries.insert(each->country);
            }
            for (ResolvedEntity *each : bearers) {
                if (bearers.size() > 1) {
                    const bool told = countries.size() == bearers.size() && !each->country.empty();
                    each->id = node_id(each->kind, each->label, told ? each->country : first_document(*each));
                }
                const std::string wanted = each->id;
                for (int number = 2; !taken.insert(each->id).second; ++number) {
                    each->id = wanted + "-" + std::to_string(number);
                }
            }
        }
    }

    /// Labels: of those of one kind whose names read alike, the most told of keeps its label, and the others say behind
    /// theirs what tells them apart: office, state, or else the article that tells of them. The name stays as an alias.
    /// What is only described ("police") keeps the words by which its article calls it.
    void label_apart(std::vector<ResolvedEntity> &result) const {
        std::map<std::pair<NodeKind, std::string>, std::vector<ResolvedEntity *>> alike;
        std::set<std::string> users;
        for (const auto &[candidate, label] : *labels_) {
            users.insert(label);
        }
        for (ResolvedEntity &each : result) {
            if (each.is_named && !users.contains(each.label)) {
                alike[{each.kind, name_form(each.label)}].push_back(&each);
            }
        }
        for (auto &[name, bearers] : alike) {
            if (bearers.size() < 2) {
                continue;
            }
            std::stable_sort(bearers.begin(), bearers.end(), [this](const ResolvedEntity *a, const ResolvedEntity *b) {
                return mention_count(*a) > mention_count(*b);
            });
            std::map<std::string, std::size_t> taken{{"", 1}};
            for (std::size_t i = 1; i < bearers.size(); ++i) {
                ResolvedEntity &each = *bearers[i];
                const std::string mark = mark_of(each, bearers);
                const std::size_t number = ++taken[mark];
                const std::string plain = each.label;
                each.label += " (" + mark + (number > 1 ? "; " + std::to_string(number) : "") + ")";
                each.aliases.push_back(plain);
                std::sort(each.aliases.begin(), each.aliases.end());
                each.aliases.erase(std::unique(each.aliases.begin(), each.aliases.end()), each.aliases.end());
            }
        }
    }

    std::size_t mention_count(const ResolvedEntity &entity) const {
        std::size_t count = 0;
        for (const ResolvedEntity::Member &member : entity.members) {
            count += (*documents_)[member.document].entities[member.entity].mentions.size();
        }
        return count;
    }

    /// What tells the entity from all others of its name, for people.
    std::string mark_of(const ResolvedEntity &entity, const std::vector<ResolvedEntity *> &bearers) const {
        const auto is_own = [&](auto part) {
            return std::all_of(bearers.begin(), bearers.end(), [&](const ResolvedEntity *each) {
                return each == &entity || part(*each) != part(entity);
            });
        };
        if (entity.kind == NodeKind::Person && entity.is_named) {
            for (const std::string &title : entity.titles) {
                const bool is_others = std::any_of(bearers.begin(), bearers.end(), [&](const ResolvedEntity *each) {
                    return each != &entity &&
                           std::find(each->titles.begin(), each->titles.end(), title) != each->titles.end();
                });
                if (!is_others && !groups_->words().has(PersonWord::address, name_form(title))) {
                    return title;
                }
            }
        }
        const std::string *country = groups_->words().country_name(entity.country);
        if (country != nullptr && is_own([](const ResolvedEntity &each) { return each.country; })) {
            return *country;
        }
        return source_of((*documents_)[entity.members.front().document].document);
    }

    /// "New York Times, 2016-09-16", the first words of its title, or its id.
    static std::string source_of(const ObservedDocument &document) {
        if (document.outlet && !document.outlet->empty()) {
            return *document.outlet + (document.published ? ", " + *document.published : "");
        }
        if (!document.title || document.title->empty()) {
            return document.id;
        }
        constexpr int most_words = 6;
        std::size_t end = 0;
        for (int words = 0; words < most_words && end != std::string::npos; ++words) {
            end = document.title->find(' ', end == 0 ? 0 : end + 1);
        }
        return end == std::string::npos ? *document.title : document.title->substr(0, end) + " …";
    }

    std::string first_document(const ResolvedEntity &entity) const {
        return (*documents_)[entity.members.front().document].document.id;
    }

    EntityGroups *groups_;
    const std::vector<Observations> *documents_;
    const std::unordered_map<std::size_t, std::string> *labels_;
    const ActorDictionary *actors_;
};

} // namespace

std::vector<ResolvedEntity> describe_groups(EntityGroups &groups, const std::vector<Observations> &documents,
                                            const std::unordered_map<std::size_t, std::string> &labels,
                                            const ActorDictionary *actors) {
    return GroupDescription(groups, documents, labels, actors).run();
}

} // namespace gainsay
