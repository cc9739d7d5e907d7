#include "resolve/entity/body_merging.h"

#include "language/name_form.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

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
            if (each.words.size() > 1 && words().has(EntityWord::water, each.words.back())) {
                spelt.pop_back();
            }
            // "Hebei province" is Hebei, "the Kurdistan Autonomous Region" Kurdistan.
            while (spelt.size() > 1 && words().has(EntityWord::region, each.words[spelt.size() - 1])) {
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
                           [this](const std::string &word) { return words().has(EntityWord::chamber, word); });
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

    using InitialsInStory = std::pair<std::size_t, std::string>;

    /// "IAEA" in articles on the same affair as a body with those initials.
    void join_initials() {
        const std::map<InitialsInStory, std::vector<std::size_t>> by_initials = bodies_by_initials();
        for (const std::size_t i : named_) {
            const EntityCandidate &each = candidate(i);
            if (!is_body(each.type) || !is_acronym(each.entity->name)) {
                continue;
            }
            const auto found = by_initials.find({groups_->stories().of(each.document), joined(each.words)});
            if (found == by_initials.end()) {
                continue;
            }
            std::set<std::size_t> possible;
            for (const std::size_t full : found->second) {
                if (!groups_->countries_differ(full, i)) {
                    possible.insert(groups_->find(full));
                }
            }
            if (possible.size() == 1) {
                groups_->unite(*possible.begin(), i, MergeRule::initials);
            }
        }
    }

    /// By the initials of all words, and by those of the words that tell something.
    std::map<InitialsInStory, std::vector<std::size_t>> bodies_by_initials() const {
        std::map<InitialsInStory, std::vector<std::size_t>> by_initials;
        for (const std::size_t i : named_) {
            const EntityCandidate &each = candidate(i);
            if (!is_body(each.type) || each.words.size() < 2) {
                continue;
            }
            std::string all;
            std::string telling;
            for (const std::string &word : each.words) {
                const bool tells =
                    !words().has(EntityWord::link, word) && !words().has(EntityWord::empty, word) && word != "and";
                all += word.front();
                telling += tells ? word.substr(0, 1) : "";
            }
            const std::size_t story = groups_->stories().of(each.document);
            by_initials[{story, all}].push_back(i);
            if (telling != all) {
                by_initials[{story, telling}].push_back(i);
            }
        }
        return by_initials;
    }

    EntityGroups *groups_;
    std::vector<std::size_t> named_;
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

} // namespace gainsay
