#include "extract/claim_antecedent.h"

#include "extract/attribution/source_phrase.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace gainsay {

namespace {

class ClaimAntecedent {
  public:
    ClaimAntecedent(const EntityBook &book, const PressDocuments &press, const std::vector<FoundAttribution> &all,
                    const FoundAttribution &found, const std::vector<Attribution> &before)
        : book_(&book), syntax_(&book.syntax()), press_(&press), all_(&all), found_(&found), before_(&before) {}

    void take(Attribution &result) const {
        // "denied the request" answers nothing that was claimed.
        if (std::any_of(found_->content.begin(), found_->content.end(),
                        [this](TokenIndex token) { return names_wish(*syntax_, book_->english(), token); })) {
            return;
        }
        const std::optional<EntityIndex> author = press_->author_of_content(found_->content);
        const std::optional<std::size_t> earlier = author ? first_claim_of(*author, result) : latest_claim(result);
        if (earlier) {
            result.propositions = {(*before_)[*earlier].propositions.front()};
            result.confidence = std::min(result.confidence, 0.6);
        }
    }

  private:
    /// Whether somebody else stated something there, before `found` and not around it.
    bool is_claim_before(std::size_t position, const Attribution &result) const {
        const Attribution &earlier = (*before_)[position];
        return earlier.source_entity && earlier.source_entity != result.source_entity &&
               !earlier.propositions.empty() && (*all_)[position].cue_head < found_->cue_head &&
               !std::binary_search((*all_)[position].content.begin(), (*all_)[position].content.end(),
                                   found_->cue_head);
    }

    /// "denied the allegations" answers what was said of who denies, and of nobody else by name.
    static bool concerns(const Attribution &earlier, const Attribution &denial) {
        return !denial.source_entity || earlier.propositions.front().entities.empty() || names(earlier, denial);
    }

    /// Whether what was said there names who denies.
    static bool names(const Attribution &earlier, const Attribution &denial) {
        const std::vector<EntityIndex> &about = earlier.propositions.front().entities;
        return denial.source_entity && std::find(about.begin(), about.end(), *denial.source_entity) != about.end();
    }

    /// Whether it is who denies that did it by what was said: of "slammed the party for how it treated Reed" Reed is
    /// not charged.
    static bool charges(const Attribution &earlier, const Attribution &denial) {
        const Proposition &charge = earlier.propositions.front();
        return names(earlier, denial) &&
               (charge.entities.size() == 1 || charge.subject == denial.source_entity ||
                std::find(charge.actors.begin(), charge.actors.end(), *denial.source_entity) != charge.actors.end());
    }

    /// "the charges", and not "it": a noun is remembered for longer than what a pronoun stands for.
    bool has_noun() const {
        return std::any_of(found_->content.begin(), found_->content.end(),
                           [this](TokenIndex token) { return syntax_->upos(token) == Upos::NOUN; });
    }

    /// The charge against who denies, if it is not far; or else what was said just before.
    std::optional<std::size_t> latest_claim(const Attribution &result) const {
        constexpr std::size_t far = 8;
        const std::optional<std::size_t> charge =
            has_noun() ? nearest_claim(result, far,
                                       [&result](const Attribution &earlier) {
                                           return earlier.stance == Stance::accuses && charges(earlier, result);
                                       })
                       : std::nullopt;
        const bool by_noun = has_noun();
        return charge ? charge : nearest_claim(result, 1, [&result, by_noun](const Attribution &earlier) {
            return by_noun ? names(earlier, result) : concerns(earlier, result);
        });
    }

    template <class Test>
    std::optional<std::size_t> nearest_claim(const Attribution &result, std::size_t most_sentences,
                                             const Test &fits) const {
        const std::size_t sentence = syntax_->sentence_of(found_->cue_head);
        std::optional<std::size_t> nearest;
        for (std::size_t i = 0; i < before_->size(); ++i) {
            const std::size_t there = syntax_->sentence_of((*all_)[i].cue_head);
            if (there + most_sentences >= sentence && is_claim_before(i, result) && fits((*before_)[i]) &&
                (!nearest || (*all_)[i].cue_head >= (*all_)[*nearest].cue_head)) {
                nearest = i;
            }
        }
        return nearest;
    }

    /// The first that needs no context, or else the first.
    std::optional<std::size_t> first_claim_of(EntityIndex author, const Attribution &result) const {
        std::optional<std::size_t> first;
        for (std::size_t i = 0; i < before_->size(); ++i) {
            if ((*before_)[i].source_entity == author && is_claim_before(i, result)) {
                if (!(*before_)[i].propositions.front().is_vague) {
                    return i;
                }
                first = first.value_or(i);
            }
        }
        return first;
    }

    const EntityBook *book_;
    const Syntax *syntax_;
    const PressDocuments *press_;
    const std::vector<FoundAttribution> *all_;
    const FoundAttribution *found_;
    const std::vector<Attribution> *before_;
};

} // namespace

void take_claim_antecedent(const EntityBook &book, const PressDocuments &press,
                           const std::vector<FoundAttribution> &all, const FoundAttribution &found,
                           const std::vector<Attribution> &before, Attribution &result) {
    ClaimAntecedent(book, press, all, found, before).take(result);
}

} // namespace gainsay
