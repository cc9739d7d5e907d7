#include "extract/coreference/quotation_speakers.h"

namespace gainsay {

namespace {

/// The subject, outside of the quotation, of a verb that reports or that the quoted clause belongs to.
std::optional<TokenIndex> reporter(const Syntax &syntax, const English &english, const Quotation &quotation,
                                   TokenIndex verb, bool has_clause) {
    if (!has_clause && english.reporting.find_verb(syntax.verb_lemma(verb)) == nullptr) {
        return std::nullopt;
    }
    const std::optional<TokenIndex> subject = syntax.subject(verb);
    return subject && (*subject < quotation.first || *subject >= quotation.end) ? subject : std::nullopt;
}

/// "Reed continued: “…”": the subject of the clause that ends in the colon before the quotation.
std::optional<TokenIndex> speaker_before_colon(const Syntax &syntax, const Quotation &quotation) {
    TokenIndex token = quotation.first;
    // The mark itself may stand between.
    for (int steps = 0; steps < 2 && token > 0; ++steps) {
        --token;
        if (syntax.form(token) == ":") {
            break;
        }
    }
    if (token == 0 || syntax.form(token) != ":") {
        return std::nullopt;
    }
    const Sentence &sentence = syntax.sentence(syntax.sentence_of(token));
    for (TokenIndex verb = sentence.first_token; verb < token; ++verb) {
        const bool is_main = !syntax.head(verb) || *syntax.head(verb) >= token;
        if (const std::optional<TokenIndex> subject = syntax.own_subject(verb);
            is_main && subject && *subject < token) {
            return subject;
        }
    }
    return std::nullopt;
}

std::optional<TokenIndex> speaker_of(const Syntax &syntax, const English &english, const Quotation &quotation) {
    const auto is_outside = [&](TokenIndex token) { return token < quotation.first || token >= quotation.end; };
    for (TokenIndex token = quotation.first; token < quotation.end; ++token) {
        if (const std::optional<TokenIndex> head = syntax.head(token); head && is_outside(*head)) {
            if (const auto found = reporter(syntax, english, quotation, *head,
                                            syntax.is(token, "ccomp") || syntax.is(token, "parataxis"))) {
                return found;
            }
        }
        for (const TokenIndex child : syntax.children(token)) {
            if (is_outside(child)) {
                if (const auto found = reporter(syntax, english, quotation, child, syntax.is(child, "parataxis"))) {
                    return found;
                }
            }
        }
    }
    return speaker_before_colon(syntax, quotation);
}

/// "Reed said it again on Sunday. “It is …”": who the sentence before, of the same paragraph, says said something.
std::optional<TokenIndex> speaker_of_sentence_before(const Syntax &syntax, const English &english,
                                                     const Quotation &quotation) {
    const std::size_t at = syntax.sentence_of(quotation.first);
    // The mark and nothing else may stand before the first word.
    if (at == 0 || quotation.first > syntax.sentence(at).first_token + 1 || starts_paragraph(syntax.document(), at)) {
        return std::nullopt;
    }
    const Sentence &before = syntax.sentence(at - 1);
    std::optional<TokenIndex> speaker;
    for (TokenIndex verb = before.first_token; verb < before.end_token; ++verb) {
        const bool is_told = !syntax.head(verb) || syntax.is(verb, "parataxis") || syntax.is(verb, "conj");
        if (is_told && english.reporting.find_verb(syntax.verb_lemma(verb)) != nullptr) {
            const std::optional<TokenIndex> subject = syntax.subject(verb);
            speaker = subject ? subject : speaker;
        }
    }
    return speaker;
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
        if (!speaker) {
            speaker = speaker_of_sentence_before(syntax, english, quotation);
        }
        speakers.push_back(speaker);
        last = speaker;
        last_end = quotation.end;
        last_open = quotation.is_open;
    }
    return speakers;
}

} // namespace gainsay
