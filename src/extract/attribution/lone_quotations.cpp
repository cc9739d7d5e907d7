#include "extract/attribution/lone_quotations.h"

#include "extract/attribution/source_phrase.h"
#include "extract/syntax/token_list.h"
#include "graph_schema/node_kind.h"

#include <algorithm>
#include <cmath>

namespace gainsay {

namespace {

/// Fewer words are a name or a title.
constexpr std::size_t least_words = 4;
/// Of what is known of the speaker in the sentence before; where he is quoted there, and a paragraph ends, another may
/// answer him.
constexpr double spoke_before = 0.9;
constexpr double may_be_answered = 0.6;
/// Where the sentence before only tells of somebody.
constexpr double told_of = 0.75;

class LoneQuotations {
  public:
    LoneQuotations(const EntityBook &book, const Quotations &quotations, const std::vector<FoundAttribution> &all)
        : book_(&book), syntax_(&book.syntax()), quotations_(&quotations), all_(&all), taken_(syntax_->size(), 0) {
        for (const FoundAttribution &each : all) {
            for (const TokenIndex token : each.content) {
                taken_[token] = 1;
            }
            for (const TokenIndex token : each.cue) {
                taken_[token] = 1;
            }
        }
    }

    std::vector<FoundAttribution> find() const {
        std::vector<FoundAttribution> found;
        std::optional<FoundAttribution> speaker;
        for (std::size_t s = 1; s < syntax_->document().sentences.size(); ++s) {
            const Sentence &sentence = syntax_->sentence(s);
            if (!is_lone(sentence, speaker ? 1 : least_words)) {
                speaker = std::nullopt;
                continue;
            }
            if (!speaker) {
                speaker = speaker_in(syntax_->sentence(s - 1));
            }
            if (speaker && !is_taken(sentence)) {
                take(sentence, *speaker, found);
            }
        }
        return found;
    }

  private:
    bool is_lone(const Sentence &sentence, std::size_t least) const {
        std::size_t words = 0;
        for (TokenIndex token = sentence.first_token; token < sentence.end_token; ++token) {
            const bool is_word = syntax_->upos(token) != Upos::PUNCT && !quotations_->is_mark(token);
            if (is_word && !quotations_->contains(token)) {
                return false;
            }
            words += is_word ? 1U : 0U;
        }
        return words >= least && !book_->is_skipped(sentence.first_token);
    }

    bool is_taken(const Sentence &sentence) const {
        return std::any_of(taken_.begin() + sentence.first_token, taken_.begin() + sentence.end_token,
                           [](std::uint8_t taken) { return taken != 0; });
    }

    /// Whoever the sentence, which is not quoted throughout, says said something; or else whom it tells of.
    std::optional<FoundAttribution> speaker_in(const Sentence &sentence) const {
        if (book_->is_skipped(sentence.first_token)) {
            return std::nullopt;
        }
        const FoundAttribution *last = nullptr;
        for (const FoundAttribution &each : *all_) {
            if (each.cue_head >= sentence.first_token && each.cue_head < sentence.end_token &&
                !quotations_->contains(each.cue_head) && each.source_head && !is_within_content(each)) {
                last = &each;
            }
        }
        if (last == nullptr) {
            return person_told_of(sentence);
        }
        FoundAttribution speaker = *last;
        const bool is_quoted = std::any_of(speaker.content.begin(), speaker.content.end(),
                                           [this](TokenIndex token) { return quotations_->contains(token); });
        const bool may_answer =
            is_quoted && starts_paragraph(syntax_->document(), syntax_->sentence_of(sentence.end_token));
        speaker.confidence = std::round(speaker.confidence * (may_answer ? may_be_answered : spoke_before) * 1e4) / 1e4;
        return speaker;
    }

    bool is_within_content(const FoundAttribution &found) const {
        return std::any_of(all_->begin(), all_->end(), [&found](const FoundAttribution &other) {
            return &other != &found && contains(other.content, found.cue_head);
        });
    }

    std::optional<FoundAttribution> person_told_of(const Sentence &sentence) const {
        for (TokenIndex verb = sentence.first_token; verb < sentence.end_token; ++verb) {
            const std::optional<TokenIndex> subject =
                syntax_->head(verb) || quotations_->contains(verb) ? std::nullopt : syntax_->own_subject(verb);
            const std::optional<EntityIndex> entity = subject ? source_entity(*book_, *subject) : std::nullopt;
            if (!entity || book_->entity(*entity).type != NodeKind::Person || syntax_->upos(verb) != Upos::VERB ||
                syntax_->is_passive(verb)) {
                continue;
            }
            FoundAttribution speaker;
            speaker.cue = {verb};
            speaker.cue_head = verb;
            speaker.source = source_tokens(*syntax_, *subject);
            speaker.source_head = subject;
            speaker.source_entity = entity;
            speaker.confidence = told_of;
            return speaker;
        }
        return std::nullopt;
    }

    void take(const Sentence &sentence, const FoundAttribution &speaker, std::vector<FoundAttribution> &found) const {
        const bool goes_on = !found.empty() && found.back().cue_head == speaker.cue_head &&
                             found.back().content.back() + 4 >= sentence.first_token;
        if (!goes_on) {
            found.push_back(speaker);
            FoundAttribution &added = found.back();
            added.content.clear();
            added.unsaid.clear();
            added.content_subject = std::nullopt;
            added.addressee = std::nullopt;
            added.nested_in = std::nullopt;
            added.answers_clause = false;
            added.is_statement = true;
            added.stance = Stance::asserts;
        }
        for (TokenIndex token = sentence.first_token; token < sentence.end_token; ++token) {
            if (quotations_->contains(token)) {
                found.back().content.push_back(token);
            }
        }
    }

    const EntityBook *book_;
    const Syntax *syntax_;
    const Quotations *quotations_;
    const std::vector<FoundAttribution> *all_;
    std::vector<std::uint8_t> taken_;
};

} // namespace

void add_lone_quotations(const EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &all) {
    std::vector<FoundAttribution> found = LoneQuotations(book, quotations, all).find();
    for (FoundAttribution &each : found) {
        trim_punctuation(book.syntax(), each.content);
        if (!each.content.empty()) {
            all.push_back(std::move(each));
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const FoundAttribution &a, const FoundAttribution &b) { return a.cue_head < b.cue_head; });
}

} // namespace gainsay
