#include "resolve/entity/office_merging.h"

#include "language/name_form.h"

#include <algorithm>
#include <compare>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gainsay {

namespace {

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
        } else if (words.has(PersonWord::rank, word) ||
                   (!words.has(EntityWord::empty, word) && !words.has(PersonWord::quality, word))) {
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
            } else if (!each.is_named && groups_->words().has(PersonWord::office, each.head) &&
                       !groups_->words().has(EntityWord::unspecific, each.head)) {
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
            if (!holders.contains(groups_->find(i))) {
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
            return !groups_->words().has(PersonWord::rank, word) ||
                   std::find(wanted.begin(), wanted.end(), word) != wanted.end();
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

void merge_office_holders(EntityGroups &groups) {
    OfficeMerging(groups).run();
}

} // namespace gainsay
