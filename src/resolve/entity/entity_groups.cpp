#include "resolve/entity/entity_groups.h"

#include "language/misspelling.h"
#include "language/name_form.h"

#include <algorithm>

namespace gainsay {

namespace {

/// The smaller set goes into the larger, so that a group of n candidates costs n log n in all.
template <class Set>
void take_over(Set &into, Set &from) {
    if (into.size() < from.size()) {
        into.swap(from);
    }
    into.insert(from.begin(), from.end());
    Set().swap(from);
}

template <class Set>
bool intersect(const Set &a, const Set &b) {
    const Set &smaller = a.size() < b.size() ? a : b;
    const Set &larger = a.size() < b.size() ? b : a;
    return std::any_of(smaller.begin(), smaller.end(), [&larger](const auto &each) { return larger.contains(each); });
}

/// Whether two full names may be one person's: all words of the one stand in the other (a name without its middle or
/// second surname, the family name first), or the surname is the same and some given name is, or is short for it.
bool may_be_one_name(const std::vector<std::string> &a, const std::vector<std::string> &b,
                     const NameSpelling &spelling) {
    const std::vector<std::string> &shorter = a.size() <= b.size() ? a : b;
    const std::vector<std::string> &longer = a.size() <= b.size() ? b : a;
    const bool within = std::all_of(shorter.begin(), shorter.end(), [&longer](const std::string &word) {
        return std::find(longer.begin(), longer.end(), word) != longer.end();
    });
    if (within) {
        return true;
    }
    const auto alike = [](const std::string &word, const std::string &other) {
        return word == other || is_misspelling(word, other);
    };
    if (a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), alike)) {
        return true;
    }
    return a.back() == b.back() && std::any_of(a.begin(), a.end() - 1, [&](const std::string &word) {
               return std::any_of(b.begin(), b.end() - 1, [&](const std::string &other) {
                   return word == other || is_initial_of(word, other) || spelling.is_short_form(word, other);
               });
           });
}

/// What "Mr.", "first lady" and pronouns tell of the sex.
void count_sexes(const EntityCandidate &candidate, const EntityWords &words, GroupFacts &facts) {
    const auto any = [&words](const std::vector<std::string> &parts, PersonWord sex) {
        return std::any_of(parts.begin(), parts.end(), [&](const std::string &part) { return words.has(sex, part); });
    };
    const auto count = [&](const std::vector<std::string> &parts) {
        facts.female += any(parts, PersonWord::female) ? 1U : 0U;
        facts.male += any(parts, PersonWord::male) ? 1U : 0U;
    };
    for (const std::string &title : candidate.entity->titles) {
        if (candidate.type == NodeKind::Person) {
            count(name_words(title));
        }
    }
    for (const EntityMention &mention : candidate.entity->mentions) {
        if (mention.kind == MentionKind::pronoun) {
            count({name_form(mention.text)});
        }
    }
}

/// What its name tells of a person: the full one as it is compared, and "Jr.".
void add_names(const EntityCandidate &person, const EntityWords &words, GroupFacts &facts) {
    if (!is_surname_alone(person, words)) {
        std::vector<std::string> name;
        for (const std::string &word : person.words) {
            name.push_back(words.spelling().key(word));
        }
        facts.full_names.insert(std::move(name));
    }
    if (!person.generation.empty()) {
        facts.generations.insert(person.generation);
    }
}

} // namespace

EntityGroups::EntityGroups(const std::vector<EntityCandidate> &candidates, const EntityWords &words,
                           const StoryGroups &stories)
    : candidates_(&candidates), words_(&words), stories_(&stories), sets_(candidates.size()),
      facts_(candidates.size()) {
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const EntityCandidate &candidate = candidates[i];
        GroupFacts &facts = facts_[i];
        if (!candidate.country.empty()) {
            facts.countries.emplace(candidate.country, 1);
        }
        for (const std::string &title : candidate.entity->titles) {
            // "Mr." tells nothing.
            if (std::string form = name_form(title); !words.has(PersonWord::address, form)) {
                facts.titles.insert(std::move(form));
            }
        }
        count_sexes(candidate, words, facts);
        facts.stories.insert(stories.of(candidate.document));
        facts.mentions = candidate.entity->mentions.size();
        if (candidate.type == NodeKind::Person && candidate.is_named) {
            add_names(candidate, words, facts);
        }
    }
}

void EntityGroups::separate(const std::vector<std::size_t> &some, const std::vector<std::size_t> &others) {
    for (const std::size_t each : some) {
        facts_[each].sides.emplace(separations_, false);
    }
    for (const std::size_t each : others) {
        facts_[each].sides.emplace(separations_, true);
    }
    ++separations_;
}

bool EntityGroups::are_apart(std::size_t a, std::size_t b) {
    return are_separated(a, b) || names_conflict(a, b);
}

bool EntityGroups::names_conflict(std::size_t a, std::size_t b) {
    const GroupFacts &some = facts(a);
    const GroupFacts &others = facts(b);
    if (!some.generations.empty() && !others.generations.empty() && !intersect(some.generations, others.generations)) {
        return true;
    }
    return std::any_of(some.full_names.begin(), some.full_names.end(), [&](const auto &name) {
        return std::any_of(others.full_names.begin(), others.full_names.end(),
                           [&](const auto &other) { return !may_be_one_name(name, other, words_->spelling()); });
    });
}

bool EntityGroups::are_separated(std::size_t a, std::size_t b) {
    const std::set<std::pair<std::size_t, bool>> &sides = facts(a).sides;
    const std::set<std::pair<std::size_t, bool>> &others = facts(b).sides;
    return std::any_of(sides.begin(), sides.end(), [&others](const auto &side) {
        return others.contains({side.first, !side.second});
    });
}

void EntityGroups::gather_apart(std::size_t hub, std::size_t candidate, MergeRule rule, const std::string &detail) {
    constexpr int most_separations = 8;
    for (int i = 0; i < most_separations; ++i) {
        const auto [place, is_first] = stand_ins_.emplace(hub, candidate);
        if (is_first || find(place->second) == find(candidate)) {
            return;
        }
        if (!are_apart(place->second, candidate)) {
            unite(place->second, candidate, rule, detail);
            return;
        }
        hub = place->second;
    }
}

bool EntityGroups::unite(std::size_t a, std::size_t b, MergeRule rule, std::string detail) {
    const std::size_t first = sets_.find(a);
    const std::size_t second = sets_.find(b);
    if (first == second) {
        return true;
    }
    const bool users = rule == MergeRule::override_same || rule == MergeRule::dictionary;
    if (users ? are_separated(first, second) : are_apart(first, second)) {
        if (!users && are_separated(first, second)) {
            gather_apart(a, b, rule, detail);
        }
        return false;
    }
    sets_.unite(first, second);
    GroupFacts &into = facts_[std::min(first, second)];
    GroupFacts &from = facts_[std::max(first, second)];
    for (const auto &[country, count] : from.countries) {
        into.countries[country] += count;
    }
    from.countries.clear();
    into.female += from.female;
    into.male += from.male;
    into.mentions += from.mentions;
    take_over(into.full_names, from.full_names);
    take_over(into.generations, from.generations);
    take_over(into.titles, from.titles);
    take_over(into.stories, from.stories);
    take_over(into.sides, from.sides);
    merges_.push_back({a, b, rule, std::move(detail)});
    return true;
}

bool EntityGroups::share_story(std::size_t a, std::size_t b) {
    return intersect(facts(a).stories, facts(b).stories);
}

bool EntityGroups::countries_differ(std::size_t a, std::size_t b) {
    const std::map<std::string, std::size_t> &some = facts(a).countries;
    const std::map<std::string, std::size_t> &others = facts(b).countries;
    return !some.empty() && !others.empty() &&
           std::none_of(some.begin(), some.end(), [&others](const auto &each) { return others.contains(each.first); });
}

bool EntityGroups::genders_differ(std::size_t a, std::size_t b) {
    const GroupFacts &one = facts(a);
    const GroupFacts &other = facts(b);
    return (one.female > one.male && other.male > other.female) || (one.male > one.female && other.female > other.male);
}

} // namespace gainsay
