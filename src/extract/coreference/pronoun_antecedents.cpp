#include "extract/coreference/pronoun_antecedents.h"

#include <optional>

namespace gainsay {

namespace {

/// The chain of who says the clause that the phrase is the subject of.
std::uint32_t teller_chain(const ChainState &chains, const Phrase &phrase) {
    const Syntax &syntax = chains.book().syntax();
    const std::optional<TokenIndex> verb = syntax.head(phrase.head);
    const bool subject = phrase.role == PhraseRole::subject || phrase.role == PhraseRole::passive_subject;
    // "said it was clear that …" speaks of nothing.
    if (!subject || !verb || syntax.child(*verb, {"csubj", "ccomp"}).has_value() || !syntax.is(*verb, "ccomp")) {
        return ChainState::none;
    }
    const std::optional<TokenIndex> above = syntax.head(*verb);
    if (!above || chains.book().english().reporting.find_verb(syntax.verb_lemma(*above)) == nullptr) {
        return ChainState::none;
    }
    const std::optional<TokenIndex> teller = syntax.subject(*above);
    if (!teller || *teller >= phrase.head || chains.phrase_at(*teller) == ChainState::none) {
        return ChainState::none;
    }
    return chains.chain_of(chains.phrase_at(*teller));
}

/// "Norway denied that it would …": the state or body whose words the clause is.
std::uint32_t teller_of_clause(const ChainState &chains, const Phrase &phrase) {
    const std::uint32_t chain = teller_chain(chains, phrase);
    return chain != ChainState::none && chains.is_body(chains.chain(chain)) ? chain : ChainState::none;
}

/// "Reed has maintained he is innocent": the person whose words the clause is, if of that sex.
std::uint32_t person_of_clause(const ChainState &chains, const Phrase &phrase) {
    const std::uint32_t chain = phrase.quotation < 0 ? teller_chain(chains, phrase) : ChainState::none;
    return chain != ChainState::none && chains.chain(chain).has_name && chains.is_person(chains.chain(chain)) &&
                   has_sex(chains.chain(chain), phrase.gender)
               ? chain
               : ChainState::none;
}

/// "He said that …" at the beginning of a sentence.
bool opens_report(const ChainState &chains, const Phrase &phrase) {
    const Syntax &syntax = chains.book().syntax();
    const std::optional<TokenIndex> verb = syntax.head(phrase.head);
    return verb && syntax.sentence(phrase.sentence).first_token == phrase.head && chains.is_main_subject(phrase) &&
           chains.book().english().reporting.find_verb(syntax.verb_lemma(*verb), Complement::clause) != nullptr;
}

/// "…," he said: who the sentence before is about, outside of quotations, if that is one person of that sex.
std::uint32_t speaker_before(const ChainState &chains, std::uint32_t position) {
    const Phrase &phrase = chains.phrases()[position];
    const bool speaks = phrase.quotation < 0 && phrase.role == PhraseRole::subject &&
                        (chains.says_quotation(phrase) || opens_report(chains, phrase));
    return speaks ? subject_before(chains, position) : ChainState::none;
}

} // namespace

std::uint32_t subject_before(const ChainState &chains, std::uint32_t position) {
    const Phrase &phrase = chains.phrases()[position];
    constexpr std::uint32_t most_sentences = 3;
    for (std::uint32_t back = 1; back <= position; ++back) {
        const Phrase &earlier = chains.phrases()[position - back];
        if (earlier.sentence + most_sentences < phrase.sentence) {
            break;
        }
        if (earlier.sentence == phrase.sentence || earlier.quotation >= 0 || !chains.is_main_subject(earlier)) {
            continue;
        }
        const std::uint32_t number = chains.chain_of(position - back);
        // "The truce has come under strain" is between; nobody is.
        const bool is_thing = earlier.noun_class != NounClass::person && earlier.type == PhraseType::definite &&
                              (number == ChainState::none || !chains.is_person(chains.chain(number)));
        if (is_thing) {
            continue;
        }
        return number != ChainState::none && !earlier.is_plural && chains.is_person(chains.chain(number)) &&
                       has_sex(chains.chain(number), phrase.gender)
                   ? number
                   : ChainState::none;
    }
    return ChainState::none;
}

std::uint32_t antecedent_of_person(const ChainState &chains, std::uint32_t position) {
    const std::uint32_t teller = person_of_clause(chains, chains.phrases()[position]);
    return teller != ChainState::none ? teller : speaker_before(chains, position);
}

std::uint32_t antecedent_of_it(const ChainState &chains, std::uint32_t position) {
    const Phrase &phrase = chains.phrases()[position];
    const Syntax &syntax = chains.book().syntax();
    if (const std::uint32_t teller = teller_of_clause(chains, phrase); teller != ChainState::none) {
        return teller;
    }
    const std::optional<TokenIndex> verb = syntax.head(phrase.head);
    const bool reports = phrase.role == PhraseRole::subject && verb &&
                         chains.book().english().reporting.find_verb(syntax.verb_lemma(*verb)) != nullptr;
    const bool starts = syntax.sentence(phrase.sentence).first_token == phrase.head;
    if (phrase.sentence == 0 || !starts || !(reports || phrase.is_possessive)) {
        return ChainState::none;
    }
    std::uint32_t found = ChainState::none;
    for (std::uint32_t back = 1; back <= position; ++back) {
        const Phrase &earlier = chains.phrases()[position - back];
        if (earlier.sentence + 1 < phrase.sentence) {
            break;
        }
        const bool subject = earlier.role == PhraseRole::subject || earlier.role == PhraseRole::passive_subject;
        if (subject && !earlier.is_plural && earlier.quotation < 0 &&
            chains.chain_of(position - back) != ChainState::none &&
            chains.is_body(chains.chain(chains.chain_of(position - back)))) {
            found = chains.chain_of(position - back);
        }
    }
    return found;
}

} // namespace gainsay
