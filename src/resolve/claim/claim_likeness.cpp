// How alike two claims are, and what keeps them from being one: the measures of ClaimForms.

#include "resolve/claim/claim_form.h"

#include "resolve/claim/sorted_lists.h"
#include "resolve/claim/statement_standing.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace gainsay {

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
    const bool act = !one.actors.empty() && !other.actors.empty();
    const double actors = act ? overlap(one.actors, other.actors) : 0.5;
    if (common < least_common || actors == 0) {
        return 0;
    }
    const double contained = common / std::min(first, second);
    const double alike = common / (first + second - common);
    const bool no_side_shared = shared(one.sides, other.sides).empty();
    const bool known = !one.is_of_nobody && !other.is_of_nobody;
    const bool speak = !one.sides.empty() && !other.sides.empty() && (known || !no_side_shared);
    const double about = speak ? 0.4 * overlap(one.sides, other.sides) + 0.3 * overlap(one.entities, other.entities) +
                                     0.3 * jaccard(one.entities, other.entities)
                               : 0.4;
    const double acts = share_predicate(one, other) ? 0.20 : 0.0;
    double result =
        nearness_of_heads(one, other) + 0.30 * contained + 0.25 * alike + 0.12 * about + 0.13 * actors + acts;
    // A few words say little, and must be all the same.
    constexpr double few = 1.6;
    if (std::min(first, second) < few && alike < 0.6) {
        result *= 0.75;
    }
    if (speak && no_side_shared) {
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

double ClaimForms::nearness_of_heads(const ClaimForm &one, const ClaimForm &other) const {
    constexpr double of_same_head = 0.10;
    constexpr double of_other_head = 0.05;
    if (!one.head || !other.head) {
        return 0;
    }
    if (*one.head == *other.head) {
        return of_same_head;
    }
    return share_predicate(one, other) ? 0 : -of_other_head;
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
    // A plain negative sentence says nothing of another; a denial says itself that it answers.
    const bool is_denial =
        is_denying(stance_of(attribution(a), proposition(a))) || is_denying(stance_of(attribution(b), proposition(b)));
    if (!is_denial && is_no_plain_answer(a, b, alike)) {
        return true;
    }
    // "Such a conversation took place" is in every affair.
    if (!one_story && shared(one.entities, other.entities).empty() &&
        count_telling(shared(one.words, other.words)) < 2) {
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

bool ClaimForms::is_no_plain_answer(std::size_t a, std::size_t b, double alike) const {
    const ClaimForm &one = forms_[a];
    const ClaimForm &other = forms_[b];
    constexpr double least_without_actors = 0.8;
    constexpr double least_of_two_articles = 0.7;
    const bool is_one_article = one.mention.document == other.mention.document;
    if ((shared(one.sides, other.sides).empty() && alike < least_without_actors) ||
        (!is_one_article && alike < least_of_two_articles)) {
        return true;
    }
    // It has to be clear without what stands before it ("it won't happen"), and of two articles it has to speak of the
    // same: of eleven such disputes of two articles that readers saw and that did not, none was one.
    if (proposition(a).points_back || proposition(b).points_back ||
        (!is_one_article && shared(one.entities, other.entities).empty())) {
        return true;
    }
    // What is denied has to be what the other tells, of the same time: "does not matter, as he is dying" and "is
    // dying", "had moved" and "will not move". Two negations are as often the same statement as its opposite.
    const bool has_head = one.head.has_value() || other.head.has_value();
    return (has_head && !have_same_head(a, b)) || differ_in_modality(a, b) || has_hidden_negation(a) ||
           has_hidden_negation(b);
}

bool ClaimForms::is_too_little(std::size_t a, std::size_t b) const {
    const ClaimForm &one = forms_[a];
    const ClaimForm &other = forms_[b];
    const std::vector<Concept> common = shared(one.words, other.words);
    if (is_apart(a) || is_apart(b) || tells_of_saying(a, b) || tells_of_saying(b, a) ||
        is_one_common_word(one, other, common)) {
        return true;
    }
    const double all = sum(one.words) + sum(other.words) - sum(common);
    const double alike = all == 0 ? 0 : sum(common) / all;
    const std::size_t strong = count_strong(common);
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
    return !are_of_one_story(a, b) && is_too_little_across_stories(a, b, alike, common);
}

bool ClaimForms::tells_of_saying(std::size_t outer, std::size_t inner) const {
    const std::vector<ByteSpan> &cue = attribution(inner).cue;
    return is_within(inner, outer) && !cue.empty() && proposition(outer).span.contains(cue.front());
}

bool ClaimForms::is_one_common_word(const ClaimForm &one, const ClaimForm &other,
                                    const std::vector<Concept> &common) const {
    const std::size_t strong = count_strong(common);
    if (strong > 1) {
        return false;
    }
    if (!share_predicate(one, other) || shared(one.sides, other.sides).empty()) {
        return true;
    }
    // "suspended its work" and "suspended the licence": one deed, done to two things.
    return !one.is_wish && count_strong(one.words) > strong && count_strong(other.words) > strong;
}

bool ClaimForms::is_too_little_across_stories(std::size_t a, std::size_t b, double alike,
                                              const std::vector<Concept> &common) const {
    constexpr double least_across_stories = 0.4;
    constexpr double least_without_anybody = 0.8;
    const ClaimForm &one = forms_[a];
    const ClaimForm &other = forms_[b];
    const std::size_t strong = count_strong(common);
    const std::size_t telling = count_telling(common);
    if (alike < least_across_stories || one.is_wish != other.is_wish || (strong < 2 && !are_of_one_affair(a, b))) {
        return true;
    }
    // Two speakers who do not answer each other have to use the same words, and not a few of them: "the ball is in
    // their court" is said of everything, and "kill Americans" of many deeds.
    constexpr std::size_t least_of_two_speakers = 3;
    const std::size_t least = one.source != other.source && !are_unlike(a, b) ? least_of_two_speakers : 2;
    // Two affairs have nobody and no number in common by chance alone.
    if (!shared(one.entities, other.entities).empty() || !shared(one.numbers, other.numbers).empty()) {
        constexpr double least_of_entities = 0.5;
        const bool is_of_same = jaccard(one.entities, other.entities) >= least_of_entities;
        return telling < (are_of_one_affair(a, b) ? 1 : is_of_same ? 2 : least);
    }
    return alike < least_without_anybody || telling < least;
}

bool ClaimForms::are_deeds_of_others(std::size_t a, std::size_t b) const {
    const std::vector<std::size_t> &one = forms_[a].actors;
    const std::vector<std::size_t> &other = forms_[b].actors;
    return !one.empty() && !other.empty() && shared(one, other).empty() && wording(a) != wording(b);
}

bool ClaimForms::cannot_be_one(std::size_t a, std::size_t b) const {
    return differ_in_numbers(a, b) || have_opposite_predicates(a, b) || is_apart(a) || is_apart(b) ||
           tells_of_saying(a, b) || tells_of_saying(b, a) || are_deeds_of_others(a, b) ||
           forms_[a].is_idea != forms_[b].is_idea;
}

double ClaimForms::similarity(std::size_t a, std::size_t b) const {
    return differ_in_numbers(a, b) || have_opposite_predicates(a, b) || is_too_little(a, b) ? 0 : nearness(a, b);
}

} // namespace gainsay
