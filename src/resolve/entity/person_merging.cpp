#include "resolve/entity/person_merging.h"

#include "base/number.h"
#include "resolve/name/name_form.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

namespace gainsay {

namespace {

/// Words between given name and surname that are no particles.
std::vector<std::string> middle_names(const EntityCandidate &person, const EntityWords &words) {
    std::vector<std::string> middle;
    for (std::size_t i = 1; i + 1 < person.words.size(); ++i) {
        if (!words.has("particle", person.words[i])) {
            middle.push_back(person.words[i]);
        }
    }
    return middle;
}

bool is_initial_of(const std::string &a, const std::string &b) {
    return (a.size() == 1 || b.size() == 1) && !a.empty() && !b.empty() && a.front() == b.front();
}

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
        join_surnames();
    }

  private:
    const EntityCandidate &candidate(std::size_t index) const { return groups_->candidates()[index]; }
    std::string surname(std::size_t index) const { return spelling_->key(candidate(index).words.back()); }
    /// The name that one goes by: "Mark" of "W. Mark Holm".
    std::string given(std::size_t index) const {
        const std::vector<std::string> &words = candidate(index).words;
        const bool initial = words.size() > 2 && words[0].size() == 1 && words[1].size() > 1;
        return spelling_->key(words[initial ? 1 : 0]);
    }

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
        const std::vector<std::string> some = middle_names(candidate(a), groups_->words());
        const std::vector<std::string> others = middle_names(candidate(b), groups_->words());
        const bool middle_differs = !some.empty() && !others.empty() && some.front() != others.front() &&
                                    !is_initial_of(some.front(), others.front());
        // A pronoun may be taken wrongly: in articles on the same affair the name counts more, and a given name that is
        // given to one sex alone.
        return !middle_differs && (!groups_->genders_differ(a, b) || groups_->share_story(a, b) ||
                                   groups_->words().has("name_of_one_sex", candidate(a).words.front()));
    }

    void join(std::size_t a, std::size_t b) {
        const bool same = joined(candidate(a).words) == joined(candidate(b).words);
        groups_->unite(a, b, same ? MergeRule::same_name : MergeRule::spelling);
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

    /// A surname alone.
    void join_surnames() {
        std::unordered_map<std::string, std::set<std::size_t>> bearers;
        for (const std::size_t i : full_) {
            bearers[surname(i)].insert(groups_->find(i));
            full_of_[candidate(i).document].push_back(i);
            // "Xi" of "Xi Jinping": where the family name stands first.
            family_first_[given(i)].insert(groups_->find(i));
        }
        std::map<std::string, std::map<std::string, std::size_t>> nobody;
        for (const std::size_t i : alone_) {
            const auto known = bearers.find(surname(i));
            if (known == bearers.end() || known->second.empty()) {
                if (!join_family_name(i)) {
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
    std::vector<std::size_t> full_;
    std::vector<std::size_t> alone_;
    /// By document.
    std::unordered_map<std::size_t, std::vector<std::size_t>> full_of_;
    std::unordered_map<std::string, std::set<std::size_t>> family_first_;
};

/// The words of an office: states by code, short titles and abbreviations in full, without what tells nothing or only
/// describes who holds it.
std::vector<std::string> office_words(const std::string &title, const EntityWords &words) {
    std::vector<std::string> result;
    for (const std::string &word : name_words(title)) {
        const std::string *office = words.office_abbreviation(word);
        office = office == nullptr ? words.short_title(word) : office;
        if (const std::string *country = words.country(word)) {
            result.push_back("@" + *country);
        } else if (office != nullptr) {
            for (const std::string &part : name_words(*office)) {
                result.push_back(part);
            }
        } else if (words.has("rank", word) || (!words.has("empty", word) && !words.has("quality", word))) {
            result.push_back(word);
        }
    }
    return result;
}

class OfficeMerging {
  public:
    explicit OfficeMerging(EntityGroups &groups) : groups_(&groups) {}

    void run() {
        std::vector<std::size_t> offices;
        std::set<std::tuple<std::size_t, std::size_t, std::string, std::set<std::string>>> seen;
        for (std::size_t i = 0; i < groups_->candidates().size(); ++i) {
            const EntityCandidate &each = groups_->candidates()[i];
            if (each.type != NodeKind::Person) {
                continue;
            }
            if (each.is_named) {
                persons_of_[each.document].push_back(i);
            }
            if (each.is_named && !each.entity->titles.empty()) {
                add_bearer(i, seen);
            } else if (!each.is_named && groups_->words().has("office", each.head) &&
                       !groups_->words().has("unspecific", each.head)) {
                offices.push_back(i);
            }
        }
        for (const std::size_t i : offices) {
            join(i);
        }
    }

  private:
    using Title = std::vector<std::string>;
    struct Bearer {
        std::size_t candidate = 0;
        /// Of each title, see office_words().
        std::vector<Title> titles;
    };

    /// Once for each group, state and titles into its story's by the words of the titles.
    void add_bearer(std::size_t index,
                    std::set<std::tuple<std::size_t, std::size_t, std::string, std::set<std::string>>> &seen) {
        const EntityCandidate &each = groups_->candidates()[index];
        Bearer bearer;
        bearer.candidate = index;
        std::set<std::string> words;
        for (const std::string &title : each.entity->titles) {
            bearer.titles.push_back(office_words(title, groups_->words()));
            words.insert(bearer.titles.back().begin(), bearer.titles.back().end());
        }
        const std::size_t place = bearers_.size();
        const std::size_t story = groups_->stories().of(each.document);
        const std::set<std::string> titles(each.entity->titles.begin(), each.entity->titles.end());
        if (seen.emplace(story, groups_->find(index), each.country, titles).second) {
            for (const std::string &word : words) {
                by_story_[{story, word}].push_back(place);
            }
        }
        bearers_.push_back(std::move(bearer));
    }

    void join(std::size_t office) {
        const EntityCandidate &described = groups_->candidates()[office];
        const Title wanted = office_words(described.entity->name, groups_->words());
        bool any_here = false;
        const std::optional<std::size_t> here = holder_in_document(office, wanted, any_here);
        if (here) {
            groups_->unite(*here, office, MergeRule::office_holder);
        }
        if (any_here || wanted.size() < 2) {
            return;
        }
        std::set<std::size_t> in_story;
        for (const std::size_t place : with_rarest_word(groups_->stories().of(described.document), wanted)) {
            if (in_story.size() < 2 && bears(bearers_[place].titles, bearers_[place].candidate, wanted, office)) {
                in_story.insert(groups_->find(bearers_[place].candidate));
            }
        }
        if (in_story.size() == 1) {
            groups_->unite(*in_story.begin(), office, MergeRule::office_holder);
        }
    }

    /// What speaks for one of several persons of a document who bear the office, here or elsewhere, the weightiest
    /// first.
    struct Standing {
        /// Its title names no state that the description does not name.
        bool is_plain = false;
        bool is_told_here = false;
        std::size_t mentions = 0;
        auto operator<=>(const Standing &) const = default;
    };

    /// The only person of the document who bears the office, by any article on him, or the one for whom more speaks;
    /// nothing where two are alike. `any` tells whether somebody bears it.
    std::optional<std::size_t> holder_in_document(std::size_t office, const Title &wanted, bool &any) {
        std::map<std::size_t, Standing> holders;
        for (const std::size_t i : persons_of_[groups_->candidates()[office].document]) {
            const EntityCandidate &each = groups_->candidates()[i];
            const auto add = [&](const std::vector<Title> &titles, bool here) {
                if (bears(titles, i, wanted, office)) {
                    Standing &standing = holders[groups_->find(i)];
                    standing.is_told_here = standing.is_told_here || here;
                    standing.mentions = std::max(standing.mentions, each.entity->mentions.size());
                    standing.is_plain =
                        standing.is_plain || std::any_of(titles.begin(), titles.end(), [&](const Title &title) {
                            return fits(wanted, title) && !names_other_state(wanted, title);
                        });
                }
            };
            std::vector<Title> own;
            for (const std::string &title : each.entity->titles) {
                own.push_back(office_words(title, groups_->words()));
            }
            // What this article calls him tells more than what others do.
            add(own, true);
            if (holders.count(groups_->find(i)) == 0) {
                add(titles_of(groups_->find(i)), false);
            }
        }
        any = !holders.empty();
        std::optional<std::size_t> best;
        Standing most;
        bool alike = false;
        for (const auto &[holder, standing] : holders) {
            const bool better = !best || standing > most;
            alike = better ? false : alike || standing == most;
            if (better) {
                best = holder;
                most = standing;
            }
        }
        return alike ? std::nullopt : best;
    }

    /// Titles that any article gives the group.
    const std::vector<Title> &titles_of(std::size_t group) {
        const auto [found, fresh] = titles_of_.try_emplace(group);
        if (fresh) {
            std::set<Title> all;
            for (const std::string &title : groups_->facts(group).titles) {
                all.insert(office_words(title, groups_->words()));
            }
            found->second.assign(all.begin(), all.end());
        }
        return found->second;
    }

    static bool names_other_state(const Title &wanted, const Title &title) {
        return std::any_of(title.begin(), title.end(), [&wanted](const std::string &word) {
            return word.front() == '@' && std::find(wanted.begin(), wanted.end(), word) == wanted.end();
        });
    }

    bool bears(const std::vector<Title> &titles, std::size_t bearer, const Title &wanted, std::size_t office) {
        const std::string &country = groups_->candidates()[bearer].country;
        const std::string &own = groups_->candidates()[office].country;
        return (own.empty() || country.empty() || own == country) &&
               std::any_of(titles.begin(), titles.end(), [&](const Title &title) { return fits(wanted, title); }) &&
               !groups_->genders_differ(office, bearer) && !groups_->are_apart(office, bearer);
    }

    /// Those in the story who have that word of the office in a title that the fewest have.
    const std::vector<std::size_t> &with_rarest_word(std::size_t story, const Title &wanted) const {
        static const std::vector<std::size_t> none;
        const std::vector<std::size_t> *fewest = &none;
        for (const std::string &word : wanted) {
            const auto found = by_story_.find({story, word});
            if (found == by_story_.end()) {
                return none;
            }
            if (fewest == &none || found->second.size() < fewest->size()) {
                fewest = &found->second;
            }
        }
        return *fewest;
    }

    /// All words of the one stand in the other, in this order, and no rank that it lacks: "the governor" is no
    /// lieutenant governor.
    bool fits(const Title &wanted, const Title &title) const {
        auto at = title.begin();
        for (const std::string &word : wanted) {
            at = std::find(at, title.end(), word);
            if (at == title.end()) {
                return false;
            }
            ++at;
        }
        return !wanted.empty() && std::all_of(title.begin(), title.end(), [&](const std::string &word) {
            return !groups_->words().has("rank", word) || std::find(wanted.begin(), wanted.end(), word) != wanted.end();
        });
    }

    EntityGroups *groups_;
    std::vector<Bearer> bearers_;
    /// Named persons, by document.
    std::unordered_map<std::size_t, std::vector<std::size_t>> persons_of_;
    /// By group; see titles_of().
    std::unordered_map<std::size_t, std::vector<Title>> titles_of_;
    /// Places in bearers_.
    std::map<std::pair<std::size_t, std::string>, std::vector<std::size_t>> by_story_;
};

} // namespace

double PersonScore::sum() const {
    double sum = 0;
    for (const ScorePart &part : parts) {
        sum += part.points;
    }
    return sum;
}

std::string PersonScore::text() const {
    std::string text;
    for (const ScorePart &part : parts) {
        text += text.empty() ? "" : ", ";
        text += part.text;
        text += part.points < 0 ? " " : " +";
        text += format_number(part.points);
    }
    return text + ": " + format_number(sum());
}

PersonScore score_persons(EntityGroups &groups, std::size_t a, std::size_t b) {
    PersonScore score;
    const EntityWords &words = groups.words();
    const EntityCandidate &one = groups.candidates()[a];
    const EntityCandidate &other = groups.candidates()[b];
    const std::string given = words.spelling().key(one.words.front());
    const std::string other_given = words.spelling().key(other.words.front());
    if (given == other_given) {
        score.parts.push_back({"same given name", 3});
    } else if (words.spelling().is_short_form(given, other_given)) {
        score.parts.push_back({"short form of the given name", 1.5});
    } else if (is_initial_of(given, other_given)) {
        score.parts.push_back({"initial of the given name", 1});
    } else {
        score.parts.push_back({"other given name", -5});
        return score;
    }
    const std::vector<std::string> middle = middle_names(one, words);
    const std::vector<std::string> other_middle = middle_names(other, words);
    if (!middle.empty() && !other_middle.empty() && middle.front() != other_middle.front() &&
        !is_initial_of(middle.front(), other_middle.front())) {
        score.parts.push_back({"other middle name", -2});
    }
    const GroupFacts &facts = groups.facts(a);
    const GroupFacts &other_facts = groups.facts(b);
    if (groups.countries_differ(a, b)) {
        score.parts.push_back({"other country", -2});
    } else if (!facts.countries.empty() && !other_facts.countries.empty()) {
        score.parts.push_back({"same country", 1});
    }
    const bool shared_title = std::any_of(facts.titles.begin(), facts.titles.end(), [&](const std::string &title) {
        return other_facts.titles.count(title) != 0;
    });
    if (shared_title) {
        score.parts.push_back({"same title", 1});
    }
    if (groups.genders_differ(a, b)) {
        score.parts.push_back({"other pronouns", -3});
    }
    if (groups.share_story(a, b)) {
        score.parts.push_back({"articles on the same affair", 1.5});
    }
    return score;
}

void merge_persons(EntityGroups &groups) {
    PersonMerging(groups).run();
}

void merge_office_holders(EntityGroups &groups) {
    OfficeMerging(groups).run();
}

} // namespace gainsay
