#include "resolve/claim/claim_resolution.h"

#include "base/disjoint_sets.h"
#include "base/utf8.h"
#include "resolve/claim/claim_merge.h"
#include "resolve/claim/statement_standing.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace gainsay {

namespace {

/// Forms of a block that are all compared with each other; in a larger one each meets its neighbours.
constexpr std::size_t most_in_block = 60;
constexpr std::size_t neighbours_in_block = 8;

/// How near two claims must be for one to exclude the other; chosen so that what is written holds for a reader.
constexpr double least_contradiction = 0.7;
/// What a common predicate adds to nearness().
constexpr double of_predicate = 0.2;

/// Likeness of two statements of one article on the same side.
constexpr double least_repetition = 0.7;

/// How many forms of a cluster are compared with those of another.
constexpr std::size_t most_compared = 8;

class ClaimJoiner {
  public:
    ClaimJoiner(const std::vector<Observations> &documents, const ClaimForms &forms, double threshold,
                const std::vector<StatementLink> &links)
        : documents_(&documents), forms_(&forms), threshold_(threshold), links_(&links), sets_(forms.size()),
          sides_(forms.size()) {
        for (std::size_t i = 0; i < forms.size(); ++i) {
            members_.push_back({i});
            first_members_.push_back({i});
        }
    }

    ClaimResolution run() {
        const std::vector<std::pair<std::size_t, std::size_t>> candidates = claim_candidates(*forms_);
        obey_user();
        join_same_words();
        join_identical();
        join_similar(candidates);
        join_short_answers();
        for (std::vector<std::size_t> &each : members_) {
            std::sort(each.begin(), each.end());
        }
        ClaimResolution result;
        std::vector<std::size_t> claim_of(forms_->size(), 0);
        for (std::size_t i = 0; i < forms_->size(); ++i) {
            const std::size_t root = sets_.find(i);
            if (root == i) {
                claim_of[i] = result.claims.size();
                result.claims.push_back(describe(members_[i]));
            } else {
                claim_of[i] = claim_of[root];
            }
        }
        std::vector<std::vector<ClaimMerge>> merges(result.claims.size());
        for (const ClaimMerge &merge : merges_) {
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
    void unite(std::size_t a, std::size_t b, ClaimMergeRule rule, double similarity = 0) {
        if (forms_->is_apart(a) || forms_->is_apart(b) || sets_.find(a) == sets_.find(b) ||
            are_different(sets_.find(a), sets_.find(b))) {
            return;
        }
        merges_.push_back({a, b, rule, similarity});
        a = sets_.find(a);
        b = sets_.find(b);
        sets_.unite(a, b);
        const std::size_t root = sets_.find(a);
        const std::size_t other = root == a ? b : a;
        // The smaller moves into the larger, so that a claim of n mentions costs n log n in all.
        if (members_[root].size() < members_[other].size()) {
            members_[root].swap(members_[other]);
        }
        members_[root].insert(members_[root].end(), members_[other].begin(), members_[other].end());
        std::vector<std::size_t>().swap(members_[other]);
        std::vector<std::size_t> &first = first_members_[root];
        first.insert(first.end(), first_members_[other].begin(), first_members_[other].end());
        std::sort(first.begin(), first.end());
        first.resize(std::min(first.size(), most_compared));
        std::vector<std::size_t>().swap(first_members_[other]);
        sides_[root].merge(sides_[other]);
    }

    /// Before anything is joined by its words.
    void obey_user() {
        if (links_->empty()) {
            return;
        }
        std::map<ClaimMention, std::size_t> form_of;
        for (std::size_t i = 0; i < forms_->size(); ++i) {
            form_of.emplace((*forms_)[i].mention, i);
        }
        const auto forms_at = [&](const std::vector<ClaimMention> &mentions) {
            std::vector<std::size_t> found;
            for (const ClaimMention &mention : mentions) {
                if (const auto at = form_of.find(mention); at != form_of.end()) {
                    found.push_back(at->second);
                }
            }
            return found;
        };
        for (std::size_t line = 0; line < links_->size(); ++line) {
            const StatementLink &link = (*links_)[line];
            for (const bool second : {false, true}) {
                for (const std::size_t form : forms_at(second ? link.second : link.first)) {
                    if (!link.is_same) {
                        sides_[form].emplace(line, second);
                    }
                }
            }
        }
        for (const StatementLink &link : *links_) {
            std::vector<std::size_t> all = link.is_same ? forms_at(link.first) : std::vector<std::size_t>();
            const std::vector<std::size_t> others = link.is_same ? forms_at(link.second) : std::vector<std::size_t>();
            all.insert(all.end(), others.begin(), others.end());
            for (const std::size_t form : all) {
                unite(all.front(), form, ClaimMergeRule::override_same);
            }
        }
    }

    /// Whether the user keeps a member of the one from a member of the other.
    bool are_different(std::size_t root, std::size_t other) const {
        const auto stands_against = [&](const std::pair<std::size_t, bool> &side) {
            return sides_[other].count({side.first, !side.second}) > 0;
        };
        return std::any_of(sides_[root].begin(), sides_[root].end(), stands_against);
    }

    /// The same words of the same text ("denied reports that …"): the content of one attribution is another's.
    void join_same_words() {
        std::map<std::tuple<std::size_t, std::size_t, std::size_t>, std::size_t> by_place;
        for (std::size_t i = 0; i < forms_->size(); ++i) {
            const ByteSpan span = forms_->proposition(i).span;
            const auto [place, is_new] =
                by_place.emplace(std::tuple((*forms_)[i].mention.document, span.begin, span.end), i);
            if (!is_new) {
                unite(i, place->second, ClaimMergeRule::same_words);
            }
        }
    }

    /// What very many outlets tell in the same words is joined before anything is compared.
    void join_identical() {
        for (std::size_t i = 0; i < forms_->size(); ++i) {
            const std::size_t first = forms_->representative(i);
            if (first != i && forms_->similarity(i, first) >= threshold_) {
                unite(i, first, ClaimMergeRule::same_form);
            }
        }
    }

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
            const double score = forms_->similarity(a, b);
            if (score >= (repeats_itself(a, b) ? least_repetition : threshold_) && !asks_what_is_told(a, b)) {
                found.push_back({score, a, b});
            }
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const Scored &x, const Scored &y) { return x.score > y.score; });
        for (const Scored &each : found) {
            const std::size_t a = sets_.find(each.a);
            const std::size_t b = sets_.find(each.b);
            if (a != b && linkage(first_members_[a], first_members_[b]) >= 0.92 * threshold_ &&
                !would_set_apart(first_members_[a], first_members_[b])) {
                unite(each.a, each.b, ClaimMergeRule::similar, each.score);
            }
        }
    }

    /// Whether all of the one hold what all of the other deny, and nobody's statement answers another's.
    bool would_set_apart(const std::vector<std::size_t> &a, const std::vector<std::size_t> &b) const {
        return std::all_of(a.begin(), a.end(), [&](std::size_t one) {
            return std::all_of(b.begin(), b.end(), [&](std::size_t other) {
                return forms_->are_unlike(one, other) && forms_->similarity(one, other) < threshold_;
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
                total += forms_->are_unlike(one, other) ? forms_->nearness(one, other) : forms_->similarity(one, other);
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
                    unite(all[i], *found, ClaimMergeRule::short_answer);
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
               members_[sets_.find(index)].size() == 1;
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
            return forms_->have_same_head(denial, claim) || forms_->names_deed_of(denial, claim);
        }
        return forms_->count_strong(one.words) > 0 && forms_->have_same_head(denial, claim) &&
               std::includes(other.entities.begin(), other.entities.end(), one.entities.begin(), one.entities.end());
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

    ResolvedClaim describe(const std::vector<std::size_t> &members) const {
        ResolvedClaim claim;
        std::set<std::size_t> about;
        const Polarity usual = usual_polarity(members);
        std::size_t best = members.front();
        for (const std::size_t i : members) {
            claim.mentions.push_back((*forms_)[i].mention);
            about.insert((*forms_)[i].entities.begin(), (*forms_)[i].entities.end());
        }
        std::pair best_rank(tells_of_another(best, members), rank(best, usual, members));
        for (const std::size_t i : members) {
            if (const auto own = std::pair(tells_of_another(i, members), rank(i, usual, members)); own < best_rank) {
                best = i;
                best_rank = own;
            }
        }
        claim.entities.assign(about.begin(), about.end());
        claim.label = forms_->wording(best);
        claim.context = forms_->proposition(best).context;
        claim.polarity = forms_->proposition(best).polarity;
        return claim;
    }

    /// How most of the claim's statements are worded; affirmed where as many are negated.
    Polarity usual_polarity(const std::vector<std::size_t> &members) const {
        const auto negated = std::count_if(members.begin(), members.end(), [this](std::size_t i) {
            return forms_->proposition(i).polarity == Polarity::negated;
        });
        return 2 * static_cast<std::size_t>(negated) > members.size() ? Polarity::negated : Polarity::affirmed;
    }

    /// "Lavrov stressed that Russia …": what Lavrov stressed is the claim.
    bool tells_of_another(std::size_t index, const std::vector<std::size_t> &members) const {
        const ByteSpan whole = forms_->proposition(index).span;
        const std::size_t document = (*forms_)[index].mention.document;
        // Forms, and so the members, stand in the order of their documents.
        const auto before = [this](std::size_t form, std::size_t d) { return (*forms_)[form].mention.document < d; };
        const auto begin = std::lower_bound(members.begin(), members.end(), document, before);
        const auto end = std::lower_bound(begin, members.end(), document + 1, before);
        return std::any_of(begin, end, [&](std::size_t other) {
            const ByteSpan span = forms_->proposition(other).span;
            return span != whole && whole.contains(span);
        });
    }

    /// How much the words say that the others of the claim did not say, in steps.
    int excess(std::size_t index, const std::vector<std::size_t> &members) const {
        const std::size_t count = std::min(members.size(), most_compared);
        double total = 0;
        for (std::size_t i = 0; i < count; ++i) {
            total += forms_->excess(index, members[i]);
        }
        constexpr double steps = 2;
        return static_cast<int>(steps * total / static_cast<double>(count));
    }

    /// The smaller the better a label: of the usual polarity, a sentence that is clear without its context, no headline
    /// in capitals, with nothing that the others did not say, with a subject of its own, of a length that one reads at
    /// a glance.
    std::tuple<int, int, int, int, int, int, int, std::size_t, std::size_t>
    rank(std::size_t index, Polarity usual, const std::vector<std::size_t> &members) const {
        const Proposition &proposition = forms_->proposition(index);
        const std::string &text = forms_->wording(index);
        constexpr std::size_t best_size = 90;
        constexpr std::ptrdiff_t few_words = 3;
        constexpr std::size_t least_words = 2;
        return {proposition.polarity == usual ? 0 : 1,
                proposition.is_vague ? 1 : 0,
                (*forms_)[index].core.empty() ? 1 : 0,
                is_title_case(text) ? 1 : 0,
                text.rfind('[', 0) == 0 ? 1 : 0,
                std::count(text.begin(), text.end(), ' ') < few_words ||
                        forms_->count_strong((*forms_)[index].words) < least_words
                    ? 1
                    : 0,
                excess(index, members),
                text.size() < best_size ? best_size - text.size() : text.size() - best_size,
                index};
    }

    /// "Russia Has Agreed to Share": more words with capitals than without.
    static bool is_title_case(const std::string &text) {
        std::size_t capitals = 0;
        std::size_t words = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (i == 0 || text[i - 1] == ' ') {
                ++words;
                const std::size_t letter = text[i] == '[' && i + 1 < text.size() ? i + 1 : i;
                capitals += text[letter] >= 'A' && text[letter] <= 'Z' ? 1U : 0U;
            }
        }
        return words > 3 && 10 * capitals >= 7 * words;
    }

    const std::vector<Observations> *documents_;
    const ClaimForms *forms_;
    double threshold_;
    const std::vector<StatementLink> *links_;
    DisjointSets sets_;
    /// By the form that stands for the claim: which side of which of the user's lines its members are on.
    std::vector<std::set<std::pair<std::size_t, bool>>> sides_;
    std::vector<ClaimMerge> merges_;
    std::map<std::size_t, std::vector<std::size_t>> by_story_;
    /// By the form that stands for the claim; in order only once all are joined.
    std::vector<std::vector<std::size_t>> members_;
    /// The first of them, in order: those that are compared.
    std::vector<std::vector<std::size_t>> first_members_;
};

} // namespace

std::vector<std::pair<std::size_t, std::size_t>> claim_candidates(const ClaimForms &forms) {
    // A block is a word with a side, or a word alone where nobody is named.
    std::map<std::uint64_t, std::vector<std::size_t>> blocks;
    constexpr std::uint64_t nobody = 0xFFFFFFFFU;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        if (forms.representative(i) != i) {
            continue;
        }
        for (const Concept word : forms[i].words) {
            blocks[(std::uint64_t{word} << 32U) | nobody].push_back(i);
            for (const std::size_t side : forms[i].sides) {
                blocks[(std::uint64_t{word} << 32U) | side].push_back(i);
            }
        }
    }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (auto &[key, members] : blocks) {
        // In a large block each is compared with its neighbours only, those that share most being next to each other:
        // what is the same meets there, or in a smaller block.
        std::size_t reach = members.size();
        if (members.size() > most_in_block) {
            std::sort(members.begin(), members.end(), [&forms](std::size_t a, std::size_t b) {
                return std::tie(forms[a].core, forms[a].words, a) < std::tie(forms[b].core, forms[b].words, b);
            });
            reach = neighbours_in_block;
        }
        for (std::size_t i = 0; i < members.size(); ++i) {
            for (std::size_t j = i + 1; j < members.size() && j - i <= reach; ++j) {
                pairs.push_back(std::minmax(members[i], members[j]));
            }
        }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

ClaimResolution resolve_claims(const std::vector<Observations> &documents, const EntityResolution &entities,
                               const ClaimWords &words, const std::vector<std::vector<bool>> &included,
                               const StoryGroups *stories, double threshold, const std::vector<StatementLink> &links) {
    const ClaimForms forms(documents, entities, words, included, stories);
    return ClaimJoiner(documents, forms, threshold, links).run();
}

} // namespace gainsay
