#include "extract/coreference/chain_state.h"

#include "extract/coreference/phrase_finder.h"
#include "extract/coreference/quotation_speakers.h"

#include <algorithm>
#include <utility>

namespace gainsay {

namespace {

/// How many chains of a word are kept.
constexpr std::size_t most_of_word = 6;

/// Whether a quotation begins a sentence or stands behind a comma or a colon.
bool begins_clause(const Syntax &syntax, const Quotation &quotation) {
    TokenIndex token = quotation.first;
    const TokenIndex first = syntax.sentence(syntax.sentence_of(token)).first_token;
    // The mark itself may stand between.
    for (int steps = 0; steps < 2; ++steps) {
        if (token == first) {
            return true;
        }
        --token;
        if (syntax.form(token) == ":" || syntax.form(token) == ",") {
            return true;
        }
    }
    return token == first;
}

} // namespace

void add_once(std::vector<std::uint32_t> &numbers, std::uint32_t number) {
    if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) {
        numbers.push_back(number);
    }
}

bool is_body_kind(NodeKind kind) {
    return kind == NodeKind::Organization || kind == NodeKind::Country || kind == NodeKind::Outlet;
}

bool has_sex(const Chain &chain, Gender gender) {
    if (gender == Gender::unknown) {
        return true;
    }
    return gender == Gender::male ? !chain.is_surely_female && (chain.has_male || !chain.has_female)
                                  : !chain.is_surely_male && (chain.has_female || !chain.has_male);
}

ChainState::ChainState(const EntityBook &book, const Quotations &quotations, std::vector<OpenNominal> nominals)
    : book_(&book) {
    all_.phrases = find_phrases(book, quotations, nominals);
    all_.nominals = std::move(nominals);
    all_.margins.assign(all_.phrases.size(), ChainPick::sure);
    chain_of_.assign(all_.phrases.size(), none);
    phrase_at_.assign(book.syntax().size(), none);
    for (std::uint32_t i = 0; i < all_.phrases.size(); ++i) {
        phrase_at_[all_.phrases[i].head] = i;
    }
    speakers_ = find_quotation_speakers(book.syntax(), book.english(), quotations);
    for (const Quotation &quotation : quotations.all()) {
        is_whole_.push_back(begins_clause(book.syntax(), quotation));
    }
    for (const std::optional<TokenIndex> &head : speakers_) {
        if (head) {
            speaking_heads_.insert(*head);
        }
    }
}

const std::vector<std::uint32_t> &ChainState::chains_of_word(std::uint32_t word) const {
    static const std::vector<std::uint32_t> no_chains;
    const auto found = by_word_.find(word);
    return found == by_word_.end() ? no_chains : found->second;
}

std::uint32_t ChainState::new_chain() {
    all_.chains.emplace_back();
    return static_cast<std::uint32_t>(all_.chains.size() - 1);
}

std::uint32_t ChainState::chain_of_entity(std::int64_t entity) {
    const auto found = by_entity_.find(entity);
    if (found != by_entity_.end()) {
        return found->second;
    }
    const std::uint32_t chain = new_chain();
    all_.chains[chain].entity = entity;
    by_entity_.emplace(entity, chain);
    return chain;
}

void ChainState::extend(std::uint32_t number, std::uint32_t position) {
    const Phrase &phrase = all_.phrases[position];
    Chain &chain = all_.chains[number];
    chain_of_[position] = number;
    chain.phrases.push_back(position);
    chain.is_surely_male = chain.is_surely_male || (phrase.is_gender_sure && phrase.gender == Gender::male);
    chain.is_surely_female = chain.is_surely_female || (phrase.is_gender_sure && phrase.gender == Gender::female);
    chain.has_male = chain.has_male || phrase.gender == Gender::male;
    chain.has_female = chain.has_female || phrase.gender == Gender::female;
    if (is_pronoun(phrase.type)) {
        chain.pronouns |= 1U << static_cast<unsigned>(phrase.type);
        if (is_speech_person(phrase.type)) {
            latest_[static_cast<std::size_t>(phrase.type)] = number;
        }
        return;
    }
    (phrase.is_plural ? chain.plural_count : chain.singular_count) += 1;
    if (phrase.noun_class != NounClass::unknown) {
        const auto index = static_cast<std::size_t>(phrase.noun_class);
        ++chain.classes[index];
        if (chain.classes[index] > chain.classes[static_cast<std::size_t>(chain.noun_class)]) {
            chain.noun_class = phrase.noun_class;
        }
    }
    const bool is_name = phrase.type == PhraseType::name;
    chain.has_name = chain.has_name || is_name;
    for (const std::uint32_t word : phrase.words) {
        add_once(is_name ? chain.words : chain.heads, word);
        file(word, number);
    }
    for (const std::uint32_t word : phrase.titles) {
        add_once(chain.titles, word);
        file(word, number);
    }
}

void ChainState::file(std::uint32_t word, std::uint32_t chain) {
    std::vector<std::uint32_t> &chains = by_word_[word];
    if (const auto found = std::find(chains.begin(), chains.end(), chain); found != chains.end()) {
        chains.erase(found);
    }
    chains.push_back(chain);
    if (chains.size() > most_of_word) {
        chains.erase(chains.begin());
    }
}

void ChainState::take_over(std::uint32_t into, std::uint32_t from) {
    Chain &chain = all_.chains[into];
    Chain &other = all_.chains[from];
    for (const std::uint32_t phrase : other.phrases) {
        chain_of_[phrase] = into;
        chain.phrases.push_back(phrase);
    }
    std::sort(chain.phrases.begin(), chain.phrases.end());
    chain.pronouns |= other.pronouns;
    other = Chain();
}

std::uint32_t ChainState::speaker_chain(const Phrase &phrase) {
    if (phrase.quotation < 0 || !speakers_[static_cast<std::size_t>(phrase.quotation)]) {
        return none;
    }
    const TokenIndex token = *speakers_[static_cast<std::size_t>(phrase.quotation)];
    const std::uint32_t position = phrase_at_[token];
    if (position != none && chain_of_[position] != none) {
        return chain_of_[position];
    }
    // He may be named behind his words.
    const std::optional<EntityIndex> entity = book_->at(token);
    return entity ? chain_of_entity(*entity) : none;
}

bool ChainState::is_person(const Chain &chain) const {
    constexpr std::uint32_t he = 1U << static_cast<unsigned>(PhraseType::masculine);
    constexpr std::uint32_t she = 1U << static_cast<unsigned>(PhraseType::feminine);
    return chain.entity >= 0 ? book_->entity(static_cast<EntityIndex>(chain.entity)).type == NodeKind::Person
                             : chain.noun_class == NounClass::person || (chain.pronouns & (he | she)) != 0;
}

bool ChainState::is_body(const Chain &chain) const {
    if (chain.entity < 0) {
        const Phrase &first = all_.phrases[chain.phrases.front()];
        return first.nominal >= 0 && is_body_kind(all_.nominals[static_cast<std::size_t>(first.nominal)].type);
    }
    return is_body_kind(book_->entity(static_cast<EntityIndex>(chain.entity)).type);
}

bool ChainState::is_main_subject(const Phrase &phrase) const {
    const Syntax &syntax = book_->syntax();
    const std::optional<TokenIndex> verb = syntax.head(phrase.head);
    return (phrase.role == PhraseRole::subject || phrase.role == PhraseRole::passive_subject) && verb &&
           !syntax.head(*verb);
}

bool ChainState::says_quotation(const Phrase &phrase) const {
    return speaking_heads_.contains(phrase.head);
}

} // namespace gainsay
