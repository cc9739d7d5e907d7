#include "extract/claim_antecedent.h"

#include "extract/attribution/source_phrase.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>

namespace gainsay {

namespace {

class ClaimAntecedent {
  public:
    ClaimAntecedent(const EntityBook &book, const PressDocuments &press, const std::vector<FoundAttribution> &all,
                    const FoundAttribution &found, const std::vector<TokenIndex> &phrase,
                    const std::vector<Attribution> &before)
        : book_(&book), syntax_(&book.syntax()), press_(&press), all_(&all), found_(&found), phrase_(&phrase),
          before_(&before) {
        for (const TokenIndex token : phrase) {
            if (syntax_->is(token, "nmod:poss") || is_person(token)) {
                owner_ = book.at(token);
            }
        }
        for (const TokenIndex token : found.source) {
            const std::optional<EntityIndex> entity =
                syntax_->is(token, "nmod") ? book.at(token) : std::optional<EntityIndex>();
            if (entity) {
                deniers_.push_back(*entity);
            }
        }
    }

    void take(Attribution &result) const {
        if (found_->answers_clause) {
            take_clause_before(result);
            return;
        }
        // "Trump believed him" is no answer to what was said of him; "contradicted him" is one to what he said.
        if (std::any_of(phrase_->begin(), phrase_->end(), [this](TokenIndex token) { return is_person(token); }) &&
            !(owner_ && result.stance == Stance::denies)) {
            return;
        }
        // "denied the request" answers nothing that was claimed.
        if (std::any_of(phrase_->begin(), phrase_->end(),
                        [this](TokenIndex token) { return names_wish(*syntax_, book_->english(), token); })) {
            return;
        }
        // "her statements": no one of them.
        const bool is_one = std::none_of(phrase_->begin(), phrase_->end(), [this](TokenIndex token) {
            return feature(syntax_->token(token).feats, "Number") == std::string_view("Plur");
        });
        const std::optional<EntityIndex> author = is_one ? press_->author_of_content(*phrase_) : std::nullopt;
        const std::optional<std::size_t> earlier = author ? first_claim_of(*author, result) : latest_claim(result);
        if (earlier) {
            result.propositions = {(*before_)[*earlier].propositions.front()};
            result.confidence = std::min(result.confidence, 0.6);
        }
    }

  private:
    /// "him", "her": not in "her claim".
    bool is_person(TokenIndex token) const {
        return syntax_->upos(token) == Upos::PRON && !syntax_->is(token, "nmod:poss") &&
               feature(syntax_->token(token).feats, "Gender") != std::string_view("Neut") &&
               feature(syntax_->token(token).feats, "Gender").has_value();
    }

    /// What stands in front of the denial in its sentence, the nearest of it.
    void take_clause_before(Attribution &result) const {
        const std::size_t sentence = syntax_->sentence_of(found_->cue_head);
        std::optional<std::size_t> nearest;
        for (std::size_t i = 0; i < before_->size(); ++i) {
            const std::vector<TokenIndex> &content = (*all_)[i].content;
            if (syntax_->sentence_of((*all_)[i].cue_head) == sentence && is_claim_before(i, result) &&
                is_claimed((*before_)[i]) && !content.empty() && content.front() < found_->content.front() &&
                (!nearest || content.back() >= (*all_)[*nearest].content.back())) {
                nearest = i;
            }
        }
        if (nearest) {
            constexpr double sure = 0.8;
            result.propositions = {(*before_)[*nearest].propositions.back()};
            result.confidence = std::min(result.confidence, sure);
            take_charged_person((*before_)[*nearest], result);
        }
    }

    /// "said that Jones took it, which he denies": he who is charged, and not somebody of another sentence.
    void take_charged_person(const Attribution &earlier, Attribution &result) const {
        const std::vector<EntityIndex> &about = result.propositions.front().entities;
        if (!found_->source_head || syntax_->upos(*found_->source_head) != Upos::PRON ||
            !is_person(*found_->source_head) ||
            std::find(about.begin(), about.end(), result.source_entity) != about.end()) {
            return;
        }
        std::vector<EntityIndex> persons;
        std::copy_if(about.begin(), about.end(), std::back_inserter(persons), [&](EntityIndex each) {
            return book_->entity(each).type == NodeKind::Person && each != earlier.source_entity;
        });
        if (persons.size() == 1) {
            result.source_entity = persons.front();
        }
    }

    /// Held to be so, and neither wanted nor threatened with: what "the claims" may stand for.
    static bool is_claimed(const Attribution &earlier) {
        return earlier.stance == Stance::asserts || earlier.stance == Stance::accuses ||
               earlier.stance == Stance::suggests;
    }

    /// Whether somebody else stated something there, before `found` and not around it; of who takes back, he himself.
    bool is_claim_before(std::size_t position, const Attribution &result) const {
        const Attribution &earlier = (*before_)[position];
        const bool is_own = earlier.source_entity == result.source_entity;
        // "denied her account" answers what she said.
        if (owner_ && earlier.source_entity != owner_) {
            return false;
        }
        return earlier.source_entity && is_own == (result.stance == Stance::retracts) &&
               !earlier.propositions.empty() && (*all_)[position].cue_head < found_->cue_head &&
               !std::binary_search((*all_)[position].content.begin(), (*all_)[position].content.end(),
                                   found_->cue_head);
    }

    /// "denied the allegations" answers what was said of who denies, and of nobody else by name.
    bool concerns(const Attribution &earlier, const Attribution &denial) const {
        return !denial.source_entity || earlier.propositions.front().entities.empty() || names(earlier, denial);
    }

    bool is_denier(EntityIndex entity, const Attribution &denial) const {
        return entity == denial.source_entity || std::find(deniers_.begin(), deniers_.end(), entity) != deniers_.end();
    }

    /// Whether what was said there names who denies.
    bool names(const Attribution &earlier, const Attribution &denial) const {
        const std::vector<EntityIndex> &about = earlier.propositions.front().entities;
        return denial.source_entity &&
               std::any_of(about.begin(), about.end(), [&](EntityIndex each) { return is_denier(each, denial); });
    }

    /// Whether it is who denies that did it by what was said: of "slammed the party for how it treated Reed" Reed is
    /// not charged.
    bool charges(const Attribution &earlier, const Attribution &denial) const {
        const Proposition &charge = earlier.propositions.front();
        return names(earlier, denial) &&
               (charge.entities.size() == 1 || (charge.subject && is_denier(*charge.subject, denial)) ||
                std::any_of(charge.actors.begin(), charge.actors.end(),
                            [&](EntityIndex each) { return is_denier(each, denial); }));
    }

    /// "the charges", and not "it": a noun is remembered for longer than what a pronoun stands for.
    bool has_noun() const {
        return std::any_of(phrase_->begin(), phrase_->end(),
                           [this](TokenIndex token) { return syntax_->upos(token) == Upos::NOUN; });
    }

    /// The charge against who denies, if it is not far; or else what was said just before.
    std::optional<std::size_t> latest_claim(const Attribution &result) const {
        constexpr std::size_t far = 8;
        const std::optional<std::size_t> charge =
            has_noun() ? nearest_claim(result, far,
                                       [&](const Attribution &earlier) {
                                           return earlier.stance == Stance::accuses && charges(earlier, result);
                                       })
                       : std::nullopt;
        const bool by_noun = has_noun();
        // "Her account" may have been given some time ago.
        const std::size_t reach = by_noun && owner_ ? far : 1;
        const std::optional<std::size_t> beside = nearest_claim(result, reach, [&](const Attribution &earlier) {
            // "talked of a walkout in the event of his ouster" charges him with nothing.
            const Proposition &said = earlier.propositions.front();
            const bool is_whole =
                earlier.stance == Stance::accuses || !said.is_vague || said.subject || said.entities.size() > 1;
            return by_noun ? names(earlier, result) && is_claimed(earlier) && is_whole : concerns(earlier, result);
        });
        // Another charge has been told of since, of which it is not clear whom it names.
        constexpr std::size_t near = 2;
        const bool is_doubtful =
            charge && !beside &&
            syntax_->sentence_of((*all_)[*charge].cue_head) + near < syntax_->sentence_of(found_->cue_head) &&
            nearest_claim(result, 1, [&](const Attribution &earlier) {
                return is_claimed(earlier) && earlier.propositions.front().entities.empty();
            });
        return is_doubtful ? std::nullopt : charge ? charge : beside;
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
            if ((*before_)[i].source_entity == author && is_claim_before(i, result) && is_claimed((*before_)[i])) {
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
    const std::vector<TokenIndex> *phrase_;
    const std::vector<Attribution> *before_;
    /// Whose claim it is by its phrase, where a name or a pronoun tells.
    std::optional<EntityIndex> owner_;
    /// Whom the source's words name: of "his lawyer", "a spokesman for Reed" also him.
    std::vector<EntityIndex> deniers_;
};

} // namespace

void take_claim_antecedent(const EntityBook &book, const PressDocuments &press,
                           const std::vector<FoundAttribution> &all, const FoundAttribution &found,
                           const std::vector<TokenIndex> &phrase, const std::vector<Attribution> &before,
                           Attribution &result) {
    ClaimAntecedent(book, press, all, found, phrase, before).take(result);
}

} // namespace gainsay
