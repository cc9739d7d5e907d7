#include "resolve/claim/claim_form.h"

#include "base/lexicon_file.h"
#include "resolve/claim/statement_standing.h"
#include "resolve/story/story_groups.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace gainsay {

namespace {

template <class Item>
std::vector<Item> shared(const std::vector<Item> &a, const std::vector<Item> &b) {
    std::vector<Item> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
}

template <class Item>
void sort_once(std::vector<Item> &items) {
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

bool has_digit(const std::string &word) {
    return std::any_of(word.begin(), word.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

/// The part of the shorter list that the other has too.
template <class Item>
double overlap(const std::vector<Item> &a, const std::vector<Item> &b) {
    const std::size_t fewer = std::min(a.size(), b.size());
    return fewer == 0 ? 0 : static_cast<double>(shared(a, b).size()) / static_cast<double>(fewer);
}

template <class Item>
double jaccard(const std::vector<Item> &a, const std::vector<Item> &b) {
    const std::size_t both = shared(a, b).size();
    const std::size_t all = a.size() + b.size() - both;
    return all == 0 ? 0 : static_cast<double>(both) / static_cast<double>(all);
}

} // namespace

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

Concept ClaimForms::intern(const std::string &word) {
    const auto [place, is_new] = index_.emplace(word, static_cast<Concept>(words_.size()));
    if (is_new) {
        words_.push_back(word);
    }
    return place->second;
}

const Attribution &ClaimForms::attribution(std::size_t index) const {
    const ClaimMention &mention = forms_[index].mention;
    return (*documents_)[mention.document].attributions[mention.attribution];
}

const Proposition &ClaimForms::proposition(std::size_t index) const {
    return attribution(index).propositions[forms_[index].mention.proposition];
}

const std::string &ClaimForms::wording(std::size_t index) const {
    const Proposition &each = proposition(index);
    return each.statement.empty() ? each.text : each.statement;
}

void ClaimForms::read(ClaimMention mention) {
    const Attribution &whole = (*documents_)[mention.document].attributions[mention.attribution];
    const Proposition &proposition = whole.propositions[mention.proposition];
    ClaimForm form;
    form.mention = mention;
    read_words(proposition, form, mention.document);
    // "was likely shot down" tells that it was, with a doubt.
    const bool is_hedged = std::any_of(form.words.begin(), form.words.end(),
                                       [this](Concept word) { return known_->is_hedge(words_[word]); });
    form.is_wish = form.is_wish || proposition.modality == Modality::requested ||
                   stance_of(whole, proposition) == Stance::demands ||
                   (proposition.modality == Modality::possible && !is_hedged);
    read_actors(proposition, whole, form);
    sort_once(form.words);
    sort_once(form.core);
    sort_once(form.numbers);
    sort_once(form.entities);
    sort_once(form.sides);
    sort_once(form.actors);
    forms_.push_back(std::move(form));
}

namespace {

/// The head noun of an entity that has no name: "the coalition".
std::string head_noun(const Entity &entity) {
    if (entity.named || entity.mentions.empty()) {
        return {};
    }
    const EntityMention &mention = entity.mentions.front();
    if (mention.text.size() != mention.span.size() || !mention.span.contains(mention.head)) {
        return {};
    }
    return lookup_form(
        std::string_view(mention.text).substr(mention.head.begin - mention.span.begin, mention.head.size()));
}

} // namespace

void ClaimForms::read_words(const Proposition &proposition, ClaimForm &form, std::size_t document) {
    std::set<std::string> core;
    std::set<std::string> words;
    // "step up" is one word, and "step" none.
    std::set<std::string> parts;
    std::string head;
    for (const std::string &predicate : proposition.predicates) {
        const std::size_t blank = predicate.find(' ');
        if (blank != std::string::npos && known_->knows(predicate)) {
            parts.insert(predicate.substr(0, blank));
            parts.insert(predicate.substr(blank + 1));
        }
        if (!has_digit(predicate)) {
            core.insert(known_->form(predicate));
            if (head.empty() && !known_->is_weak(known_->form(predicate))) {
                head = known_->form(predicate);
            }
            form.is_idea = form.is_idea || known_->is_in_frame("idea", known_->form(predicate));
        }
    }
    for (const std::string &word : proposition.words) {
        if (const std::optional<std::string> number = known_->number(word)) {
            form.numbers.push_back(*number);
        } else if (has_digit(word)) {
            form.numbers.push_back(word);
        } else if (parts.count(word) == 0) {
            words.insert(known_->form(word));
            form.is_past = form.is_past || known_->is_in_frame("past", known_->form(word));
        }
    }
    const ClaimWords::Idioms idioms = known_->idioms_in(proposition.text);
    form.is_wish = idioms.is_wish;
    for (const std::string &idiom : idioms.forms) {
        words.insert(idiom);
        core.insert(idiom);
        head = idiom;
    }
    for (const EntityIndex entity : proposition.entities) {
        if (const std::string noun = head_noun((*documents_)[document].entities[entity]); !noun.empty()) {
            words.insert(known_->form(noun));
        }
    }
    words.insert(core.begin(), core.end());
    for (const std::string &implied : known_->implied(words)) {
        words.insert(implied);
        // Only what is done implies another deed: "the exchange of information was suspended" does not.
        if (known_->is_implied_by(implied, core)) {
            core.insert(implied);
        }
    }
    for (const std::string &word : words) {
        form.words.push_back(intern(word));
    }
    for (const std::string &word : core) {
        form.core.push_back(intern(word));
    }
    if (!head.empty()) {
        form.head = intern(head);
    }
}

std::size_t ClaimForms::side_of(std::size_t entity) const {
    const ResolvedEntity &each = entities_->entities()[entity];
    const auto state = each.country.empty() ? states_.end() : states_.find(each.country);
    return state != states_.end() ? state->second : entity;
}

void ClaimForms::read_actors(const Proposition &proposition, const Attribution &whole, ClaimForm &form) {
    const std::size_t document = form.mention.document;
    for (const EntityIndex entity : proposition.entities) {
        const std::size_t resolved = entities_->at(document, entity);
        form.entities.push_back(resolved);
        form.sides.push_back(side_of(resolved));
    }
    for (const EntityIndex actor : proposition.actors) {
        if ((*documents_)[document].entities[actor].named) {
            form.actors.push_back(side_of(entities_->at(document, actor)));
        }
    }
    if (whole.source_entity) {
        form.source = entities_->at(document, *whole.source_entity);
        if (form.actors.empty()) {
            form.is_of_nobody = form.sides.empty();
            form.sides.push_back(side_of(*form.source));
        }
    }
}

double ClaimForms::sum(const std::vector<Concept> &words) const {
    double total = 0;
    for (const Concept word : words) {
        total += weights_[word];
    }
    return total;
}

double ClaimForms::excess(std::size_t claim, std::size_t other) const {
    const std::vector<Concept> &all = forms_[claim].words;
    return sum(all) - sum(shared(all, forms_[other].words));
}

bool ClaimForms::differ_in_numbers(std::size_t a, std::size_t b) const {
    const std::vector<std::string> &one = forms_[a].numbers;
    const std::vector<std::string> &other = forms_[b].numbers;
    const std::size_t both = shared(one, other).size();
    return both < one.size() && both < other.size();
}

bool ClaimForms::have_opposite_predicates(std::size_t a, std::size_t b) const {
    for (const Concept one : forms_[a].core) {
        for (const Concept other : forms_[b].core) {
            if (are_opposite(one, other)) {
                return true;
            }
        }
    }
    return false;
}

double ClaimForms::nearness(std::size_t a, std::size_t b) const {
    const ClaimForm &one = forms_[a];
    const ClaimForm &other = forms_[b];
    const double common = sum(shared(one.words, other.words));
    const double first = sum(one.words);
    const double second = sum(other.words);
    // One weak word in common is none.
    constexpr double least_common = 0.5;
    if (common < least_common) {
        return 0;
    }
    const bool act = !one.actors.empty() && !other.actors.empty();
    const double actors = act ? overlap(one.actors, other.actors) : 0.5;
    if (act && actors == 0) {
        return 0;
    }
    const double contained = common / std::min(first, second);
    const double alike = common / (first + second - common);
    const bool known = !one.is_of_nobody && !other.is_of_nobody;
    const bool speak = !one.sides.empty() && !other.sides.empty() && (known || !shared(one.sides, other.sides).empty());
    const double about = speak ? 0.4 * overlap(one.sides, other.sides) + 0.3 * overlap(one.entities, other.entities) +
                                     0.3 * jaccard(one.entities, other.entities)
                               : 0.4;
    const bool same_act = share_predicate(one, other);
    constexpr double of_same_head = 0.10;
    constexpr double of_other_head = 0.05;
    const bool both_headed = one.head && other.head;
    const double heads = !both_headed ? 0 : *one.head == *other.head ? of_same_head : same_act ? 0 : -of_other_head;
    double result = heads + 0.30 * contained + 0.25 * alike + 0.12 * about + 0.13 * actors + (same_act ? 0.20 : 0.0);
    // A few words say little, and must be all the same.
    constexpr double few = 1.6;
    if (std::min(first, second) < few && alike < 0.6) {
        result *= 0.75;
    }
    if (speak && shared(one.sides, other.sides).empty()) {
        result *= 0.7;
    }
    if (one.is_idea != other.is_idea || one.is_past != other.is_past) {
        result *= 0.4;
    }
    result = one.is_wish != other.is_wish ? 0.75 * result : result;
    // "called for her to resign", "She must resign now": the same is wanted of the same.
    constexpr double least_of_wish = 0.6;
    return contained >= least_of_wish && want_the_same(a, b) ? std::max(result, 0.5) : result;
}

bool ClaimForms::want_the_same(std::size_t a, std::size_t b) const {
    const ClaimForm &one = forms_[a];
    const ClaimForm &other = forms_[b];
    const auto is_clear_wish = [this](std::size_t index) {
        return forms_[index].is_wish && proposition(index).modality != Modality::possible &&
               proposition(index).polarity == Polarity::affirmed && holds_true(index);
    };
    const std::vector<std::size_t> &first = one.actors.empty() ? one.entities : one.actors;
    const std::vector<std::size_t> &second = other.actors.empty() ? other.entities : other.actors;
    return is_clear_wish(a) && is_clear_wish(b) && are_of_one_affair(a, b) && have_same_head(a, b) &&
           !shared(first, second).empty();
}

bool ClaimForms::has_predicate(const ClaimForm &form) const {
    return std::any_of(form.core.begin(), form.core.end(),
                       [this](Concept each) { return !known_->is_weak(words_[each]); });
}

bool ClaimForms::share_predicate(const ClaimForm &one, const ClaimForm &other) const {
    // Of "any involvement in the raid" each word may be what the other says in its predicate.
    const bool first = has_predicate(one);
    const bool second = has_predicate(other);
    if (!first && !second) {
        return false;
    }
    const std::vector<Concept> predicates = shared(first ? one.core : one.words, second ? other.core : other.words);
    return std::any_of(predicates.begin(), predicates.end(),
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

bool ClaimForms::contradict(std::size_t a, std::size_t b) const {
    const ClaimForm &one = forms_[a];
    const ClaimForm &other = forms_[b];
    // "Twelve people" are not "fourteen people", which is what the two differ in.
    if (!are_of_one_story(a, b) || named(one.entities) != named(other.entities) || one.is_wish != other.is_wish ||
        proposition(a).is_vague || proposition(b).is_vague) {
        return false;
    }
    // Counts of two things never contradict each other: all else must be the same.
    constexpr double least_for_counts = 0.8;
    return have_opposite_predicates(a, b) ||
           (differ_in_numbers(a, b) && have_same_head(a, b) && jaccard(one.words, other.words) >= least_for_counts);
}

bool ClaimForms::is_apart(std::size_t index) const {
    return proposition(index).is_apart;
}

bool ClaimForms::is_quotation(std::size_t index) const {
    return proposition(index).statement.rfind("\u201c", 0) == 0;
}

std::size_t ClaimForms::count_strong(const std::vector<Concept> &words) const {
    return static_cast<std::size_t>(
        std::count_if(words.begin(), words.end(), [this](Concept each) { return !known_->is_weak(words_[each]); }));
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

bool ClaimForms::have_same_head(std::size_t a, std::size_t b) const {
    const ClaimForm &one = forms_[a];
    const ClaimForm &other = forms_[b];
    if (one.head && other.head) {
        return *one.head == *other.head;
    }
    const auto tells = [this](const ClaimForm &form, const std::optional<Concept> &head) {
        // A clause whose verb says little tells something else with each of its words.
        const bool is_clause = std::any_of(form.core.begin(), form.core.end(),
                                           [this](Concept each) { return !known_->is_hedge(words_[each]); });
        return head && !is_clause && std::binary_search(form.words.begin(), form.words.end(), *head);
    };
    return tells(one, other.head) || tells(other, one.head);
}

bool ClaimForms::is_no_answer(std::size_t a, std::size_t b, double alike) const {
    const ClaimForm &one = forms_[a];
    const ClaimForm &other = forms_[b];
    // Nobody is made to contradict himself, or another, by a sentence that only resembles what was said.
    // Articles on other affairs say the same only where they say it in nearly the same words, and in clauses.
    const bool one_story = are_of_one_story(a, b);
    const double least = !one_story ? 0.8 : have_same_head(a, b) ? 0.35 : 0.6;
    const bool far_phrase = !one_story && (proposition(a).is_vague || proposition(b).is_vague);
    if (one.source == other.source || alike < least || one.is_wish != other.is_wish || far_phrase) {
        return true;
    }
    // A plain negative sentence answers who speaks of the same actors; a denial says itself that it answers.
    constexpr double least_without_actors = 0.8;
    const bool is_denial =
        is_denying(stance_of(attribution(a), proposition(a))) || is_denying(stance_of(attribution(b), proposition(b)));
    if (!is_denial && shared(one.sides, other.sides).empty() && alike < least_without_actors) {
        return true;
    }
    if (!one.entities.empty() && !other.entities.empty() && shared(one.sides, other.sides).empty()) {
        return true;
    }
    // The same words read twice are no dispute with themselves.
    if (one.mention.document == other.mention.document && proposition(a).span.overlaps(proposition(b).span) &&
        proposition(a).span != proposition(b).span) {
        return true;
    }
    // "Experts say that many feared denying it": one statement, and no second side.
    return holds_true(a) ? is_within(b, a) : is_within(a, b);
}

bool ClaimForms::is_too_little(std::size_t a, std::size_t b) const {
    if (is_apart(a) || is_apart(b)) {
        return true;
    }
    const ClaimForm &one = forms_[a];
    const ClaimForm &other = forms_[b];
    const std::vector<Concept> common = shared(one.words, other.words);
    const std::size_t strong = count_strong(common);
    if (strong < 2 && !(share_predicate(one, other) && !shared(one.sides, other.sides).empty())) {
        return true;
    }
    // "suspended its work" and "suspended the licence": one deed, done to two things.
    if (strong < 2 && !one.is_wish && count_strong(one.words) > strong && count_strong(other.words) > strong) {
        return true;
    }
    const double all = sum(one.words) + sum(other.words) - sum(common);
    const double alike = all == 0 ? 0 : sum(common) / all;
    // What the two share must weigh something, and more where they tell of different deeds.
    constexpr double least_of_one_deed = 0.15;
    constexpr double least_for_one_word = 0.2;
    constexpr double least_of_two_deeds = 0.25;
    const bool same_head = one.head && one.head == other.head;
    if (alike < (same_head ? least_of_one_deed : strong < 2 ? least_for_one_word : least_of_two_deeds)) {
        return true;
    }
    constexpr double least_for_fragments = 0.3;
    if ((proposition(a).is_vague || proposition(b).is_vague) && alike < least_for_fragments) {
        return true;
    }
    if (are_unlike(a, b) && is_no_answer(a, b, alike)) {
        return true;
    }
    // Words in quotation marks are somebody's own: nobody else is printed with them who did not say nearly the same.
    constexpr double least_for_quotations = 0.6;
    if (is_quotation(a) && is_quotation(b) && one.source != other.source && alike < least_for_quotations) {
        return true;
    }
    constexpr double least_across_stories = 0.4;
    // Two affairs have nobody and no number in common by chance alone.
    const bool common_thing =
        !shared(one.entities, other.entities).empty() || !shared(one.numbers, other.numbers).empty();
    constexpr double least_without_anybody = 0.8;
    return !are_of_one_story(a, b) && (alike < least_across_stories || (strong < 2 && !are_of_one_affair(a, b)) ||
                                       ((alike < least_without_anybody || strong < 2) && !common_thing));
}

double ClaimForms::similarity(std::size_t a, std::size_t b) const {
    return differ_in_numbers(a, b) || have_opposite_predicates(a, b) || is_too_little(a, b) ? 0 : nearness(a, b);
}

} // namespace gainsay
