#include "resolve/claim/claim_resolution.h"

#include "resolve/claim/claim_candidates.h"
#include "resolve/claim/claim_label.h"
#include "resolve/claim/claim_merge.h"
#include "resolve/claim/claim_pair_scorer.h"
#include "resolve/claim/claim_sets.h"
#include "resolve/claim/statement_standing.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace gainsay {

namespace {

/// How near two claims must be for one to exclude the other; chosen so that what is written holds for a reader.
constexpr double least_contradiction = 0.7;
/// What a common predicate adds to nearness().
constexpr double of_predicate = 0.2;

/// How probable it has to be that two statements of one story state the same: of two articles, of one article on the
/// same side, and where one holds what the other denies. tests/quality/README.md has what others give.
constexpr double least_probability = 0.5;
constexpr double least_of_repetition = 0.65;
/// Of two articles of one story that are not alike by themselves, and of two stories beside what the rules ask.
constexpr double least_of_far_articles = 0.65;
constexpr double least_elsewhere = 0.8;
constexpr double least_of_answer = 0.7;
/// Below, not even what the rules for answers find is taken for one.
constexpr double least_of_ruled_answer = 0.3;

/// Mean likeness of what is joined, as part of the least likeness of a pair.
constexpr double least_linkage_of_story = 0.8;
constexpr double least_linkage_elsewhere = 0.92;

class ClaimJoiner {
  public:
    ClaimJoiner(const std::vector<Observations> &documents, const ClaimForms &forms, const ClaimPairScorer &scorer,
                double threshold, const std::vector<StatementLink> &links)
        : documents_(&documents), forms_(&forms), scorer_(&scorer), threshold_(threshold), sets_(forms, links) {}

    ClaimResolution run() {
        const std::vector<std::pair<std::size_t, std::size_t>> candidates = claim_candidates(*forms_);
        join_same_words();
        join_identical();
        join_similar(candidates);
        join_short_answers();
        join_refusals();
        sets_.sort_members();
        ClaimResolution result;
        std::vector<std::size_t> claim_of(forms_->size(), 0);
        for (std::size_t i = 0; i < forms_->size(); ++i) {
            const std::size_t root = sets_.find(i);
            if (root == i) {
                claim_of[i] = result.claims.size();
                result.claims.push_back(describe_claim(*forms_, *scorer_, sets_.members(i)));
            } else {
                claim_of[i] = claim_of[root];
            }
        }
        std::vector<std::vector<ClaimMerge>> merges(result.claims.size());
        for (const ClaimMerge &merge : sets_.merges()) {
            merges[claim_of[merge.first]].push_back(merge);
        }
        for (std::size_t i = 0; i < merges.size(); ++i) {
            result.claims[i].reasons = explain_merges(merges[i], *forms_);
            result.claims[i].doubtful_merges = list_doubtful_merges(merges[i], *forms_, *documents_);
        }
        result.pairs = near_pairs(candidates, claim_of);
        return result;
    }

  private:
    /// The same words of the same text ("denied reports that …"): the content of one attribution is another's.
    void join_same_words() {
        std::map<std::tuple<std::size_t, std::size_t, std::size_t>, std::size_t> by_place;
        for (std::size_t i = 0; i < forms_->size(); ++i) {
            const ByteSpan span = forms_->proposition(i).span;
            const auto [place, is_new] =
                by_place.emplace(std::tuple((*forms_)[i].mention.document, span.begin, span.end), i);
            if (!is_new) {
                sets_.unite(i, place->second, ClaimMergeRule::same_words);
            }
        }
    }

    /// What very many outlets tell in the same words is joined before anything is compared.
    void join_identical() {
        for (std::size_t i = 0; i < forms_->size(); ++i) {
            const std::size_t first = forms_->representative(i);
            if (first != i && may_meet(i, first) &&
                std::max(likeness(i, first), forms_->similarity(i, first)) >= threshold_) {
                sets_.unite(i, first, ClaimMergeRule::same_form);
            }
        }
    }

    /// Two clauses of what one speaker says at once are two statements.
    bool are_of_one_breath(std::size_t a, std::size_t b) const {
        const ClaimMention &one = (*forms_)[a].mention;
        const ClaimMention &other = (*forms_)[b].mention;
        return one.document == other.document && one.attribution == other.attribution;
    }

    /// "Our thoughts are with the victims", "the vote was a sham": few words that two affairs share are one claim where
    /// one speaker says them, or where they are of somebody and neither is of anybody whom the other is not; what is
    /// left open never is.
    bool may_meet(std::size_t a, std::size_t b) const {
        constexpr std::size_t few_words = 4;
        if (forms_->are_of_one_story(a, b)) {
            return true;
        }
        if (leaves_open(a) || leaves_open(b)) {
            return false;
        }
        if (forms_->count_strong((*forms_)[a].words) > few_words &&
            forms_->count_strong((*forms_)[b].words) > few_words) {
            return true;
        }
        const std::vector<std::size_t> &one = (*forms_)[a].entities;
        const std::vector<std::size_t> &other = (*forms_)[b].entities;
        const bool is_part = std::includes(other.begin(), other.end(), one.begin(), one.end()) ||
                             std::includes(one.begin(), one.end(), other.begin(), other.end());
        const bool is_shared = (*forms_)[a].source == (*forms_)[b].source || (!one.empty() && !other.empty());
        return is_part && is_shared;
    }

    /// From `threshold_` on the two are one claim, as far as they alone tell.
    double likeness(std::size_t a, std::size_t b) const {
        if (!may_meet(a, b) || are_of_one_breath(a, b)) {
            return 0;
        }
        if (!forms_->are_of_one_story(a, b)) {
            const double likeness = forms_->similarity(a, b);
            return likeness >= threshold_ && scorer_->probability(a, b) < least_elsewhere ? 0 : likeness;
        }
        if (forms_->cannot_be_one(a, b)) {
            return 0;
        }
        const double probability = scorer_->probability(a, b);
        if (!forms_->are_unlike(a, b)) {
            const bool is_near = forms_->are_of_close_articles(a, b) && !leaves_open(a) && !leaves_open(b);
            return is_near || probability >= least_of_far_articles ? scaled(probability) : 0;
        }
        // "Rarely" and "never" are no two sides, and who answers himself changes his mind.
        const bool is_denial = is_denying(stance_at(a)) || is_denying(stance_at(b));
        const bool has_hidden = forms_->has_hidden_negation(a) || forms_->has_hidden_negation(b);
        if (probability < least_of_ruled_answer || (*forms_)[a].source == (*forms_)[b].source ||
            (!is_denial && has_hidden)) {
            return 0;
        }
        return probability >= least_of_answer ? scaled(probability) : forms_->similarity(a, b);
    }

    /// "declined to comment on the report": what is left open in the same words is seldom the same.
    bool leaves_open(std::size_t index) const { return stance_at(index) == Stance::declines; }

    double scaled(double probability) const { return probability * threshold_ / least_probability; }

    /// Two sentences of one article that hold alike are mostly two statements, and one label would be put into the
    /// mouth of who said the other.
    bool repeats_itself(std::size_t a, std::size_t b) const {
        return (*forms_)[a].mention.document == (*forms_)[b].mention.document && polarity_of(a) == polarity_of(b);
    }

    /// "urged Norway to resume the search" is no word of who says that Norway will.
    bool asks_what_is_told(std::size_t a, std::size_t b) const {
        const auto tells = [](Stance stance) {
            return stance == Stance::asserts || stance == Stance::promises || stance == Stance::suggests ||
                   stance == Stance::warns;
        };
        const Stance first = stance_at(a);
        const Stance second = stance_at(b);
        return (first == Stance::demands && tells(second)) || (second == Stance::demands && tells(first));
    }

    void join_similar(const std::vector<std::pair<std::size_t, std::size_t>> &candidates) {
        struct Scored {
            double score = 0;
            std::size_t a = 0;
            std::size_t b = 0;
        };
        std::vector<Scored> found;
        for (const auto &[a, b] : candidates) {
            const double score = likeness(a, b);
            const double least = repeats_itself(a, b) ? scaled(least_of_repetition) : threshold_;
            if (score >= least && !asks_what_is_told(a, b)) {
                found.push_back({score, a, b});
            }
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const Scored &x, const Scored &y) { return x.score > y.score; });
        for (const Scored &each : found) {
            const std::size_t a = sets_.find(each.a);
            const std::size_t b = sets_.find(each.b);
            const bool is_one_story = forms_->are_of_one_story(each.a, each.b);
            const double least = threshold_ * (is_one_story ? least_linkage_of_story : least_linkage_elsewhere);
            if (a != b && linkage(sets_.first_members(a), sets_.first_members(b)) >= least &&
                !would_set_apart(sets_.first_members(a), sets_.first_members(b))) {
                sets_.unite(each.a, each.b, is_one_story ? ClaimMergeRule::learned : ClaimMergeRule::similar,
                            is_one_story ? scorer_->probability(each.a, each.b) : each.score);
            }
        }
    }

    /// Whether all of the one hold what all of the other deny, and nobody's statement answers another's.
    bool would_set_apart(const std::vector<std::size_t> &a, const std::vector<std::size_t> &b) const {
        return std::all_of(a.begin(), a.end(), [&](std::size_t one) {
            return std::all_of(b.begin(), b.end(), [&](std::size_t other) {
                return forms_->are_unlike(one, other) && likeness(one, other) < threshold_;
            });
        });
    }

    /// Mean similarity: a chain of small steps must not lead anywhere.
    double linkage(const std::vector<std::size_t> &a, const std::vector<std::size_t> &b) const {
        double total = 0;
        std::size_t count = 0;
        for (const std::size_t one : a) {
            for (const std::size_t other : b) {
                // One that says little ("they are doing so") has no voice.
                if (forms_->differ_in_numbers(one, other) || forms_->have_opposite_predicates(one, other)) {
                    return 0;
                }
                // Who answers whom is asked for by itself.
                total += !forms_->are_unlike(one, other)        ? likeness(one, other)
                         : forms_->are_of_one_story(one, other) ? scaled(scorer_->probability(one, other))
                                                                : forms_->nearness(one, other);
                ++count;
            }
        }
        return count == 0 ? 0 : total / static_cast<double>(count);
    }

    /// "denied any agreement", "It was no ransom": the nearest claim of somebody else in the document that tells of an
    /// agreement, of ransom; first of those before it.
    void join_short_answers() {
        std::map<std::size_t, std::vector<std::size_t>> by_document;
        for (std::size_t i = 0; i < forms_->size(); ++i) {
            by_document[(*forms_)[i].mention.document].push_back(i);
            by_story_[forms_->story(i)].push_back(i);
        }
        for (auto &[document, all] : by_document) {
            std::stable_sort(all.begin(), all.end(), [this](std::size_t a, std::size_t b) {
                return forms_->proposition(a).span.begin < forms_->proposition(b).span.begin;
            });
            for (std::size_t i = 0; i < all.size(); ++i) {
                if (!is_short_answer(all[i])) {
                    continue;
                }
                std::optional<std::size_t> found = nearest_answered(all, i, false);
                found = found ? found : nearest_answered(all, i, true);
                found = found ? found : answered_elsewhere(all[i]);
                if (found) {
                    sets_.unite(all[i], *found, ClaimMergeRule::short_answer);
                }
            }
        }
    }

    /// Near all[place], on that side of it.
    std::optional<std::size_t> nearest_answered(const std::vector<std::size_t> &all, std::size_t place,
                                                bool behind) const {
        constexpr std::size_t most_bytes = 1200;
        const std::size_t from = forms_->proposition(all[place]).span.begin;
        for (std::size_t j = place; behind ? ++j < all.size() : j-- > 0;) {
            const std::size_t at = forms_->proposition(all[j]).span.begin;
            if ((behind ? at - from : from - at) > most_bytes) {
                break;
            }
            if (answers(all[place], all[j])) {
                return all[j];
            }
        }
        return std::nullopt;
    }

    /// "Georgia denies a radar deal": what another article of the story says of Georgia.
    std::optional<std::size_t> answered_elsewhere(std::size_t denial) const {
        const ClaimForm &form = (*forms_)[denial];
        if (!is_denying(stance_at(denial)) || !form.source || forms_->count_strong(form.words) == 0) {
            return std::nullopt;
        }
        const std::vector<std::size_t> &all = by_story_.at(forms_->story(denial));
        const auto found = std::find_if(all.begin(), all.end(), [&](std::size_t claim) {
            const ClaimForm &other = (*forms_)[claim];
            return form.mention.document != other.mention.document && !other.is_of_nobody &&
                   forms_->tells_of_side_of(claim, *form.source) && answers(denial, claim);
        });
        return found == all.end() ? std::nullopt : std::optional(*found);
    }

    bool is_short_answer(std::size_t index) {
        constexpr std::size_t most_words = 3;
        const ClaimForm &form = (*forms_)[index];
        return !forms_->holds_true(index) && !form.words.empty() && form.words.size() <= most_words &&
               sets_.members(sets_.find(index)).size() == 1;
    }

    /// All that the denial names is in the claim, and somebody else made it, elsewhere.
    bool answers(std::size_t denial, std::size_t claim) const {
        const ClaimForm &one = (*forms_)[denial];
        const ClaimForm &other = (*forms_)[claim];
        if (one.source == other.source || !forms_->holds_true(claim) || forms_->is_within(denial, claim) ||
            one.is_wish != other.is_wish || !forms_->has_strong_words_of(claim, denial)) {
            return false;
        }
        if (is_denying(stance_at(denial))) {
            if (forms_->says_what_much_says(denial)) {
                return false;
            }
            return forms_->have_same_head(denial, claim) || forms_->names_deed_of(denial, claim);
        }
        // "Most will never know" answers no "we know", and "there was no theft" no "No theft".
        const bool are_of_others = !one.actors.empty() && !other.actors.empty() && one.actors != other.actors;
        return !are_of_others && forms_->count_telling(one.words) > 0 && !forms_->has_hidden_negation(denial) &&
               !forms_->has_hidden_negation(claim) && !forms_->differ_in_modality(denial, claim) &&
               forms_->have_same_head(denial, claim) &&
               std::includes(other.entities.begin(), other.entities.end(), one.entities.begin(), one.entities.end());
    }

    /// "He will not resign", "rejected calls to resign": the nearest claim of the article, or else of another on the
    /// affair, by which somebody asks it of him.
    void join_refusals() {
        for (const auto &[story, all] : by_story_) {
            std::vector<std::size_t> demands;
            std::copy_if(all.begin(), all.end(), std::back_inserter(demands),
                         [this](std::size_t each) { return (*forms_)[each].is_wish && forms_->holds_true(each); });
            for (const std::size_t refusal : demands.empty() ? demands : all) {
                if (!is_refusal(refusal)) {
                    continue;
                }
                std::optional<std::size_t> found;
                for (const std::size_t demand : demands) {
                    const bool is_near = (*forms_)[demand].mention.document == (*forms_)[refusal].mention.document;
                    if (refuses(refusal, demand) && (!found || is_near)) {
                        found = demand;
                    }
                }
                if (found) {
                    sets_.unite(refusal, *found, ClaimMergeRule::refusal);
                }
            }
        }
    }

    /// Who speaks will not do it.
    bool is_refusal(std::size_t index) const {
        const ClaimForm &form = (*forms_)[index];
        // "Said he would not" is put as a condition is.
        const Modality modality = forms_->proposition(index).modality;
        const bool will_not = !is_denying(stance_at(index)) && !form.is_wish &&
                              (modality == Modality::planned || modality == Modality::conditional);
        return form.source && !forms_->holds_true(index) &&
               ((will_not && forms_->is_deed_of(index, *form.source)) ||
                (stance_at(index) == Stance::rejects &&
                 (form.actors.empty() || forms_->is_deed_of(index, *form.source))));
    }

    bool refuses(std::size_t refusal, std::size_t demand) const {
        const ClaimForm &one = (*forms_)[refusal];
        const ClaimForm &other = (*forms_)[demand];
        const bool is_asked =
            stance_at(demand) == Stance::demands || forms_->proposition(demand).modality == Modality::requested;
        if (!is_asked || one.source == other.source || other.actors.size() != 1 ||
            !forms_->is_deed_of(demand, *one.source)) {
            return false;
        }
        std::vector<Concept> common;
        std::set_intersection(one.words.begin(), one.words.end(), other.words.begin(), other.words.end(),
                              std::back_inserter(common));
        return forms_->count_telling(common) > 0 && !forms_->is_within(demand, refusal) &&
               (forms_->have_same_head(refusal, demand) || forms_->names_deed_of(refusal, demand));
    }

    /// Claims that say the same of the same but for a number or a predicate of which one excludes the other. That one
    /// claim makes another likelier is not told: of what was written so, readers found more than half false.
    std::vector<ClaimPair> near_pairs(const std::vector<std::pair<std::size_t, std::size_t>> &candidates,
                                      const std::vector<std::size_t> &claim_of) {
        std::set<std::pair<std::size_t, std::size_t>> found;
        for (const auto &[a, b] : candidates) {
            std::size_t first = claim_of[a];
            std::size_t second = claim_of[b];
            if (first == second) {
                continue;
            }
            if (second < first) {
                std::swap(first, second);
            }
            const bool same_sign = polarity_of(a) == polarity_of(b);
            // Opposite predicates are what two such claims do not share.
            const double least =
                forms_->have_opposite_predicates(a, b) ? least_contradiction - of_predicate : least_contradiction;
            if (same_sign && forms_->contradict(a, b) && forms_->nearness(a, b) >= least) {
                found.insert({first, second});
            }
        }
        std::vector<ClaimPair> pairs;
        pairs.reserve(found.size());
        for (const auto &[one, other] : found) {
            pairs.push_back({one, other, true});
        }
        return pairs;
    }

    Stance stance_at(std::size_t index) const {
        return stance_of(forms_->attribution(index), forms_->proposition(index));
    }

    /// Whether the source holds it for true, as far as polarity and stance tell.
    bool polarity_of(std::size_t index) const {
        const bool negated = forms_->proposition(index).polarity == Polarity::negated;
        return negated != is_denying(stance_at(index));
    }

    const std::vector<Observations> *documents_;
    const ClaimForms *forms_;
    const ClaimPairScorer *scorer_;
    double threshold_;
    ClaimSets sets_;
    std::map<std::size_t, std::vector<std::size_t>> by_story_;
};

} // namespace

ClaimResolution resolve_claims(const std::vector<Observations> &documents, const EntityResolution &entities,
                               const ResolutionWords &words, const std::vector<std::vector<bool>> &included,
                               const StoryGroups *stories, double threshold, const std::vector<StatementLink> &links) {
    const ClaimForms forms(documents, entities, words.claims, included, stories);
    const ClaimPairScorer scorer(forms, words.statements, words.claim_pairs);
    return ClaimJoiner(documents, forms, scorer, threshold, links).run();
}

} // namespace gainsay
