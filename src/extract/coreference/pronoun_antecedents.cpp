#include "extract/coreference/pronoun_antecedents.h"

#include "extract/coreference/chain_bars.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace gainsay {

namespace {

/// The chain of who says the clause that the phrase is the subject of.
std::uint32_t teller_chain(const ChainState &chains, const Phrase &phrase) {
    const Syntax &syntax = chains.book().syntax();
    const std::optional<TokenIndex> verb = syntax.head(phrase.head);
    const bool subject = phrase.role == PhraseRole::subject || phrase.role == PhraseRole::passive_subject;
    // "said it was clear that …" speaks of nothing.
    const bool is_empty = phrase.type == PhraseType::neuter && verb && syntax.child(*verb, {"csubj", "ccomp"});
    if (!subject || !verb || is_empty || !syntax.is(*verb, "ccomp")) {
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

/// Nothing but a conjunction and an adverb may stand before the subject: "But she described …".
bool opens_sentence(const ChainState &chains, const Phrase &phrase) {
    constexpr TokenIndex most_words = 3;
    const TokenIndex first = chains.book().syntax().sentence(phrase.sentence).first_token;
    return chains.is_main_subject(phrase) && phrase.head < first + most_words;
}

/// Whom the sentence before tells of, where nobody is quoted there or told to say something.
std::uint32_t subject_of_sentence_before(const ChainState &chains, std::uint32_t position) {
    const Phrase &phrase = chains.phrases()[position];
    std::uint32_t found = ChainState::none;
    for (std::uint32_t back = 1; back <= position; ++back) {
        const Phrase &earlier = chains.phrases()[position - back];
        if (earlier.sentence + 1 < phrase.sentence) {
            break;
        }
        if (earlier.sentence == phrase.sentence) {
            continue;
        }
        if (earlier.quotation >= 0 || reports_something(chains, earlier)) {
            return ChainState::none;
        }
        if (chains.is_main_subject(earlier)) {
            const std::uint32_t number = chains.chain_of(position - back);
            found = number != ChainState::none && !earlier.is_plural && chains.is_person(chains.chain(number)) &&
                            has_sex(chains.chain(number), phrase.gender)
                        ? number
                        : ChainState::none;
        }
    }
    return found;
}

/// "…," he said; "He refused …": who the sentences before are about, outside of quotations, if that is one person of
/// that sex.
std::uint32_t speaker_before(const ChainState &chains, std::uint32_t position) {
    const Phrase &phrase = chains.phrases()[position];
    if (phrase.quotation >= 0 || phrase.role != PhraseRole::subject) {
        return ChainState::none;
    }
    std::uint32_t found = ChainState::none;
    if (chains.says_quotation(phrase) || (opens_sentence(chains, phrase) && reports_something(chains, phrase))) {
        found = subject_before(chains, position);
    } else if (opens_sentence(chains, phrase)) {
        found = subject_of_sentence_before(chains, position);
    }
    return found != ChainState::none && is_told(chains, phrase, chains.chain(found)) ? ChainState::none : found;
}

/// The chain of a person before the pronoun, of its sex and inside the same quotation or none.
std::uint32_t person_at(const ChainState &chains, const Phrase &phrase, std::optional<TokenIndex> head) {
    if (!head || *head >= phrase.head || chains.phrase_at(*head) == ChainState::none) {
        return ChainState::none;
    }
    const std::uint32_t position = chains.phrase_at(*head);
    const std::uint32_t chain = chains.chain_of(position);
    return chain != ChainState::none && !chains.phrases()[position].is_plural &&
                   chains.phrases()[position].quotation == phrase.quotation && chains.is_person(chains.chain(chain)) &&
                   has_sex(chains.chain(chain), phrase.gender)
               ? chain
               : ChainState::none;
}

/// "Carson said …, and he predicted …": who does what the first of the clauses tells. "Pushkov spoke of a decision
/// which he called …": who does what the clause above the relative one tells. "Scott, who stunned the court when he
/// said …": whom the relative clause is about.
std::uint32_t subject_beside(const ChainState &chains, const Phrase &phrase) {
    const Syntax &syntax = chains.book().syntax();
    const std::optional<TokenIndex> verb = syntax.head(phrase.head);
    const std::optional<TokenIndex> above = verb ? syntax.head(*verb) : std::nullopt;
    if (phrase.role != PhraseRole::subject || !above) {
        return ChainState::none;
    }
    if (syntax.is(*verb, "conj")) {
        return person_at(chains, phrase, syntax.own_subject(*above));
    }
    if (syntax.is(*verb, "advcl") && syntax.is(*above, "acl")) {
        const std::optional<TokenIndex> relative = syntax.own_subject(*above);
        const bool opens = relative && syntax.upos(*relative) == Upos::PRON && *relative < *above &&
                           feature(syntax.token(*relative).feats, "PronType") == std::string_view("Rel");
        return opens ? person_at(chains, phrase, syntax.head(*above)) : ChainState::none;
    }
    if (!syntax.is(*verb, "acl")) {
        return ChainState::none;
    }
    // What others say, think or do in the clause may be told of him.
    std::optional<TokenIndex> clause = above;
    while (clause && !syntax.own_subject(*clause)) {
        clause = syntax.head(*clause);
    }
    return clause && !syntax.head(*clause) ? person_at(chains, phrase, syntax.own_subject(*clause)) : ChainState::none;
}

/// "Norway and its allies", "Reed and his wife": what stands before the owner's pronoun in the same phrase.
std::optional<TokenIndex> owner_beside(const ChainState &chains, const Phrase &phrase) {
    const Syntax &syntax = chains.book().syntax();
    const std::optional<TokenIndex> thing = phrase.is_possessive ? syntax.head(phrase.head) : std::nullopt;
    const std::optional<TokenIndex> owner = thing && syntax.is(*thing, "conj") ? syntax.head(*thing) : std::nullopt;
    return owner && *owner < phrase.head && syntax.is_nominal(*owner) && syntax.relation(phrase.head) == "nmod:poss"
               ? owner
               : std::nullopt;
}

/// The state or body that owns what stands beside it.
std::uint32_t body_beside(const ChainState &chains, const Phrase &phrase) {
    const std::optional<TokenIndex> owner = owner_beside(chains, phrase);
    if (!owner || chains.phrase_at(*owner) == ChainState::none) {
        return ChainState::none;
    }
    const std::uint32_t chain = chains.chain_of(chains.phrase_at(*owner));
    return chain != ChainState::none && chains.is_body(chains.chain(chain)) ? chain : ChainState::none;
}

/// "…, but Mr. Tillerson said …": the subject of a verb of saying that stands beside the main verb.
bool reports_beside(const ChainState &chains, const Phrase &phrase) {
    const Syntax &syntax = chains.book().syntax();
    const std::optional<TokenIndex> verb = syntax.head(phrase.head);
    return phrase.role == PhraseRole::subject && verb && syntax.is(*verb, "conj") && syntax.head(*verb) &&
           !syntax.head(*syntax.head(*verb)) &&
           chains.book().english().reporting.find_verb(syntax.verb_lemma(*verb), Complement::clause) != nullptr;
}

} // namespace

bool reports_something(const ChainState &chains, const Phrase &phrase) {
    const Syntax &syntax = chains.book().syntax();
    const std::optional<TokenIndex> verb = syntax.head(phrase.head);
    return phrase.role == PhraseRole::subject && verb &&
           chains.book().english().reporting.find_verb(syntax.verb_lemma(*verb)) != nullptr;
}

std::uint32_t subject_before(const ChainState &chains, std::uint32_t position) {
    const Phrase &phrase = chains.phrases()[position];
    constexpr std::uint32_t most_sentences = 3;
    constexpr std::uint32_t most_with_quotations = 8;
    // Sentences before that are not quoted throughout.
    std::uint32_t told = 0;
    std::uint32_t last_told = phrase.sentence;
    for (std::uint32_t back = 1; back <= position; ++back) {
        const Phrase &earlier = chains.phrases()[position - back];
        if (told > most_sentences || earlier.sentence + most_with_quotations < phrase.sentence) {
            break;
        }
        if (earlier.sentence == phrase.sentence || earlier.quotation >= 0) {
            continue;
        }
        told += earlier.sentence < last_told ? 1U : 0U;
        last_told = std::min(last_told, earlier.sentence);
        if (!chains.is_main_subject(earlier) && !chains.says_quotation(earlier) && !reports_beside(chains, earlier)) {
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
    if (teller != ChainState::none) {
        return teller;
    }
    if (const std::optional<TokenIndex> owner = owner_beside(chains, chains.phrases()[position])) {
        if (const std::uint32_t person = person_at(chains, chains.phrases()[position], owner);
            person != ChainState::none) {
            return person;
        }
    }
    const std::uint32_t beside = subject_beside(chains, chains.phrases()[position]);
    return beside != ChainState::none ? beside : speaker_before(chains, position);
}

std::uint32_t antecedent_of_it(const ChainState &chains, std::uint32_t position) {
    const Phrase &phrase = chains.phrases()[position];
    const Syntax &syntax = chains.book().syntax();
    if (const std::uint32_t teller = teller_of_clause(chains, phrase); teller != ChainState::none) {
        return teller;
    }
    if (const std::uint32_t owner = body_beside(chains, phrase); owner != ChainState::none) {
        return owner;
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
