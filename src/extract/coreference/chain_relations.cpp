#include "extract/coreference/chain_relations.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace gainsay {

namespace {

bool has(const std::vector<std::uint32_t> &numbers, std::uint32_t number) {
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

std::uint32_t chain_at(const ChainContext &context, std::optional<TokenIndex> token) {
    if (!token || context.phrase_at[*token] == ~std::uint32_t{0}) {
        return ~std::uint32_t{0};
    }
    return context.chain_of[context.phrase_at[*token]];
}

/// Whose it is: the chain of the owner, for a noun with one.
std::uint32_t owner_chain(const ChainContext &context, const Phrase &phrase) {
    return chain_at(context, context.book->syntax().child(phrase.head, "nmod:poss"));
}

const std::string &country_of(const ChainContext &context, const Phrase &phrase) {
    static const std::string none;
    return phrase.nominal < 0 ? none : context.all->nominals[static_cast<std::size_t>(phrase.nominal)].country;
}

/// The verb or noun that a phrase depends on, over conjunctions.
std::optional<TokenIndex> governor(const Syntax &syntax, TokenIndex token) {
    TokenIndex top = token;
    for (int steps = 0; steps < 20 && syntax.is(top, "conj") && syntax.head(top); ++steps) {
        top = *syntax.head(top);
    }
    return syntax.head(top);
}

} // namespace

std::uint32_t kind_of(const ChainContext &context, const Chain &chain) {
    if (chain.entity >= 0) {
        return 100 + static_cast<std::uint32_t>(context.book->entity(static_cast<EntityIndex>(chain.entity)).type);
    }
    if (chain.noun_class != NounClass::unknown) {
        return static_cast<std::uint32_t>(chain.noun_class);
    }
    return 200 + chain.pronouns;
}

std::uint32_t number_of(const Chain &chain) {
    constexpr std::uint32_t plural_pronouns = (1U << static_cast<unsigned>(PhraseType::third_plural)) |
                                              (1U << static_cast<unsigned>(PhraseType::first_plural));
    constexpr std::uint32_t singular_pronouns = (1U << static_cast<unsigned>(PhraseType::first_singular)) |
                                                (1U << static_cast<unsigned>(PhraseType::masculine)) |
                                                (1U << static_cast<unsigned>(PhraseType::feminine)) |
                                                (1U << static_cast<unsigned>(PhraseType::neuter));
    const bool plural = chain.plural_count > 0 || (chain.pronouns & plural_pronouns) != 0;
    const bool singular = chain.singular_count > 0 || (chain.pronouns & singular_pronouns) != 0;
    return (plural ? 1U : 0U) + (singular ? 2U : 0U);
}

std::uint32_t gender_of(const Chain &chain) {
    return (chain.has_male ? 1U : 0U) + (chain.has_female ? 2U : 0U);
}

Match match_of(const ChainContext &context, const Chain &chain) {
    const Phrase &phrase = *context.phrase;
    if (is_pronoun(phrase.type)) {
        return Match::none;
    }
    if (phrase.type == PhraseType::name) {
        for (const std::uint32_t word : phrase.words) {
            if (has(chain.words, word)) {
                return Match::word_of_name;
            }
        }
        return has(chain.heads, phrase.lemma) ? Match::name_by_noun : Match::none;
    }
    if (has(chain.heads, phrase.lemma)) {
        const Phrase &last = context.all->phrases[chain.phrases.back()];
        return last.lemma == phrase.lemma ? Match::last_head : Match::head;
    }
    if (has(chain.titles, phrase.lemma)) {
        return Match::title;
    }
    return has(chain.words, phrase.lemma) ? Match::word_of_name : Match::none;
}

std::uint32_t modifier_code(const ChainContext &context, const Chain &chain) {
    const Phrase &phrase = *context.phrase;
    constexpr std::size_t most = 8;
    std::size_t looked = 0;
    for (auto position = chain.phrases.rbegin(); position != chain.phrases.rend() && looked < most; ++position) {
        const Phrase &other = context.all->phrases[*position];
        if (is_pronoun(other.type) || other.lemma != phrase.lemma) {
            continue;
        }
        ++looked;
        if (phrase.modifiers == other.modifiers) {
            return phrase.modifiers.empty() ? 1 : 2;
        }
        if (std::includes(other.modifiers.begin(), other.modifiers.end(), phrase.modifiers.begin(),
                          phrase.modifiers.end())) {
            return phrase.modifiers.empty() ? 3 : 4;
        }
        if (std::includes(phrase.modifiers.begin(), phrase.modifiers.end(), other.modifiers.begin(),
                          other.modifiers.end())) {
            return other.modifiers.empty() ? 5 : 6;
        }
        return 7;
    }
    return 0;
}

bool has_same_text(const ChainContext &context, const Chain &chain) {
    constexpr std::size_t most = 12;
    std::size_t looked = 0;
    for (auto position = chain.phrases.rbegin(); position != chain.phrases.rend() && looked < most; ++position) {
        const Phrase &other = context.all->phrases[*position];
        if (!is_pronoun(other.type)) {
            ++looked;
            if (other.text_hash == context.phrase->text_hash) {
                return true;
            }
        }
    }
    return false;
}

std::uint32_t owner_code(const ChainContext &context, const Chain &chain) {
    constexpr std::uint32_t unknown = ~std::uint32_t{0};
    const std::uint32_t own = owner_chain(context, *context.phrase);
    for (auto position = chain.phrases.rbegin(); position != chain.phrases.rend(); ++position) {
        const Phrase &other = context.all->phrases[*position];
        if (is_pronoun(other.type) || other.lemma != context.phrase->lemma) {
            continue;
        }
        const std::uint32_t theirs = owner_chain(context, other);
        return own == unknown ? (theirs == unknown ? 1 : 2) : theirs == unknown ? 3 : own == theirs ? 4 : 5;
    }
    return 0;
}

std::uint32_t country_code(const ChainContext &context, const Chain &chain) {
    const std::string &own = country_of(context, *context.phrase);
    if (own.empty()) {
        return 0;
    }
    const std::string &theirs = chain.entity >= 0 ? context.book->entity(static_cast<EntityIndex>(chain.entity)).country
                                                  : country_of(context, context.all->phrases[chain.phrases.front()]);
    return theirs.empty() ? 1 : theirs == own ? 2 : 3;
}

std::uint32_t binding_code(const Syntax &syntax, const Phrase &earlier, const Phrase &phrase) {
    if (earlier.sentence != phrase.sentence) {
        return 0;
    }
    const std::optional<TokenIndex> above = governor(syntax, phrase.head);
    const std::optional<TokenIndex> other = governor(syntax, earlier.head);
    if (above == earlier.head) {
        return 1;
    }
    if (other == phrase.head) {
        return 2;
    }
    const bool subject = earlier.role == PhraseRole::subject || earlier.role == PhraseRole::passive_subject;
    if (above && above == other) {
        return subject ? 3 : 4;
    }
    // "the minister praised his office": the owner stands one step lower.
    if (phrase.role == PhraseRole::owner && above && governor(syntax, *above) == other && other) {
        return subject ? 5 : 6;
    }
    if (above && syntax.is_below(*above, earlier.head)) {
        return 7;
    }
    // "the minister said that she": the subject of a clause above.
    if (subject && above && other && syntax.is_below(*above, *other)) {
        return 8;
    }
    return 9;
}

std::uint32_t link_code(const Syntax &syntax, const Phrase &earlier, const Phrase &phrase) {
    if (earlier.sentence != phrase.sentence) {
        return 0;
    }
    if (syntax.is(phrase.head, "appos") && syntax.head(phrase.head) == earlier.head) {
        return 1;
    }
    if (phrase.role == PhraseRole::predicate && syntax.head(earlier.head) == phrase.head &&
        syntax.is(earlier.head, "nsubj")) {
        return 2;
    }
    if (syntax.is(earlier.head, "appos") && syntax.head(earlier.head) == phrase.head) {
        return 3;
    }
    return syntax.is(phrase.head, "conj") && governor(syntax, phrase.head) == governor(syntax, earlier.head) ? 4 : 0;
}

bool is_reporter(const ChainContext &context, const Phrase &phrase) {
    const Syntax &syntax = context.book->syntax();
    const std::optional<TokenIndex> verb = syntax.head(phrase.head);
    return verb && phrase.role == PhraseRole::subject &&
           context.book->english().reporting.find_verb(syntax.lemma(*verb)) != nullptr;
}

} // namespace gainsay
