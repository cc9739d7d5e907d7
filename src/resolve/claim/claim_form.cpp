#include "resolve/claim/claim_form.h"

#include "resolve/claim/sorted_lists.h"
#include "resolve/claim/statement_standing.h"
#include "resolve/story/story_groups.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace gainsay {

ClaimForms::ClaimForms(const std::vector<Observations> &documents, const EntityResolution &entities,
                       const ClaimWords &words, const std::vector<std::vector<bool>> &included,
                       const StoryGroups *stories)
    : documents_(&documents), entities_(&entities), known_(&words), stories_(stories) {
    for (std::size_t i = 0; i < entities.entities().size(); ++i) {
        const ResolvedEntity &each = entities.entities()[i];
        if (each.kind == NodeKind::Country && !each.country.empty()) {
            states_.emplace(each.country, i);
        }
    }
    for (std::size_t d = 0; d < documents.size(); ++d) {
        for (std::size_t a = 0; a < documents[d].attributions.size(); ++a) {
            for (std::size_t p = 0; included[d][a] && p < documents[d].attributions[a].propositions.size(); ++p) {
                if (!only_passes_on(documents[d], a, p)) {
                    read({d, a, p});
                }
            }
        }
    }
    find_representatives();
    std::vector<std::size_t> frequency(words_.size(), 0);
    for (const ClaimForm &form : forms_) {
        for (const Concept word : form.words) {
            ++frequency[word];
        }
    }
    constexpr double of_weak = 0.2;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        // 1 for a word of one claim alone.
        const double rare = 1 + std::log(static_cast<double>(forms_.size() + 1) / 2);
        const double idf = 1 + std::log(static_cast<double>(forms_.size() + 1) / static_cast<double>(frequency[i] + 1));
        weights_.push_back((words.is_weak(words_[i]) ? of_weak : 1) * (0.5 + 0.5 * idf / rare));
    }
}

void ClaimForms::find_representatives() {
    using Key = std::tuple<std::vector<Concept>, std::vector<Concept>, std::vector<std::string>,
                           std::vector<std::size_t>, std::vector<std::size_t>, bool, bool, bool>;
    std::map<Key, std::size_t> first;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
        const ClaimForm &form = forms_[i];
        const Key key{form.words,  form.core,    form.numbers, form.entities,
                      form.actors, form.is_wish, form.is_idea, form.is_past};
        representative_.push_back(first.emplace(key, i).first->second);
    }
}

const Attribution &ClaimForms::attribution(std::size_t index) const {
    const ClaimMention &mention = forms_[index].mention;
    return (*documents_)[mention.document].attributions[mention.attribution];
}

const Proposition &ClaimForms::proposition(std::size_t index) const {
    return attribution(index).propositions[forms_[index].mention.proposition];
}

std::optional<std::size_t> ClaimForms::subject(const ClaimForm &form) const {
    const ClaimMention &at = form.mention;
    const std::optional<EntityIndex> subject =
        (*documents_)[at.document].attributions[at.attribution].propositions[at.proposition].subject;
    return subject ? std::optional(entities_->at(at.document, *subject)) : std::nullopt;
}

const std::string &ClaimForms::wording(std::size_t index) const {
    return wording_of(proposition(index));
}

bool ClaimForms::has_predicate(const ClaimForm &form) const {
    return std::any_of(form.core.begin(), form.core.end(),
                       [this](Concept each) { return !known_->is_weak(words_[each]); });
}

bool ClaimForms::holds_true(std::size_t index) const {
    return gainsay::side_of(edge_kind(stance_of(attribution(index), proposition(index))),
                            proposition(index).polarity) != Side::against;
}

bool ClaimForms::are_of_one_story(std::size_t a, std::size_t b) const {
    const std::size_t one = forms_[a].mention.document;
    const std::size_t other = forms_[b].mention.document;
    return stories_ == nullptr || one == other || stories_->of(one) == stories_->of(other);
}

bool ClaimForms::are_of_close_articles(std::size_t a, std::size_t b) const {
    return stories_ == nullptr || stories_->are_close(forms_[a].mention.document, forms_[b].mention.document);
}

bool ClaimForms::are_of_one_affair(std::size_t a, std::size_t b) const {
    const std::size_t one = forms_[a].mention.document;
    const std::size_t other = forms_[b].mention.document;
    return stories_ == nullptr || one == other || stories_->affair_of(one) == stories_->affair_of(other);
}

std::vector<std::size_t> ClaimForms::named(const std::vector<std::size_t> &entities) const {
    std::vector<std::size_t> result;
    std::copy_if(entities.begin(), entities.end(), std::back_inserter(result),
                 [this](std::size_t each) { return entities_->entities()[each].is_named; });
    return result;
}

bool ClaimForms::is_apart(std::size_t index) const {
    const Proposition &own = proposition(index);
    return own.is_apart || (own.is_vague && own.predicates.empty() && own.words.size() < 2 && own.entities.empty());
}

bool ClaimForms::is_quotation(std::size_t index) const {
    return proposition(index).statement.rfind("\u201c", 0) == 0;
}

std::size_t ClaimForms::count_strong(const std::vector<Concept> &words) const {
    return static_cast<std::size_t>(
        std::count_if(words.begin(), words.end(), [this](Concept each) { return !known_->is_weak(words_[each]); }));
}

std::size_t ClaimForms::count_telling(const std::vector<Concept> &words) const {
    return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [this](Concept each) {
        return !known_->is_weak(words_[each]) && !known_->is_in_frame(ClaimFrame::light, words_[each]);
    }));
}

bool ClaimForms::says_what_much_says(std::size_t index) const {
    const std::vector<Concept> &words = forms_[index].words;
    return count_telling(words) == 0 && std::any_of(words.begin(), words.end(), [this](Concept each) {
               return known_->is_in_frame(ClaimFrame::light, words_[each]);
           });
}

bool ClaimForms::has_strong_words_of(std::size_t claim, std::size_t other) const {
    const std::vector<Concept> &all = forms_[claim].words;
    return std::all_of(forms_[other].words.begin(), forms_[other].words.end(), [&](Concept each) {
        return known_->is_weak(words_[each]) || std::binary_search(all.begin(), all.end(), each);
    });
}

bool ClaimForms::names_deed_of(std::size_t phrase, std::size_t claim) const {
    const ClaimForm &one = forms_[phrase];
    const ClaimForm &other = forms_[claim];
    // "climate change" is in much that is said, and is no answer to it.
    constexpr double least_of_claim = 0.3;
    const bool names_much = count_strong(one.words) > 1 && sum(one.words) >= least_of_claim * sum(other.words);
    return !has_predicate(one) && (!shared(one.words, other.core).empty() || names_much);
}

bool ClaimForms::tells_of_side_of(std::size_t claim, std::size_t entity) const {
    const std::vector<std::size_t> &sides = forms_[claim].sides;
    return std::binary_search(sides.begin(), sides.end(), side_of(entity));
}

bool ClaimForms::is_deed_of(std::size_t claim, std::size_t entity) const {
    const std::vector<std::size_t> &actors = forms_[claim].actors;
    return std::binary_search(actors.begin(), actors.end(), side_of(entity));
}

std::size_t ClaimForms::story(std::size_t index) const {
    const std::size_t document = forms_[index].mention.document;
    return stories_ == nullptr ? 0 : stories_->of(document);
}

bool ClaimForms::is_within(std::size_t inner, std::size_t outer) const {
    if (forms_[inner].mention.document != forms_[outer].mention.document) {
        return false;
    }
    const std::vector<Attribution> &all = (*documents_)[forms_[inner].mention.document].attributions;
    for (std::optional<AttributionIndex> at = attribution(inner).nested_in; at; at = all[*at].nested_in) {
        if (*at == forms_[outer].mention.attribution) {
            return true;
        }
    }
    const std::vector<ByteSpan> &content = attribution(outer).content;
    return !content.empty() && hull(content.front(), content.back()).contains(attribution(inner).span);
}

} // namespace gainsay
