#include "extract/coreference/quotation_speakers.h"

namespace gainsay {

namespace {

/// The subject of a verb that reports, outside of the quotation.
std::optional<TokenIndex> reporter(const Syntax &syntax, const English &english, const Quotation &quotation,
                                   TokenIndex verb) {
    if (english.reporting.find_verb(syntax.verb_lemma(verb)) == nullptr) {
        return std::nullopt;
    }
    const std::optional<TokenIndex> subject = syntax.subject(verb);
    return subject && (*subject < quotation.first || *subject >= quotation.end) ? subject : std::nullopt;
}

std::optional<TokenIndex> speaker_of(const Syntax &syntax, const English &english, const Quotation &quotation) {
    const auto is_outside = [&](TokenIndex token) { return token < quotation.first || token >= quotation.end; };
    for (TokenIndex token = quotation.first; token < quotation.end; ++token) {
        if (const std::optional<TokenIndex> head = syntax.head(token); head && is_outside(*head)) {
            if (const auto found = reporter(syntax, english, quotation, *head)) {
                return found;
            }
        }
        for (const TokenIndex child : syntax.children(token)) {
            if (is_outside(child)) {
                if (const auto found = reporter(syntax, english, quotation, child)) {
                    return found;
                }
            }
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<std::optional<TokenIndex>> find_quotation_speakers(const Syntax &syntax, const English &english,
                                                               const Quotations &quotations) {
    const Document &document = syntax.document();
    std::vector<std::optional<TokenIndex>> speakers;
    std::optional<TokenIndex> last;
    TokenIndex last_end = 0;
    bool last_open = false;
    for (const Quotation &quotation : quotations.all()) {
        std::optional<TokenIndex> speaker = speaker_of(syntax, english, quotation);
        if (!speaker && last) {
            std::size_t breaks = 0;
            for (std::size_t s = syntax.sentence_of(last_end > 0 ? last_end - 1 : 0) + 1;
                 s <= syntax.sentence_of(quotation.first); ++s) {
                breaks += starts_paragraph(document, s) ? 1U : 0U;
            }
            if (breaks == 0 || (breaks == 1 && last_open)) {
                speaker = last;
            }
        }
        speakers.push_back(speaker);
        last = speaker;
        last_end = quotation.end;
        last_open = quotation.is_open;
    }
    return speakers;
}

} // namespace gainsay
