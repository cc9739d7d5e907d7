#include "extract/attribution/quoted_speech.h"

#include "extract/attribution/source_phrase.h"

#include <algorithm>

namespace gainsay {

namespace {

class QuotedSpeech {
  public:
    QuotedSpeech(const EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &all)
        : book_(&book), syntax_(&book.syntax()), quotations_(&quotations), all_(&all) {}

    void run() {
        mark_taken();
        constexpr auto nobody = static_cast<std::size_t>(-1);
        std::size_t speaker = nobody;
        const Document &document = syntax_->document();
        std::size_t last_speech = 0;
        for (std::size_t s = 0; s < document.sentences.size(); ++s) {
            const Sentence &sentence = document.sentences[s];
            if (book_->is_skipped(sentence.first_token)) {
                speaker = nobody;
                continue;
            }
            const std::optional<std::size_t> own = speaker_in(sentence);
            if (own) {
                speaker = *own;
                last_speech = s;
                take(sentence, *own);
            } else if (speaker != nobody && s == last_speech + 1 && is_quoted(sentence)) {
                take(sentence, speaker);
                last_speech = s;
            }
        }
    }

  private:
    void mark_taken() {
        taken_.assign(syntax_->size(), 0);
        for (const FoundAttribution &each : *all_) {
            for (const TokenIndex token : each.content) {
                taken_[token] = 1;
            }
            for (const TokenIndex token : each.source) {
                taken_[token] = 1;
            }
        }
    }

    /// The last attribution of the sentence whose cue stands outside of quotation marks and whose source spoke.
    std::optional<std::size_t> speaker_in(const Sentence &sentence) const {
        std::optional<std::size_t> found;
        for (std::size_t i = 0; i < all_->size(); ++i) {
            const FoundAttribution &each = (*all_)[i];
            if (each.cue_head < sentence.first_token || each.cue_head >= sentence.end_token ||
                quotations_->contains(each.cue_head) || !each.source_head || is_inner(i)) {
                continue;
            }
            const ReportingVerb *verb =
                book_->english().reporting.find_verb(syntax_->verb_lemma(each.cue_head), Complement::clause);
            if (verb != nullptr && (!found || has_quotation(each) || !has_quotation((*all_)[*found]))) {
                found = i;
            }
        }
        return found;
    }

    bool is_inner(std::size_t index) const {
        const TokenIndex cue = (*all_)[index].cue_head;
        return std::any_of(all_->begin(), all_->end(), [cue](const FoundAttribution &other) {
            return std::binary_search(other.content.begin(), other.content.end(), cue);
        });
    }

    bool has_quotation(const FoundAttribution &each) const {
        return std::any_of(each.content.begin(), each.content.end(),
                           [this](TokenIndex token) { return quotations_->contains(token); });
    }

    /// Whether the sentence lies between quotation marks, all of it.
    bool is_quoted(const Sentence &sentence) const {
        bool words = false;
        for (TokenIndex token = sentence.first_token; token < sentence.end_token; ++token) {
            if (quotations_->contains(token)) {
                words = true;
            } else if (!quotations_->is_mark(token) && syntax_->upos(token) != Upos::PUNCT) {
                return false;
            }
        }
        return words;
    }

    /// The quotations of the sentence that nobody has.
    void take(const Sentence &sentence, std::size_t index) {
        FoundAttribution &speaker = (*all_)[index];
        constexpr std::size_t least_words = 3;
        for (const Quotation &quotation : quotations_->all()) {
            const TokenIndex first = std::max(quotation.first, sentence.first_token);
            const TokenIndex end = std::min(quotation.end, sentence.end_token);
            if (first >= end || end - first < least_words) {
                continue;
            }
            bool free = true;
            for (TokenIndex token = first; token < end; ++token) {
                free = free && taken_[token] == 0;
            }
            if (!free) {
                continue;
            }
            for (TokenIndex token = first; token < end; ++token) {
                if (token != speaker.cue_head) {
                    speaker.content.push_back(token);
                    taken_[token] = 1;
                }
            }
            std::sort(speaker.content.begin(), speaker.content.end());
            trim_punctuation(*syntax_, speaker.content);
        }
    }

    const EntityBook *book_;
    const Syntax *syntax_;
    const Quotations *quotations_;
    std::vector<FoundAttribution> *all_;
    std::vector<std::uint8_t> taken_;
};

} // namespace

void extend_over_quotations(const EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &all) {
    QuotedSpeech(book, quotations, all).run();
}

} // namespace gainsay
