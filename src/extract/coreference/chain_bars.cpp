#include "extract/coreference/chain_bars.h"

#include "base/utf8.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <sstream>

namespace gainsay {

namespace {

/// "She" is no state, town or body that has a name, and "it" nobody who has one.
bool is_other_kind(const EntityBook &book, const Phrase &phrase, const Chain &chain) {
    if (chain.entity < 0 || chain.is_surely_male || chain.is_surely_female) {
        return false;
    }
    const Entity &entity = book.entity(static_cast<EntityIndex>(chain.entity));
    if (phrase.type == PhraseType::masculine || phrase.type == PhraseType::feminine) {
        return entity.named && (is_body_kind(entity.type) || entity.type == NodeKind::Place);
    }
    // "The company" is nobody by name, "the chairman" no body.
    const bool is_plain = phrase.type == PhraseType::definite || phrase.type == PhraseType::pointed;
    if (is_plain && !phrase.is_plural && entity.named) {
        const bool is_business = book.english().organizations.has("business", book.syntax().lemma(phrase.head));
        if (is_business && is_state_body(book.english(), entity.name)) {
            return true;
        }
        return phrase.noun_class == NounClass::group
                   ? entity.type == NodeKind::Person
                   : phrase.noun_class == NounClass::person &&
                         (is_body_kind(entity.type) || entity.type == NodeKind::Place);
    }
    return phrase.type == PhraseType::neuter && entity.named && entity.type == NodeKind::Person;
}

/// "The patient" is none of "the patients", nor the other way round.
bool differs_in_number(const Phrase &phrase, const Chain &chain) {
    return !is_pronoun(phrase.type) && phrase.noun_class == NounClass::person && phrase.type != PhraseType::name &&
           chain.noun_class == NounClass::person &&
           (phrase.is_plural ? chain.plural_count == 0 && chain.singular_count > 0
                             : chain.singular_count == 0 && chain.plural_count > 0);
}

/// "The defense ministry" is not the ministry that the text called "the foreign ministry" and nothing else.
bool is_told_apart(const ChainState &chains, const Phrase &phrase, const Chain &chain) {
    if (is_pronoun(phrase.type) || phrase.type == PhraseType::name || chain.has_name || phrase.modifiers.empty() ||
        (phrase.noun_class != NounClass::person && phrase.noun_class != NounClass::group)) {
        return false;
    }
    bool is_called_so = false;
    for (const std::uint32_t member : chain.phrases) {
        const Phrase &other = chains.phrases()[member];
        if (is_pronoun(other.type) || other.lemma != phrase.lemma) {
            continue;
        }
        if (is_called_alike(phrase, other)) {
            return false;
        }
        is_called_so = true;
    }
    return is_called_so;
}

/// Who speaks of himself says "I": what a quotation says of a third person is not its speaker, neither there nor
/// where he is named beside it.
bool speaks_elsewhere(const ChainState &chains, const Phrase &phrase, const Chain &chain) {
    const auto tells_of_third = [](const Phrase &each) {
        return !is_speech_person(each.type) && each.role != PhraseRole::predicate &&
               each.role != PhraseRole::apposition && each.role != PhraseRole::compound;
    };
    constexpr std::size_t most = 12;
    std::size_t looked = 0;
    for (auto member = chain.phrases.rbegin(); member != chain.phrases.rend() && looked < most; ++member, ++looked) {
        const Phrase &other = chains.phrases()[*member];
        if (phrase.quotation >= 0 && phrase.quotation == other.quotation &&
            ((phrase.type == PhraseType::first_singular && tells_of_third(other)) ||
             (other.type == PhraseType::first_singular && tells_of_third(phrase)))) {
            return true;
        }
        if (phrase.quotation < 0 && other.quotation >= 0 && tells_of_third(other) &&
            chains.speakers()[static_cast<std::size_t>(other.quotation)] == phrase.head) {
            return true;
        }
    }
    return false;
}

} // namespace

bool is_state_body(const English &english, const std::string &name) {
    std::istringstream words(name);
    for (std::string word; words >> word;) {
        if (english.organizations.has("state_body", lowercase(word))) {
            return true;
        }
    }
    return false;
}

bool is_told(const ChainState &chains, const Phrase &phrase, const Chain &chain) {
    const Syntax &syntax = chains.book().syntax();
    const std::optional<TokenIndex> verb = syntax.head(phrase.head);
    if (phrase.role != PhraseRole::subject || !verb || chain.entity < 0) {
        return false;
    }
    const std::span<const TokenIndex> children = syntax.children(*verb);
    return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
        const std::optional<EntityIndex> entity = chains.book().at(child);
        return (syntax.is(child, "obj") || syntax.is(child, "iobj")) && entity &&
               static_cast<std::int64_t>(*entity) == chain.entity;
    });
}

bool is_barred(const ChainState &chains, const Phrase &phrase, std::uint32_t number) {
    const Chain &chain = chains.chain(number);
    if ((phrase.type == PhraseType::masculine && chain.is_surely_female && !chain.is_surely_male) ||
        (phrase.type == PhraseType::feminine && chain.is_surely_male && !chain.is_surely_female)) {
        return true;
    }
    if (is_told_apart(chains, phrase, chain) || speaks_elsewhere(chains, phrase, chain) ||
        is_other_kind(chains.book(), phrase, chain) || differs_in_number(phrase, chain) ||
        (is_pronoun(phrase.type) && is_told(chains, phrase, chain))) {
        return true;
    }
    constexpr std::uint32_t they = 1U << static_cast<unsigned>(PhraseType::third_plural);
    if (phrase.type == PhraseType::third_plural && chain.entity >= 0 && (chain.pronouns & they) == 0 &&
        chains.book().entity(static_cast<EntityIndex>(chain.entity)).type == NodeKind::Person) {
        return true;
    }
    if (chain.phrases.empty() || phrase.is_reflexive || phrase.role != PhraseRole::object ||
        phrase.type < PhraseType::masculine || phrase.type > PhraseType::third_plural) {
        return false;
    }
    const Phrase &last = chains.phrases()[chain.phrases.back()];
    const Syntax &syntax = chains.book().syntax();
    return last.role == PhraseRole::subject && syntax.head(last.head) &&
           syntax.head(last.head) == syntax.head(phrase.head);
}

} // namespace gainsay
