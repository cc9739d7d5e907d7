#include "extract/coreference/chain_finder.h"

#include "base/time_budget.h"
#include "extract/coreference/chain_bars.h"
#include "extract/coreference/chain_features.h"
#include "extract/coreference/chain_state.h"
#include "extract/coreference/noun_antecedents.h"
#include "extract/coreference/pronoun_antecedents.h"
#include "extract/coreference/relative_chains.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gainsay {

namespace {

/// How far back a phrase looks, and among how many chains it may choose.
struct Reach {
    std::uint32_t sentences;
    std::size_t chains;
};

Reach reach_of(PhraseType type) {
    if (is_speech_person(type)) {
        return {3, 8};
    }
    if (is_pronoun(type)) {
        return {4, 20};
    }
    switch (type) {
    case PhraseType::definite:
    case PhraseType::possessed:
    case PhraseType::pointed:
        return {3, 14};
    case PhraseType::modifier:
        return {0, 0};
    default:
        return {1, 6};
    }
}

/// Gives each phrase its chain, by rules where they are sure and else by a choice.
class ChainFinder {
  public:
    ChainFinder(ChainState chains, const ChainChooser &choose) : chains_(std::move(chains)), choose_(&choose) {}

    DocumentChains run() {
        for (std::uint32_t i = 0; i < chains_.phrases().size(); ++i) {
            check_time_budget();
            if (const std::optional<std::uint32_t> speaker = speaker_behind(i)) {
                waiting_[*speaker].push_back(i);
                continue;
            }
            const std::uint32_t chain = find_chain(i);
            if (const auto waiting = waiting_.find(i); waiting != waiting_.end()) {
                for (const std::uint32_t earlier : waiting->second) {
                    chains_.extend(chain, earlier);
                }
            }
            chains_.extend(chain, i);
            remember(i, chain);
        }
        join_relatives(chains_);
        return chains_.finish();
    }

  private:
    /// The chain that the phrase belongs to, a new one if need be.
    std::uint32_t find_chain(std::uint32_t position) {
        if (chains_.phrases()[position].entity >= 0) {
            return chains_.chain_of_entity(chains_.phrases()[position].entity);
        }
        const std::uint32_t by_rule = said_by_rules(position);
        ChainChoice choice;
        choice.phrase = position;
        choice.candidates = candidates(position);
        if (by_rule != ChainState::none &&
            std::find(choice.candidates.begin(), choice.candidates.end(), by_rule) == choice.candidates.end()) {
            choice.candidates.push_back(by_rule);
        }
        if (choice.candidates.empty()) {
            return chains_.new_chain();
        }
        describe(choice, by_rule);
        const ChainPick pick = (*choose_)(choice, chains_.all());
        const bool is_by_rule = pick.number > 0 && choice.candidates[pick.number - 1] == by_rule;
        if (pick.number == 0 || (!is_by_rule && is_guess(position, choice.candidates[pick.number - 1], pick.margin))) {
            return chains_.new_chain();
        }
        chains_.set_margin(position, pick.margin);
        return choice.candidates[pick.number - 1];
    }

    /// "The teenager" after two people: a noun or "it" that would get a name by hardly more than chance (two of three
    /// are right below this margin) rather stands for itself.
    bool is_guess(std::uint32_t position, std::uint32_t chain, float margin) const {
        constexpr float least_margin = 1;
        if (!chains_.chain(chain).has_name || margin >= least_margin) {
            return false;
        }
        const Phrase &phrase = chains_.phrases()[position];
        const Phrase &last = chains_.phrases()[chains_.chain(chain).phrases.back()];
        return phrase.type == PhraseType::definite || phrase.type == PhraseType::pointed ||
               phrase.type == PhraseType::indefinite ||
               (phrase.type == PhraseType::neuter && last.sentence != phrase.sentence);
    }

    /// By the rules; `none` where they say nothing.
    std::uint32_t said_by_rules(std::uint32_t position) {
        switch (chains_.phrases()[position].type) {
        case PhraseType::neuter:
            return antecedent_of_it(chains_, position);
        case PhraseType::masculine:
        case PhraseType::feminine:
            return antecedent_of_person(chains_, position);
        default:
            return antecedent_of_noun(chains_, position);
        }
    }

    /// "I" in a quotation: the phrase behind it that says who speaks, if it is one that has to be resolved itself.
    std::optional<std::uint32_t> speaker_behind(std::uint32_t position) const {
        const Phrase &phrase = chains_.phrases()[position];
        if (phrase.type != PhraseType::first_singular || phrase.quotation < 0) {
            return std::nullopt;
        }
        const std::optional<TokenIndex> token = chains_.speakers()[static_cast<std::size_t>(phrase.quotation)];
        const std::uint32_t speaker = token ? chains_.phrase_at(*token) : ChainState::none;
        if (speaker == ChainState::none || speaker <= position || chains_.phrases()[speaker].quotation >= 0) {
            return std::nullopt;
        }
        return speaker;
    }

    /// The chains among which the phrase may choose, in the order in which they are reached.
    std::vector<std::uint32_t> candidates(std::uint32_t position) {
        const Phrase &phrase = chains_.phrases()[position];
        std::vector<std::uint32_t> found;
        seen_.resize(chains_.all().chains.size(), ChainState::none);
        const auto add = [&](std::uint32_t chain) {
            if (chain == ChainState::none || seen_[chain] == position) {
                return;
            }
            seen_[chain] = position;
            if (!is_barred(chains_, phrase, chain)) {
                found.push_back(chain);
            }
        };
        const Reach reach = reach_of(phrase.type);
        constexpr std::uint32_t most_steps = 80;
        for (std::uint32_t back = 1; back <= position && back <= most_steps; ++back) {
            const Phrase &earlier = chains_.phrases()[position - back];
            if (found.size() >= reach.chains || earlier.sentence + reach.sentences < phrase.sentence) {
                break;
            }
            // What contains the phrase is something else: "his" in "his office".
            if (earlier.last < phrase.head || earlier.head < phrase.first) {
                add(chains_.chain_of(position - back));
            }
        }
        if (!is_pronoun(phrase.type)) {
            for (const std::uint32_t word : phrase.words) {
                std::for_each(chains_.chains_of_word(word).begin(), chains_.chains_of_word(word).end(), add);
            }
            return found;
        }
        if (is_speech_person(phrase.type)) {
            std::for_each(chains_.latest_of_speech().begin(), chains_.latest_of_speech().end(), add);
        }
        const std::uint32_t speaker = chains_.speaker_chain(phrase);
        seen_.resize(chains_.all().chains.size(), ChainState::none);
        add(speaker);
        return found;
    }

    void describe(ChainChoice &choice, std::uint32_t by_rule) {
        ChainContext context(chains_.book(), chains_.all(), choice.phrase);
        const Phrase &phrase = chains_.phrases()[choice.phrase];
        context.speaker = chains_.speaker_chain(phrase);
        context.chain_of = chains_.chains_of_phrases();
        context.phrase_at = chains_.phrases_at_heads();
        context.speech = speech_of(phrase);
        context.is_in_whole_quotation = chains_.is_in_whole_quotation(phrase);
        context.by_rule = by_rule;
        context.last_speaker = last_speaker_;
        context.last_subject = last_subject_;
        choice.candidates.erase(
            std::remove_if(choice.candidates.begin(), choice.candidates.end(),
                           [&](std::uint32_t chain) { return has_other_owner(context, chains_.chain(chain)); }),
            choice.candidates.end());
        context.fitting = static_cast<std::uint32_t>(
            std::count_if(choice.candidates.begin(), choice.candidates.end(),
                          [&](std::uint32_t chain) { return fits(context, chains_.chain(chain)); }));
        choice.features.push_back(features_of_new_chain(context, choice.candidates));
        // Rank by how recently each was mentioned.
        std::vector<std::pair<std::uint32_t, std::uint32_t>> latest;
        for (const std::uint32_t chain : choice.candidates) {
            const std::vector<std::uint32_t> &members = chains_.chain(chain).phrases;
            latest.emplace_back(members.empty() ? 0 : members.back() + 1, chain);
        }
        std::sort(latest.begin(), latest.end(), std::greater<>());
        choice.candidates.clear();
        std::uint32_t fitting = 0;
        for (std::size_t rank = 0; rank < latest.size(); ++rank) {
            const std::uint32_t chain = latest[rank].second;
            CandidateRank place;
            place.of_all = rank;
            if (fits(context, chains_.chain(chain))) {
                place.of_fitting = fitting++;
            }
            choice.candidates.push_back(chain);
            choice.features.push_back(features_of_chain(context, chain, place));
        }
    }

    /// Who speaks and who acts, for the phrases behind.
    void remember(std::uint32_t position, std::uint32_t chain) {
        const Phrase &phrase = chains_.phrases()[position];
        if (phrase.quotation >= 0) {
            return;
        }
        if (speech_of(phrase) > 0) {
            last_speaker_ = chain;
        }
        if (chains_.is_main_subject(phrase)) {
            last_subject_ = chain;
        }
    }

    /// 1 for the subject of a verb of reporting, 2 for one whose words a quotation is.
    std::uint32_t speech_of(const Phrase &phrase) const {
        return chains_.says_quotation(phrase) ? 2U : reports_something(chains_, phrase) ? 1U : 0U;
    }

    ChainState chains_;
    const ChainChooser *choose_;
    std::uint32_t last_speaker_ = ChainState::none;
    std::uint32_t last_subject_ = ChainState::none;
    /// By chain: the phrase whose candidate it was last.
    std::vector<std::uint32_t> seen_;
    /// By the phrase of a speaker: "I" in his words before it.
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> waiting_;
};

} // namespace

DocumentChains find_chains(const EntityBook &book, const Quotations &quotations, std::vector<OpenNominal> nominals,
                           const ChainChooser &choose) {
    return ChainFinder(ChainState(book, quotations, std::move(nominals)), choose).run();
}

ChainChooser choose_by(const ChainRanker &ranker) {
    return [&ranker](const ChainChoice &choice, const DocumentChains &) {
        std::size_t best = 0;
        float best_score = ranker.score(choice.features[0]);
        float next_score = -ChainPick::sure;
        for (std::size_t i = 1; i < choice.features.size(); ++i) {
            const float score = ranker.score(choice.features[i]);
            next_score = std::max(next_score, std::min(score, best_score));
            if (score > best_score) {
                best_score = score;
                best = i;
            }
        }
        return ChainPick(best, best_score - next_score);
    };
}

} // namespace gainsay
