#include "resolve/entity/short_bodies.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace gainsay {

namespace {

/// "utd" of "united", "man" of "manchester": its beginning, or some of its letters from the first to the last.
bool abbreviates(const std::string &brief, const std::string &full) {
    constexpr std::size_t least_letters = 3;
    if (brief.size() < least_letters || brief.size() >= full.size() || brief.front() != full.front()) {
        return false;
    }
    if (full.compare(0, brief.size(), brief) == 0) {
        return true;
    }
    std::size_t at = 0;
    for (const char letter : full) {
        at += at < brief.size() && letter == brief[at] ? 1U : 0U;
    }
    constexpr std::size_t most_of_contraction = 4;
    return at == brief.size() && brief.back() == full.back() && brief.size() <= most_of_contraction;
}

class ShortBodies {
  public:
    explicit ShortBodies(EntityGroups &groups) : groups_(&groups) {
        for (std::size_t i = 0; i < groups.candidates().size(); ++i) {
            const EntityCandidate &each = groups.candidates()[i];
            if (each.is_named && each.type == NodeKind::Organization) {
                bodies_.push_back(i);
            }
        }
    }

    void run() {
        join_abbreviated();
        join_single_words();
        join_last_words();
    }

  private:
    const EntityCandidate &candidate(std::size_t index) const { return groups_->candidates()[index]; }

    bool fits(std::size_t a, std::size_t b) { return !groups_->countries_differ(a, b) && !groups_->are_apart(a, b); }

    /// The same words, one of them or more written short.
    static bool is_shorter(const std::vector<std::string> &brief, const std::vector<std::string> &full) {
        bool any = false;
        for (std::size_t i = 0; i < brief.size(); ++i) {
            const bool shorter = abbreviates(brief[i], full[i]);
            if (!shorter && brief[i] != full[i]) {
                return false;
            }
            any = any || shorter;
        }
        return any;
    }

    /// Of those that are one already and have the same words the first: the others would be answered alike.
    std::vector<std::size_t> once_each(const std::vector<std::size_t> &candidates) {
        std::set<std::pair<std::size_t, std::vector<std::string>>> seen;
        std::vector<std::size_t> result;
        for (const std::size_t each : candidates) {
            if (seen.emplace(groups_->find(each), candidate(each).words).second) {
                result.push_back(each);
            }
        }
        return result;
    }

    void join_abbreviated() {
        // By story and first letters.
        std::map<std::pair<std::size_t, std::string>, std::vector<std::size_t>> blocks;
        for (const std::size_t i : bodies_) {
            std::string letters;
            for (const std::string &word : candidate(i).words) {
                letters += word.front();
            }
            if (letters.size() > 1) {
                blocks[{groups_->stories().of(candidate(i).document), letters}].push_back(i);
            }
        }
        for (const auto &[block, all] : blocks) {
            const std::vector<std::size_t> members = once_each(all);
            for (const std::size_t brief : members) {
                std::set<std::size_t> possible;
                for (const std::size_t full : members) {
                    if (is_shorter(candidate(brief).words, candidate(full).words) && fits(brief, full)) {
                        possible.insert(groups_->find(full));
                    }
                }
                if (possible.size() == 1) {
                    groups_->unite(*possible.begin(), brief, MergeRule::known_alias);
                }
            }
        }
    }

    /// Of one article.
    void join_single_words() {
        std::map<std::pair<std::size_t, std::string>, std::vector<std::size_t>> by_first;
        std::set<std::pair<std::size_t, std::string>> others;
        for (std::size_t i = 0; i < groups_->candidates().size(); ++i) {
            const EntityCandidate &each = candidate(i);
            if (each.is_named && each.type != NodeKind::Organization && !each.words.empty()) {
                others.emplace(each.document, each.words.front());
                others.emplace(each.document, each.words.back());
            }
        }
        for (const std::size_t i : bodies_) {
            const EntityCandidate &each = candidate(i);
            if (each.words.size() > 1) {
                if (!groups_->words().has(EntityWord::venue, each.words.back())) {
                    by_first[{each.document, each.words.front()}].push_back(i);
                }
            }
        }
        for (const std::size_t i : bodies_) {
            const EntityCandidate &each = candidate(i);
            if (each.words.size() != 1 || is_general(each.words) ||
                groups_->words().known_body(each.words.front()) != nullptr ||
                groups_->words().country(each.words.front()) != nullptr ||
                others.contains({each.document, each.words.front()})) {
                continue;
            }
            std::set<std::size_t> possible;
            if (const auto found = by_first.find({each.document, each.words.front()}); found != by_first.end()) {
                for (const std::size_t full : found->second) {
                    if (fits(full, i)) {
                        possible.insert(groups_->find(full));
                    }
                }
            }
            if (possible.size() == 1) {
                groups_->unite(*possible.begin(), i, MergeRule::part_of_name);
            }
        }
    }

    /// "the commission", "the House", "Kentucky": of whom a word is said that many names have.
    bool is_general(const std::vector<std::string> &words) const {
        const EntityWords &known = groups_->words();
        return known.is_common(words) ||
               (words.size() == 1 && (known.has(OrganizationWord::state_body, words.front()) ||
                                      known.has(OrganizationWord::state_mark, words.front()) ||
                                      known.has(OrganizationWord::generic, words.front())));
    }

    /// The words from the one at `first` on, in a story or, for one word, in an article: what a shorter name is looked
    /// for by.
    using End = std::pair<std::size_t, std::vector<std::string>>;
    End end_of(const EntityCandidate &body, std::size_t first) const {
        End end{0, {body.words.begin() + static_cast<std::ptrdiff_t>(first), body.words.end()}};
        end.first = end.second.size() > 1 ? groups_->stories().of(body.document) : body.document;
        return end;
    }

    /// The place of "for" in "Northern Observatory for Human Rights"; 0 for none.
    std::size_t first_link(const std::vector<std::string> &words) const {
        const auto found = std::find_if(words.begin(), words.end(), [this](const std::string &word) {
            return groups_->words().has(EntityWord::link, word);
        });
        return found == words.end() ? 0 : static_cast<std::size_t>(found - words.begin());
    }

    /// "the Observatory" of "Northern Observatory for Human Rights" in an article, "Quds Force" of "IRGC Quds Force" in
    /// an affair, "United" of "Bergen United" in an article: the end of the only name that ends so. A word that many
    /// bodies are called by tells nothing.
    void join_last_words() {
        std::map<End, std::vector<std::size_t>> by_end;
        for (const std::size_t i : bodies_) {
            for (std::size_t first = 1; first < candidate(i).words.size(); ++first) {
                by_end[end_of(candidate(i), first)].push_back(i);
            }
            if (const std::size_t link = first_link(candidate(i).words); link > 1) {
                by_end[{candidate(i).document, {candidate(i).words[link - 1]}}].push_back(i);
            }
        }
        for (auto &[end, full_names] : by_end) {
            full_names = once_each(full_names);
        }
        for (const std::size_t i : bodies_) {
            const EntityCandidate &each = candidate(i);
            const auto found = each.words.empty() ? by_end.end() : by_end.find(end_of(each, 0));
            if (found == by_end.end() || is_general(each.words) ||
                groups_->words().known_body(joined(each.words)) != nullptr) {
                continue;
            }
            std::set<std::size_t> possible;
            for (const std::size_t full : found->second) {
                const bool known =
                    each.words.size() == 1 && groups_->words().known_body(joined(candidate(full).words)) != nullptr;
                if (!known && fits(full, i)) {
                    possible.insert(groups_->find(full));
                }
            }
            if (possible.size() == 1) {
                groups_->unite(*possible.begin(), i, MergeRule::part_of_name);
            }
        }
    }

    EntityGroups *groups_;
    std::vector<std::size_t> bodies_;
};

} // namespace

void merge_short_bodies(EntityGroups &groups) {
    ShortBodies(groups).run();
}

} // namespace gainsay
