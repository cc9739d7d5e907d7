#include "resolve/entity/body_merging.h"

#include "resolve/name/name_form.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

namespace gainsay {

namespace {

bool is_body(NodeKind kind) {
    return kind == NodeKind::Organization || kind == NodeKind::Outlet || kind == NodeKind::Group;
}

/// "IAEA" or "I.A.E.A.": capitals alone.
bool is_acronym(const std::string &name) {
    const auto letters = static_cast<std::size_t>(
        std::count_if(name.begin(), name.end(), [](char each) { return each >= 'A' && each <= 'Z'; }));
    return letters >= 2 &&
           std::all_of(name.begin(), name.end(), [](char each) { return each == '.' || (each >= 'A' && each <= 'Z'); });
}

class BodyMerging {
  public:
    explicit BodyMerging(EntityGroups &groups) : groups_(&groups) {}

    void run() {
        for (std::size_t i = 0; i < groups_->candidates().size(); ++i) {
            const EntityCandidate &each = candidate(i);
            if (each.is_named && (is_body(each.type) || each.type == NodeKind::Place)) {
                named_.push_back(i);
            }
        }
        join_names();
        join_short_names();
        join_initials();
    }

  private:
    const EntityCandidate &candidate(std::size_t index) const { return groups_->candidates()[index]; }
    const EntityWords &words() const { return groups_->words(); }

    /// What the name is compared by; places and bodies apart.
    std::string form_of(std::size_t index) const {
        const EntityCandidate &each = candidate(index);
        std::vector<std::string> spelt;
        for (const std::string &word : each.words) {
            spelt.push_back(words().spelling().key(word));
        }
        if (each.type == NodeKind::Place) {
            // "the Mediterranean Sea" is the Mediterranean.
            if (each.words.size() > 1 && words().has("water", each.words.back())) {
                spelt.pop_back();
            }
            // "Hebei province" is Hebei, "the Kurdistan Autonomous Region" Kurdistan.
            while (spelt.size() > 1 && words().has("region", each.words[spelt.size() - 1])) {
                spelt.pop_back();
            }
            return "place " + joined(spelt);
        }
        const std::string *known = words().known_body(joined(each.words));
        return known != nullptr ? *known : joined(spelt);
    }

    bool is_common(std::size_t index) const {
        const EntityCandidate &each = candidate(index);
        return is_body(each.type) && words().known_body(joined(each.words)) == nullptr && words().is_common(each.words);
    }

    /// "the Senate", "the Supreme Court": without a state, those of the one that the articles are about.
    bool is_chamber(std::size_t index) const {
        const std::vector<std::string> &all = candidate(index).words;
        return std::any_of(all.begin(), all.end(),
                           [this](const std::string &word) { return words().has("chamber", word); });
    }

    void join_names() {
        // By name and state; a common name without state by name and story.
        std::unordered_map<std::string, std::map<std::string, std::size_t>> by_name;
        std::vector<std::size_t> stateless;
        for (const std::size_t i : named_) {
            std::string name = form_of(i);
            const std::string &country = candidate(i).country;
            if (country.empty() && is_common(i) && !is_chamber(i)) {
                name += " in story " + std::to_string(groups_->stories().of(candidate(i).document));
            }
            const auto [first, is_new] = by_name[name].emplace(country, i);
            if (!is_new) {
                join(first->second, i);
            }
            if (country.empty() && is_new) {
                stateless.push_back(i);
            }
        }
        for (const std::size_t i : stateless) {
            const std::string name = form_of(i);
            std::optional<std::size_t> only;
            std::size_t count = 0;
            for (const auto &[country, first] : by_name[name]) {
                if (!country.empty() && (!is_common(i) || is_chamber(i) || groups_->share_story(first, i))) {
                    only = first;
                    ++count;
                }
            }
            if (count == 1) {
                join(*only, i);
            }
        }
    }

    void join(std::size_t a, std::size_t b) {
        const bool same = joined(candidate(a).words) == joined(candidate(b).words);
        groups_->unite(a, b, same ? MergeRule::same_name : MergeRule::known_alias);
    }

    /// A name that some document gives beside a fuller one: who is called so alone is that body, where only one is.
    void join_short_names() {
        std::unordered_map<std::string, std::vector<std::size_t>> owners;
        for (const std::size_t i : named_) {
            const EntityCandidate &each = candidate(i);
            if (!is_body(each.type)) {
                continue;
            }
            for (const std::string &alias : each.entity->aliases) {
                const std::vector<std::string> alias_words = name_words(alias);
                if (!alias_words.empty() && joined(alias_words) != joined(each.words)) {
                    owners[joined(alias_words)].push_back(i);
                }
            }
        }
        std::unordered_map<std::string, std::set<std::size_t>> roots;
        for (const auto &[alias, bearers] : owners) {
            for (const std::size_t bearer : bearers) {
                roots[alias].insert(groups_->find(bearer));
            }
        }
        for (const std::size_t i : named_) {
            const auto found = is_body(candidate(i).type) ? roots.find(joined(candidate(i).words)) : roots.end();
            if (found != roots.end()) {
                join_with_owner(i, found->second);
            }
        }
    }

    void join_with_owner(std::size_t body, const std::set<std::size_t> &owners) {
        // A word like "Commission" is everybody's: the same affair must be told.
        const bool common = is_common(body);
        std::set<std::size_t> possible;
        std::set<std::size_t> in_story;
        for (const std::size_t owner : owners) {
            if (!groups_->countries_differ(owner, body) && !groups_->are_apart(owner, body)) {
                possible.insert(groups_->find(owner));
                if ((common || owners.size() > 1) && groups_->share_story(owner, body)) {
                    in_story.insert(groups_->find(owner));
                }
            }
        }
        if (possible.size() == 1 && !common) {
            groups_->unite(*possible.begin(), body, MergeRule::alias_in_text);
        } else if (in_story.size() == 1) {
            groups_->unite(*in_story.begin(), body, MergeRule::alias_in_text);
        }
    }

    void join_initials() {
        std::map<std::pair<std::size_t, std::string>, std::vector<std::size_t>> by_initials;
        for (const std::size_t i : named_) {
            const EntityCandidate &each = candidate(i);
            if (!is_body(each.type) || each.words.size() < 2) {
                continue;
            }
            std::string all;
            std::string telling;
            for (const std::string &word : each.words) {
                all += word.front();
                telling +=
                    words().has("link", word) || words().has("empty", word) || word == "and" ? "" : word.substr(0, 1);
            }
            const std::size_t story = groups_->stories().of(each.document);
            by_initials[{story, all}].push_back(i);
            if (telling != all) {
                by_initials[{story, telling}].push_back(i);
            }
        }
        for (const std::size_t i : named_) {
            const EntityCandidate &each = candidate(i);
            if (!is_body(each.type) || !is_acronym(each.entity->name)) {
                continue;
            }
            std::set<std::size_t> possible;
            const auto found = by_initials.find({groups_->stories().of(each.document), joined(each.words)});
            if (found != by_initials.end()) {
                for (const std::size_t full : found->second) {
                    if (!groups_->countries_differ(full, i)) {
                        possible.insert(groups_->find(full));
                    }
                }
            }
            if (possible.size() == 1) {
                groups_->unite(*possible.begin(), i, MergeRule::initials);
            }
        }
    }

    EntityGroups *groups_;
    std::vector<std::size_t> named_;
};

class DescriptionMerging {
  public:
    explicit DescriptionMerging(EntityGroups &groups) : groups_(&groups) {}

    void run() {
        join_administrations();
        using Block = std::pair<std::size_t, std::string>;
        std::map<Block, std::vector<std::size_t>> blocks;
        for (std::size_t i = 0; i < groups_->candidates().size(); ++i) {
            const EntityCandidate &each = groups_->candidates()[i];
            const std::string block = block_of(each);
            if (!block.empty()) {
                blocks[{groups_->stories().of(each.document), block}].push_back(i);
            }
        }
        join_entourages();
        for (const auto &[block, members] : blocks) {
            if (block.second == "media") {
                for (const std::size_t i : members) {
                    groups_->unite(members.front(), i, MergeRule::same_description);
                }
            } else {
                join_fitting(members);
            }
        }
    }

  private:
    /// "the Berg administration", in whatever affair: a person whom the article names has one.
    void join_administrations() {
        std::set<std::pair<std::size_t, std::string>> surnames;
        for (const EntityCandidate &each : groups_->candidates()) {
            if (each.type == NodeKind::Person && each.is_named) {
                surnames.emplace(each.document, each.words.back());
            }
        }
        std::map<std::string, std::size_t> first;
        for (std::size_t i = 0; i < groups_->candidates().size(); ++i) {
            const EntityCandidate &each = groups_->candidates()[i];
            if (each.type == NodeKind::Organization && !each.is_named && each.modifiers.size() == 1 &&
                groups_->words().has("rule", each.head) &&
                surnames.count({each.document, each.modifiers.front()}) != 0) {
                groups_->unite(first.emplace(each.modifiers.front(), i).first->second, i, MergeRule::same_description);
            }
        }
    }

    /// "Berg's office" and "Berg's team".
    void join_entourages() {
        std::map<std::pair<std::size_t, std::vector<std::string>>, std::size_t> first;
        for (std::size_t i = 0; i < groups_->candidates().size(); ++i) {
            const EntityCandidate &each = groups_->candidates()[i];
            const bool of_state = std::any_of(each.modifiers.begin(), each.modifiers.end(),
                                              [](const std::string &word) { return word.front() == '@'; });
            if (each.type != NodeKind::Organization || each.is_named || each.modifiers.empty() || of_state ||
                !groups_->words().has("entourage", each.head)) {
                continue;
            }
            const std::pair key(groups_->stories().of(each.document), each.modifiers);
            const std::size_t other = first.emplace(key, i).first->second;
            if (other != i && fits(other, i)) {
                groups_->unite(other, i, MergeRule::same_description);
            }
        }
    }

    /// Descriptions that may be one stand in one block; empty for what is no description of one thing.
    std::string block_of(const EntityCandidate &each) const {
        const EntityWords &words = groups_->words();
        if (each.head.empty()) {
            return {};
        }
        if (!each.is_named && words.has("once", each.head) &&
            (each.type == NodeKind::Group || each.type == NodeKind::Organization)) {
            return "once " + each.head;
        }
        switch (each.type) {
        case NodeKind::Organization:
            return !each.is_named || words.has("body", each.head) ? "body " + each.head : std::string();
        case NodeKind::Group:
            return each.is_named                   ? std::string()
                   : words.has("media", each.head) ? "media"
                   : is_counted(each)              ? std::string()
                                                   : "group " + each.head;
        case NodeKind::Person:
            return !each.is_named && !words.has("unspecific", each.head) ? "person " + each.head : std::string();
        default:
            return {};
        }
    }

    /// "three teachers", "about 20 teachers": some of many, and others elsewhere.
    bool is_counted(const EntityCandidate &each) const {
        return std::any_of(each.words.begin(), each.words.end(), [this](const std::string &word) {
            return groups_->words().has("count", word) ||
                   std::any_of(word.begin(), word.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
        });
    }

    /// "officials", "residents": alone they can be any.
    bool is_unspecific_group(const EntityCandidate &each) const {
        const std::string &head = each.head;
        return each.type == NodeKind::Group && (groups_->words().has("unspecific", head) ||
                                                (head.size() > 1 && head.back() == 's' &&
                                                 groups_->words().has("unspecific", head.substr(0, head.size() - 1))));
    }

    void join_fitting(const std::vector<std::size_t> &members) {
        // One for each set of words.
        std::map<std::vector<std::string>, std::vector<std::size_t>> by_words;
        for (const std::size_t i : members) {
            by_words[groups_->candidates()[i].modifiers].push_back(i);
        }
        std::vector<const std::vector<std::string> *> order;
        for (const auto &[modifiers, same] : by_words) {
            for (const std::size_t i : same) {
                const EntityCandidate &each = groups_->candidates()[i];
                const bool anyones = modifiers.empty() && (is_anyones(each.head) || is_unspecific_group(each));
                if (same.front() != i && fits(same.front(), i) && !anyones) {
                    groups_->unite(same.front(), i, MergeRule::same_description);
                }
            }
            order.push_back(&modifiers);
        }
        // From the fullest on: each joins the only fuller group that has all its words.
        std::stable_sort(order.begin(), order.end(),
                         [](const auto *a, const auto *b) { return a->size() > b->size(); });
        std::map<std::string, std::vector<std::size_t>> with_word;
        std::vector<std::size_t> all;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const std::vector<std::string> &modifiers = *order[i];
            const std::vector<std::size_t> &fullest = modifiers.empty() ? all : with_word[rarest(modifiers, with_word)];
            const Fuller fuller = i == 0 ? Fuller() : find_fuller(modifiers, order, fullest, by_words);
            for (const std::size_t brief : by_words[modifiers]) {
                if (!is_unspecific_group(groups_->candidates()[brief])) {
                    join_fuller(brief, modifiers, fuller);
                }
            }
            all.push_back(i);
            for (const std::string &word : modifiers) {
                with_word[word].push_back(i);
            }
        }
    }

    /// Every state or town has one, and alone it tells nothing, but where an affair has but one.
    bool is_anyones(const std::string &head) const {
        return groups_->words().has("anyones", head) && !groups_->words().has("once", head);
    }

    /// Candidates whose words are more than those of a brief description.
    struct Fuller {
        /// In the order of candidates, and so of documents.
        std::vector<std::size_t> all;
        /// One for each group and set of words.
        std::vector<std::size_t> different;
    };

    /// The word of the description that the fewest fuller ones have.
    static const std::string &rarest(const std::vector<std::string> &modifiers,
                                     std::map<std::string, std::vector<std::size_t>> &with_word) {
        return *std::min_element(modifiers.begin(), modifiers.end(), [&](const std::string &a, const std::string &b) {
            return with_word[a].size() < with_word[b].size();
        });
    }

    Fuller find_fuller(const std::vector<std::string> &modifiers,
                       const std::vector<const std::vector<std::string> *> &order,
                       const std::vector<std::size_t> &places,
                       const std::map<std::vector<std::string>, std::vector<std::size_t>> &by_words) {
        Fuller result;
        for (const std::size_t i : places) {
            if (order[i]->size() == modifiers.size() ||
                !std::includes(order[i]->begin(), order[i]->end(), modifiers.begin(), modifiers.end())) {
                continue;
            }
            const std::vector<std::size_t> &same = by_words.at(*order[i]);
            std::set<std::pair<std::size_t, bool>> seen;
            for (const std::size_t each : same) {
                if (seen.emplace(groups_->find(each), groups_->candidates()[each].is_named).second) {
                    result.different.push_back(each);
                }
            }
            result.all.insert(result.all.end(), same.begin(), same.end());
        }
        std::sort(result.all.begin(), result.all.end());
        return result;
    }

    void join_fuller(std::size_t brief, const std::vector<std::string> &modifiers, const Fuller &fuller) {
        std::set<std::size_t> here;
        std::set<std::size_t> possible;
        const std::size_t document = groups_->candidates()[brief].document;
        const auto before = [this](std::size_t each, std::size_t d) {
            return groups_->candidates()[each].document < d;
        };
        for (auto each = std::lower_bound(fuller.all.begin(), fuller.all.end(), document, before);
             each != fuller.all.end() && groups_->candidates()[*each].document == document; ++each) {
            if (may_be_short_for(*each, brief) && fits(*each, brief)) {
                possible.insert(groups_->find(*each));
                here.insert(groups_->find(*each));
            }
        }
        // Where the document has one, or two are possible, the others teach nothing more.
        for (auto each = fuller.different.begin();
             here.empty() && possible.size() < 2 && each != fuller.different.end(); ++each) {
            if (may_be_short_for(*each, brief) && fits(*each, brief)) {
                possible.insert(groups_->find(*each));
            }
        }
        // "the military", "the group" of another document can be anybody's.
        const bool anyones = modifiers.empty() && is_anyones(groups_->candidates()[brief].head);
        const std::set<std::size_t> &found = here.empty() && !anyones ? possible : here;
        if (found.size() == 1) {
            const bool named = groups_->candidates()[brief].is_named;
            groups_->unite(*found.begin(), brief, named ? MergeRule::part_of_name : MergeRule::same_description);
        }
    }

    /// "the bilateral commission" is short for "U.S.-Russia Bilateral Presidential Commission"; "the Syrian army" is
    /// not short for "Free Syrian Army": a name loses what says whose and what for, not what makes it a name.
    bool may_be_short_for(std::size_t fuller, std::size_t brief) const {
        const EntityCandidate &full = groups_->candidates()[fuller];
        const std::vector<std::string> &kept = groups_->candidates()[brief].modifiers;
        return !full.is_named || !groups_->words().has("anyones", full.head) ||
               std::all_of(full.modifiers.begin(), full.modifiers.end(), [&](const std::string &word) {
                   return word.front() == '@' || groups_->words().is_common({word}) ||
                          std::binary_search(kept.begin(), kept.end(), word);
               });
    }

    bool fits(std::size_t a, std::size_t b) {
        return !groups_->countries_differ(a, b) && !groups_->genders_differ(a, b) && !groups_->are_apart(a, b);
    }

    EntityGroups *groups_;
};

} // namespace

void merge_states(EntityGroups &groups) {
    std::unordered_map<std::string, std::size_t> states;
    for (std::size_t i = 0; i < groups.candidates().size(); ++i) {
        const EntityCandidate &each = groups.candidates()[i];
        if (each.type == NodeKind::Country) {
            const std::string key = each.country.empty() ? joined(each.words) : "@" + each.country;
            groups.unite(states.emplace(key, i).first->second, i, MergeRule::same_state);
        }
    }
}

void merge_bodies(EntityGroups &groups) {
    BodyMerging(groups).run();
}

void merge_descriptions(EntityGroups &groups) {
    DescriptionMerging(groups).run();
}

void merge_across_kinds(EntityGroups &groups) {
    std::unordered_map<std::string, std::map<NodeKind, std::size_t>> by_name;
    for (std::size_t i = 0; i < groups.candidates().size(); ++i) {
        const EntityCandidate &each = groups.candidates()[i];
        if (!each.is_named || each.type == NodeKind::Country || each.words.empty()) {
            continue;
        }
        // One word alone is many things: a place and a body of that name must stand in articles on the same affair.
        std::string name = joined(each.words);
        if (each.words.size() == 1) {
            if (each.type == NodeKind::Person) {
                continue;
            }
            name += " in story " + std::to_string(groups.stories().of(each.document));
        }
        by_name[name].emplace(each.type, i);
    }
    for (std::size_t i = 0; i < groups.candidates().size(); ++i) {
        const EntityCandidate &each = groups.candidates()[i];
        if (!each.is_named || each.type == NodeKind::Country || each.words.size() < 2) {
            continue;
        }
        const auto found = by_name.find(joined(each.words));
        if (found != by_name.end() && found->second.size() > 1) {
            const std::size_t first = found->second.begin()->second;
            if (!groups.countries_differ(first, i)) {
                groups.unite(first, i, MergeRule::other_kind);
            }
        }
    }
    for (const auto &[name, kinds] : by_name) {
        if (kinds.size() > 1 && name.find(" in story ") != std::string::npos) {
            for (const auto &[kind, i] : kinds) {
                if (!groups.countries_differ(kinds.begin()->second, i)) {
                    groups.unite(kinds.begin()->second, i, MergeRule::other_kind);
                }
            }
        }
    }
}

} // namespace gainsay
