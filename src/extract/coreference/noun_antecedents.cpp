#include "extract/coreference/noun_antecedents.h"

#include "extract/coreference/chain_bars.h"
#include "extract/coreference/pronoun_antecedents.h"
#include "extract/mentions/office_title.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gainsay {

namespace {

/// "The journalist is Ana Reed": the name that the sentence says it is.
std::uint32_t named_predicate(ChainState &chains, const Phrase &phrase) {
    const Syntax &syntax = chains.book().syntax();
    const std::optional<TokenIndex> predicate = syntax.head(phrase.head);
    if (phrase.role != PhraseRole::subject || !predicate || syntax.upos(*predicate) != Upos::PROPN ||
        !syntax.child(*predicate, "cop") || syntax.child(*predicate, "aux")) {
        return ChainState::none;
    }
    for (const TokenIndex child : syntax.children(*predicate)) {
        if (chains.book().english().factuality.has("negation", syntax.form(child))) {
            return ChainState::none;
        }
    }
    const std::optional<EntityIndex> entity = chains.book().at(*predicate);
    const bool person = entity && chains.book().entity(*entity).type == NodeKind::Person;
    return entity && chains.book().entity(*entity).named && person == (phrase.noun_class == NounClass::person)
               ? chains.chain_of_entity(*entity)
               : ChainState::none;
}

/// Whether the first sentence is the document's title.
bool has_headline(const Document &document) {
    const Sentence &first = document.sentences.front();
    if (document.zone_at(first.span.begin) == Zone::headline) {
        return true;
    }
    return document.meta.title && name_key(document.slice(first.span)).rfind(name_key(*document.meta.title), 0) == 0;
}

/// The subject of the sentence behind the headline, if that is a named person of the noun's sex and the headline
/// names nobody.
std::uint32_t person_of_lead(ChainState &chains, const Phrase &noun) {
    for (const Phrase &each : chains.phrases()) {
        const bool person = each.entity >= 0 && each.type == PhraseType::name &&
                            chains.book().entity(static_cast<EntityIndex>(each.entity)).type == NodeKind::Person;
        if (each.sentence == 0 ? person : each.sentence > 1) {
            break;
        }
        if (each.sentence == 1 && person && chains.is_main_subject(each) && !each.is_plural &&
            (noun.gender == Gender::unknown || each.gender == Gender::unknown || noun.gender == each.gender)) {
            return chains.chain_of_entity(each.entity);
        }
    }
    return ChainState::none;
}

/// What the news writes of a person for variety: "Mum denies …" in the headline of a text that begins with her
/// name, "…," said the Bergen-based mother.
std::uint32_t person_varied(ChainState &chains, std::uint32_t position) {
    const Phrase &phrase = chains.phrases()[position];
    if (phrase.noun_class != NounClass::person || phrase.is_plural || phrase.role != PhraseRole::subject ||
        phrase.quotation >= 0 || !chains.chains_of_word(phrase.lemma).empty() ||
        chains.book().english().people.has("office", chains.book().syntax().lemma(phrase.head))) {
        return ChainState::none;
    }
    if (phrase.sentence == 0) {
        const bool bare = phrase.type == PhraseType::bare || phrase.type == PhraseType::name;
        return bare && phrase.modifiers.empty() && has_headline(chains.book().syntax().document())
                   ? person_of_lead(chains, phrase)
                   : ChainState::none;
    }
    return chains.says_quotation(phrase) && phrase.type == PhraseType::definite && phrase.is_gender_sure
               ? subject_before(chains, position)
               : ChainState::none;
}

/// "a bilateral presidential commission" after "the U.S.-Russia bilateral presidential commission": two telling
/// words and the same noun are the same body, article or not.
std::uint32_t same_description(const ChainState &chains, const Phrase &phrase) {
    constexpr std::size_t telling = 2;
    constexpr std::size_t most = 8;
    if (phrase.nominal < 0 || phrase.noun_class != NounClass::group || phrase.is_plural ||
        phrase.modifiers.size() < telling) {
        return ChainState::none;
    }
    const std::vector<std::uint32_t> &called = chains.chains_of_word(phrase.lemma);
    const auto is_alike = [&](std::uint32_t number) {
        const std::vector<std::uint32_t> &members = chains.chain(number).phrases;
        std::size_t looked = 0;
        for (auto member = members.rbegin(); member != members.rend() && looked < most; ++member, ++looked) {
            const Phrase &other = chains.phrases()[*member];
            if (!is_pronoun(other.type) && other.modifiers.size() >= telling && is_called_alike(phrase, other)) {
                return true;
            }
        }
        return false;
    };
    const auto last = std::find_if(called.rbegin(), called.rend(), is_alike);
    return last == called.rend() ? ChainState::none : *last;
}

/// Of "the Norwegian prime minister", with its words before the noun.
std::vector<std::string> words_of_office(const ChainState &chains, const Phrase &phrase) {
    const Syntax &syntax = chains.book().syntax();
    std::string text;
    for (const TokenIndex child : syntax.children(phrase.head)) {
        if (child < phrase.head && (syntax.is(child, "amod") || syntax.is(child, "compound"))) {
            text += syntax.form(child) + " ";
        }
    }
    return office_words(chains.book().english(), text + syntax.lemma(phrase.head));
}

/// "The president added", "the governor also said": who spoke before.
bool goes_on(const ChainState &chains, const Phrase &phrase) {
    const Syntax &syntax = chains.book().syntax();
    const StatementWords &words = chains.book().english().statement;
    const std::optional<TokenIndex> verb = syntax.head(phrase.head);
    if (!verb || words.has("continuing", syntax.lemma(*verb))) {
        return verb.has_value();
    }
    const std::span<const TokenIndex> children = syntax.children(*verb);
    return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
        return syntax.is(child, "advmod") && words.has("continuing", syntax.form(child));
    });
}

/// A named person whose office the text does not tell: "Mr. Reed".
bool has_no_other_office(const ChainState &chains, const Chain &chain) {
    if (!chain.has_name || chain.entity < 0) {
        return false;
    }
    const Entity &entity = chains.book().entity(static_cast<EntityIndex>(chain.entity));
    const English &english = chains.book().english();
    return std::none_of(entity.titles.begin(), entity.titles.end(), [&](const std::string &title) {
        const std::vector<std::string> words = office_words(english, title);
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string &word) { return english.people.has("office", word); });
    });
}

bool bears_title(const ChainState &chains, const Chain &chain, const std::vector<std::string> &words) {
    if (!chain.has_name || chain.entity < 0) {
        return false;
    }
    const Entity &entity = chains.book().entity(static_cast<EntityIndex>(chain.entity));
    return std::any_of(entity.titles.begin(), entity.titles.end(),
                       [&](const std::string &title) { return may_be_called(chains.book().english(), title, words); });
}

/// The named person who bears the title that the phrase tells: who spoke last, else the latest; where it tells no
/// state, one whose title tells none either ("the president" is President Reed rather than the Russian president).
std::uint32_t holder(const ChainState &chains, std::uint32_t position) {
    const Phrase &phrase = chains.phrases()[position];
    const std::uint32_t told_of = chains.says_quotation(phrase) || reports_something(chains, phrase)
                                      ? subject_before(chains, position)
                                      : ChainState::none;
    const std::vector<std::string> words = words_of_office(chains, phrase);
    if (told_of != ChainState::none &&
        (bears_title(chains, chains.chain(told_of), words) ||
         (goes_on(chains, phrase) && has_no_other_office(chains, chains.chain(told_of))))) {
        return told_of;
    }
    const std::vector<std::uint32_t> &called = chains.chains_of_word(phrase.lemma);
    std::uint32_t latest = ChainState::none;
    std::uint32_t of_state = ChainState::none;
    for (auto chain = called.rbegin(); chain != called.rend(); ++chain) {
        if (!chains.chain(*chain).has_name || chains.chain(*chain).entity < 0) {
            continue;
        }
        const Entity &entity = chains.book().entity(static_cast<EntityIndex>(chains.chain(*chain).entity));
        bool bears = false;
        bool plain = false;
        for (const std::string &title : entity.titles) {
            if (may_be_called(chains.book().english(), title, words)) {
                bears = true;
                plain = plain || office_words(chains.book().english(), title).size() == words.size();
            }
        }
        latest = plain && latest == ChainState::none ? *chain : latest;
        of_state = bears && of_state == ChainState::none ? *chain : of_state;
    }
    return latest != ChainState::none ? latest : of_state;
}

/// "The elder" after "Ana Reed, a tribal elder": the only named person who was described by that noun.
std::uint32_t described_before(const ChainState &chains, const Phrase &phrase) {
    constexpr std::uint32_t most_sentences = 5;
    std::uint32_t only = ChainState::none;
    for (const std::uint32_t number : chains.chains_of_word(phrase.lemma)) {
        const Chain &chain = chains.chain(number);
        const bool fits = std::any_of(chain.phrases.begin(), chain.phrases.end(), [&](std::uint32_t member) {
            const Phrase &other = chains.phrases()[member];
            return !is_pronoun(other.type) && other.type != PhraseType::name && other.lemma == phrase.lemma &&
                   !other.is_plural &&
                   std::includes(other.modifiers.begin(), other.modifiers.end(), phrase.modifiers.begin(),
                                 phrase.modifiers.end());
        });
        if (!fits) {
            continue;
        }
        // Another who is described so: it may be either.
        if (only != ChainState::none) {
            return ChainState::none;
        }
        only = number;
    }
    // Others may have come in since he was last spoken of.
    return only != ChainState::none && chains.chain(only).has_name && chains.is_person(chains.chain(only)) &&
                   chains.phrases()[chains.chain(only).phrases.back()].sentence + most_sentences >= phrase.sentence
               ? only
               : ChainState::none;
}

/// The latest chain with a name whose entity is of such a kind, a few sentences before at most; a chain that was
/// called by the same noun wins if it is as near.
std::uint32_t latest_named(const ChainState &chains, std::uint32_t position, std::uint32_t called,
                           std::initializer_list<NodeKind> kinds) {
    const bool is_business = chains.book().english().organizations.has(
        "business", chains.book().syntax().lemma(chains.phrases()[position].head));
    // "The Post's bureau chief" tells of a newspaper by the way: one that does something is meant before it.
    std::uint32_t owner = ChainState::none;
    constexpr std::uint32_t most_sentences = 3;
    constexpr std::uint32_t most_steps = 60;
    const std::uint32_t sentence = chains.phrases()[position].sentence;
    for (std::uint32_t back = 1; back <= position && back <= most_steps; ++back) {
        const Phrase &earlier = chains.phrases()[position - back];
        if (earlier.sentence + most_sentences < sentence) {
            break;
        }
        const std::uint32_t number = chains.chain_of(position - back);
        if (number == ChainState::none) {
            continue;
        }
        if (number == called) {
            return called;
        }
        const Chain &chain = chains.chain(number);
        // What only modifies a noun is not spoken of.
        if (earlier.sentence == sentence || !chain.has_name || chain.entity < 0 ||
            earlier.role == PhraseRole::compound) {
            continue;
        }
        const Entity &entity = chains.book().entity(static_cast<EntityIndex>(chain.entity));
        if (std::find(kinds.begin(), kinds.end(), entity.type) != kinds.end() &&
            !(is_business && is_state_body(chains.book().english(), entity.name))) {
            if (earlier.role != PhraseRole::owner) {
                return number;
            }
            owner = owner == ChainState::none ? number : owner;
        }
    }
    return owner;
}

/// "The country", "the city", "the newspaper", "the company": the latest with a name of that kind.
std::uint32_t latest_of_kind(const ChainState &chains, std::uint32_t position) {
    const Phrase &phrase = chains.phrases()[position];
    const std::vector<std::uint32_t> &same_word = chains.chains_of_word(phrase.lemma);
    const std::uint32_t called = same_word.empty() ? ChainState::none : same_word.back();
    const std::string &lemma = chains.book().syntax().lemma(phrase.head);
    const OrganizationWords &words = chains.book().english().organizations;
    if (words.has("state_noun", lemma)) {
        return latest_named(chains, position, called, {NodeKind::Country});
    }
    if (words.has("town_noun", lemma)) {
        return latest_named(chains, position, called, {NodeKind::Place});
    }
    if (words.has("media", lemma)) {
        return latest_named(chains, position, called, {NodeKind::Outlet});
    }
    if (words.has("generic", lemma)) {
        // "The Post retracts the report. … against the company": a newspaper is called otherwise.
        const std::uint32_t business = words.has("business", lemma)
                                           ? latest_named(chains, position, called, {NodeKind::Organization})
                                           : ChainState::none;
        return business != ChainState::none
                   ? business
                   : latest_named(chains, position, called, {NodeKind::Organization, NodeKind::Outlet});
    }
    return ChainState::none;
}

} // namespace

std::uint32_t antecedent_of_noun(ChainState &chains, std::uint32_t position) {
    const Phrase &phrase = chains.phrases()[position];
    if (const std::uint32_t same = same_description(chains, phrase); same != ChainState::none) {
        return same;
    }
    if (const std::uint32_t person = person_varied(chains, position); person != ChainState::none) {
        return person;
    }
    if ((phrase.type != PhraseType::definite && phrase.type != PhraseType::pointed) || phrase.is_plural ||
        phrase.has_complement || phrase.role == PhraseRole::predicate) {
        return ChainState::none;
    }
    if (const std::uint32_t predicate = named_predicate(chains, phrase); predicate != ChainState::none) {
        return predicate;
    }
    if (phrase.noun_class == NounClass::person) {
        const std::uint32_t bearer = holder(chains, position);
        return bearer != ChainState::none ? bearer : described_before(chains, phrase);
    }
    return phrase.modifiers.empty() ? latest_of_kind(chains, position) : ChainState::none;
}

} // namespace gainsay
