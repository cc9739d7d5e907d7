#include "resolve/entity/description_merging.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace gainsay {

namespace {

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
    /// "the Berg administration", in whatever affair: a person whom some article names has one, and one campaign, which
    /// is another body.
    void join_administrations() {
        std::set<std::string> surnames;
        for (const EntityCandidate &each : groups_->candidates()) {
            if (each.type == NodeKind::Person && each.is_named) {
                surnames.insert(each.words.back());
            }
        }
        std::map<std::pair<std::string, std::string>, std::size_t> first;
        for (std::size_t i = 0; i < groups_->candidates().size(); ++i) {
            const EntityCandidate &each = groups_->candidates()[i];
            const bool acts = each.type == NodeKind::Organization || each.type == NodeKind::Group;
            if (acts && !each.is_named && each.modifiers.size() == 1 &&
                groups_->words().has(EntityWord::rule, each.head) && surnames.contains(each.modifiers.front())) {
                const std::pair key(each.modifiers.front(), each.head);
                groups_->unite(first.emplace(key, i).first->second, i, MergeRule::same_description);
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
                !groups_->words().has(EntityWord::entourage, each.head)) {
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
        if (!each.is_named && words.has(EntityWord::once, each.head) &&
            (each.type == NodeKind::Group || each.type == NodeKind::Organization)) {
            return "once " + each.head;
        }
        switch (each.type) {
        case NodeKind::Organization:
            return !each.is_named || words.has(OrganizationWord::body, each.head) ? "body " + each.head : std::string();
        case NodeKind::Group:
            return each.is_named                             ? std::string()
                   : words.has(EntityWord::media, each.head) ? "media"
                   : is_counted(each)                        ? std::string()
                                                             : "group " + each.head;
        case NodeKind::Person:
            return !each.is_named && !words.has(EntityWord::unspecific, each.head) ? "person " + each.head
                                                                                   : std::string();
        default:
            return {};
        }
    }

    /// "three teachers", "about 20 teachers": some of many, and others elsewhere.
    bool is_counted(const EntityCandidate &each) const {
        return std::any_of(each.words.begin(), each.words.end(), [this](const std::string &word) {
            return groups_->words().has(EntityWord::count, word) ||
                   std::any_of(word.begin(), word.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
        });
    }

    /// "officials", "residents": alone they can be any.
    bool is_unspecific_group(const EntityCandidate &each) const {
        const std::string &head = each.head;
        return each.type == NodeKind::Group &&
               (groups_->words().has(EntityWord::unspecific, head) ||
                (head.size() > 1 && head.back() == 's' &&
                 groups_->words().has(EntityWord::unspecific, head.substr(0, head.size() - 1))));
    }

    void join_fitting(const std::vector<std::size_t> &members) {
        // One for each set of words.
        std::map<std::vector<std::string>, std::vector<std::size_t>> by_words;
        for (const std::size_t i : members) {
            by_words[groups_->candidates()[i].modifiers].push_back(i);
        }
        std::vector<const std::vector<std::string> *> order;
        for (const auto &[modifiers, same] : by_words) {
            join_same_words(same);
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

    /// Descriptions with the same words. Of what can be anybody's only groups of one article: "officers … officers".
    void join_same_words(const std::vector<std::size_t> &same) {
        for (const std::size_t i : same) {
            const EntityCandidate &each = groups_->candidates()[i];
            const bool anyones = each.modifiers.empty() && (is_anyones(each.head) || is_unspecific_group(each));
            const std::size_t first = anyones && each.type == NodeKind::Group ? first_here(same, i) : same.front();
            if (first != i && fits(first, i) && (!anyones || each.type == NodeKind::Group)) {
                groups_->unite(first, i, MergeRule::same_description);
            }
        }
    }

    /// The first of them that is of the same article.
    std::size_t first_here(const std::vector<std::size_t> &all, std::size_t index) const {
        return *std::find_if(all.begin(), all.end(), [&](std::size_t each) {
            return groups_->candidates()[each].document == groups_->candidates()[index].document;
        });
    }

    /// Every state or town has one, and alone it tells nothing, but where an affair has but one.
    bool is_anyones(const std::string &head) const {
        return groups_->words().has(EntityWord::anyones, head) && !groups_->words().has(EntityWord::once, head);
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
        return !full.is_named || !groups_->words().has(EntityWord::anyones, full.head) ||
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

void merge_descriptions(EntityGroups &groups) {
    DescriptionMerging(groups).run();
}

} // namespace gainsay
