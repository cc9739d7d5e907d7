#include "extract/coreference/chain_finder.h"

#include "base/time_budget.h"
#include "base/utf8.h"
#include "extract/coreference/chain_features.h"
#include "extract/coreference/phrase_finder.h"
#include "extract/coreference/quotation_speakers.h"
#include "extract/mentions/office_title.h"

#include <algorithm>
#include <array>
#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <unordered_map>

namespace gainsay {

namespace {

void add_once(std::vector<std::uint32_t> &numbers, std::uint32_t number) {
    if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) {
        numbers.push_back(number);
    }
}

class ChainFinder {
  public:
    ChainFinder(const EntityBook &book, const Quotations &quotations, std::vector<OpenNominal> nominals,
                const ChainChooser &choose)
        : book_(&book), choose_(&choose) {
        all_.phrases = find_phrases(book, quotations, nominals);
        all_.nominals = std::move(nominals);
        all_.margins.assign(all_.phrases.size(), ChainPick::sure);
        chain_of_.assign(all_.phrases.size(), no_chain);
        phrase_at_.assign(book.syntax().size(), no_chain);
        for (std::uint32_t i = 0; i < all_.phrases.size(); ++i) {
            phrase_at_[all_.phrases[i].head] = i;
        }
        speakers_ = find_quotation_speakers(book.syntax(), book.english(), quotations);
    }

    DocumentChains run() {
        for (std::uint32_t i = 0; i < all_.phrases.size(); ++i) {
            check_time_budget();
            if (const std::optional<std::uint32_t> speaker = speaker_behind(i)) {
                waiting_[*speaker].push_back(i);
                continue;
            }
            const std::uint32_t chain = find_chain(i);
            if (const auto waiting = waiting_.find(i); waiting != waiting_.end()) {
                for (const std::uint32_t earlier : waiting->second) {
                    extend(chain, earlier);
                }
            }
            extend(chain, i);
        }
        join_relatives();
        return std::move(all_);
    }

  private:
    static constexpr std::uint32_t no_chain = ~std::uint32_t{0};

    /// "His daughter Yulia", "his daughter": whose relative of the same kind is nobody else who is named, is one.
    void join_relatives() {
        using Relation = std::pair<std::string, std::uint32_t>;
        std::map<Relation, std::vector<std::uint32_t>> chains_of;
        for (std::uint32_t i = 0; i < all_.phrases.size(); ++i) {
            const std::optional<Relation> relation = relation_of(all_.phrases[i]);
            if (!relation || chain_of_[i] == no_chain || relation->second == chain_of_[i]) {
                continue;
            }
            add_once(chains_of[*relation], chain_of_[i]);
        }
        for (const auto &[relation, chains] : chains_of) {
            std::uint32_t named = no_chain;
            std::size_t count = 0;
            for (const std::uint32_t chain : chains) {
                if (all_.chains[chain].entity >= 0) {
                    named = chain;
                    ++count;
                }
            }
            const std::uint32_t into = count == 1 ? named : chains.front();
            for (const std::uint32_t chain : chains) {
                if (count < 2 && chain != into && all_.chains[chain].entity < 0) {
                    take_over(into, chain);
                }
            }
        }
    }

    /// The noun for a relative in the phrase or before its name, and the chain of whose relative it is.
    std::optional<std::pair<std::string, std::uint32_t>> relation_of(const Phrase &phrase) const {
        const Syntax &syntax = book_->syntax();
        if (phrase.is_plural || is_pronoun(phrase.type)) {
            return std::nullopt;
        }
        std::optional<TokenIndex> noun;
        for (TokenIndex token = phrase.first; token <= phrase.head && !noun; ++token) {
            const bool before_name = phrase.type == PhraseType::name && token < phrase.head_first;
            if ((token == phrase.head || before_name) && book_->english().people.has("relative", syntax.lemma(token))) {
                noun = token;
            }
        }
        if (!noun) {
            return std::nullopt;
        }
        for (const TokenIndex above : {*noun, phrase.head}) {
            for (const TokenIndex child : syntax.children(above)) {
                const std::uint32_t owner = phrase_at_[child];
                if (syntax.relation(child) == "nmod:poss" && child <= *noun && owner != no_chain &&
                    chain_of_[owner] != no_chain) {
                    return std::pair(syntax.lemma(*noun), chain_of_[owner]);
                }
            }
        }
        return std::nullopt;
    }

    void take_over(std::uint32_t into, std::uint32_t from) {
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

    /// The chain that the phrase belongs to, a new one if need be.
    std::uint32_t find_chain(std::uint32_t position) {
        if (all_.phrases[position].entity >= 0) {
            return chain_of_entity(all_.phrases[position].entity);
        }
        if (const std::uint32_t sure = sure_chain(position); sure != no_chain) {
            return sure;
        }
        ChainChoice choice;
        choice.phrase = position;
        collect(position, choice.candidates);
        std::uint32_t chain = no_chain;
        if (!choice.candidates.empty()) {
            describe(choice);
            const ChainPick pick = (*choose_)(choice, all_);
            chain = pick.number == 0 ? no_chain : choice.candidates[pick.number - 1];
            all_.margins[position] = pick.margin;
        }
        return chain == no_chain ? new_chain() : chain;
    }

    /// "I" in a quotation: the phrase behind it that says who speaks, if it is one that has to be resolved itself.
    std::optional<std::uint32_t> speaker_behind(std::uint32_t position) const {
        const Phrase &phrase = all_.phrases[position];
        if (phrase.type != PhraseType::first_singular || phrase.quotation < 0) {
            return std::nullopt;
        }
        const std::optional<TokenIndex> token = speakers_[static_cast<std::size_t>(phrase.quotation)];
        const std::uint32_t speaker = token ? phrase_at_[*token] : no_chain;
        if (speaker == no_chain || speaker <= position || all_.phrases[speaker].quotation >= 0) {
            return std::nullopt;
        }
        return speaker;
    }

    std::uint32_t new_chain() {
        all_.chains.emplace_back();
        seen_.push_back(no_chain);
        return static_cast<std::uint32_t>(all_.chains.size() - 1);
    }

    std::uint32_t chain_of_entity(std::int64_t entity) {
        const auto found = by_entity_.find(entity);
        if (found != by_entity_.end()) {
            return found->second;
        }
        const std::uint32_t chain = new_chain();
        all_.chains[chain].entity = entity;
        by_entity_.emplace(entity, chain);
        return chain;
    }

    void extend(std::uint32_t number, std::uint32_t position) {
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

    /// The chains of a word, latest last, each once.
    void file(std::uint32_t word, std::uint32_t chain) {
        std::vector<std::uint32_t> &chains = by_word_[word];
        if (const auto found = std::find(chains.begin(), chains.end(), chain); found != chains.end()) {
            chains.erase(found);
        }
        chains.push_back(chain);
        if (chains.size() > most_of_word) {
            chains.erase(chains.begin());
        }
    }

    /// What the news writes where it will not repeat a name: "the prime minister", "the newspaper", "the company", "the
    /// country". The latest chain that can be meant; none where the phrase says more than that.
    std::uint32_t sure_chain(std::uint32_t position) {
        const Phrase &phrase = all_.phrases[position];
        if (phrase.type == PhraseType::neuter) {
            return body_before(position);
        }
        if (phrase.type == PhraseType::masculine || phrase.type == PhraseType::feminine) {
            const std::uint32_t teller = person_of_clause(phrase);
            return teller != no_chain ? teller : speaker_before(position);
        }
        if (const std::uint32_t same = same_description(phrase); same != no_chain) {
            return same;
        }
        if (const std::uint32_t person = person_varied(position); person != no_chain) {
            return person;
        }
        if ((phrase.type != PhraseType::definite && phrase.type != PhraseType::pointed) || phrase.is_plural ||
            phrase.has_complement || phrase.role == PhraseRole::predicate) {
            return no_chain;
        }
        if (const std::uint32_t predicate = named_predicate(phrase); predicate != no_chain) {
            return predicate;
        }
        std::uint32_t called = no_chain;
        if (const auto found = by_word_.find(phrase.lemma); found != by_word_.end()) {
            called = found->second.back();
        }
        if (phrase.noun_class == NounClass::person) {
            const std::uint32_t bearer = holder(phrase);
            return bearer != no_chain ? bearer : described_before(phrase);
        }
        if (!phrase.modifiers.empty()) {
            return no_chain;
        }
        const std::string &lemma = book_->syntax().lemma(phrase.head);
        const OrganizationWords &words = book_->english().organizations;
        if (words.has("state_noun", lemma)) {
            return latest_named(position, called, {NodeKind::Country});
        }
        if (words.has("town_noun", lemma)) {
            return latest_named(position, called, {NodeKind::Place});
        }
        if (words.has("media", lemma)) {
            return latest_named(position, called, {NodeKind::Outlet});
        }
        if (words.has("generic", lemma)) {
            // "The Post retracts the report. … against the company": a newspaper is called otherwise.
            const std::uint32_t business =
                words.has("business", lemma) ? latest_named(position, called, {NodeKind::Organization}) : no_chain;
            return business != no_chain ? business
                                        : latest_named(position, called, {NodeKind::Organization, NodeKind::Outlet});
        }
        return no_chain;
    }

    /// "The journalist is Ana Reed": the name that the sentence says it is.
    std::uint32_t named_predicate(const Phrase &phrase) {
        const Syntax &syntax = book_->syntax();
        const std::optional<TokenIndex> predicate = syntax.head(phrase.head);
        if (phrase.role != PhraseRole::subject || !predicate || syntax.upos(*predicate) != Upos::PROPN ||
            !syntax.child(*predicate, "cop") || syntax.child(*predicate, "aux")) {
            return no_chain;
        }
        for (const TokenIndex child : syntax.children(*predicate)) {
            if (book_->english().factuality.has("negation", syntax.form(child))) {
                return no_chain;
            }
        }
        const std::optional<EntityIndex> entity = book_->at(*predicate);
        const bool person = entity && book_->entity(*entity).type == NodeKind::Person;
        return entity && book_->entity(*entity).named && person == (phrase.noun_class == NounClass::person)
                   ? chain_of_entity(*entity)
                   : no_chain;
    }

    /// What the news writes of a person for variety: "Mum denies …" in the headline of a text that begins with her
    /// name, "…," said the Bergen-based mother.
    std::uint32_t person_varied(std::uint32_t position) {
        const Phrase &phrase = all_.phrases[position];
        if (phrase.noun_class != NounClass::person || phrase.is_plural || phrase.role != PhraseRole::subject ||
            phrase.quotation >= 0 || by_word_.contains(phrase.lemma) ||
            book_->english().people.has("office", book_->syntax().lemma(phrase.head))) {
            return no_chain;
        }
        if (phrase.sentence == 0) {
            const bool bare = phrase.type == PhraseType::bare || phrase.type == PhraseType::name;
            return bare && phrase.modifiers.empty() && has_headline() ? person_of_lead(phrase) : no_chain;
        }
        return says_quotation(phrase) && phrase.type == PhraseType::definite && phrase.is_gender_sure
                   ? subject_before(position)
                   : no_chain;
    }

    /// Whether the first sentence is the document's title.
    bool has_headline() const {
        const Document &document = book_->syntax().document();
        const Sentence &first = document.sentences.front();
        if (document.zone_at(first.span.begin) == Zone::headline) {
            return true;
        }
        return document.meta.title &&
               name_key(document.slice(first.span)).rfind(name_key(*document.meta.title), 0) == 0;
    }

    /// The subject of the sentence behind the headline, if that is a named person of the noun's sex and the headline
    /// names nobody.
    std::uint32_t person_of_lead(const Phrase &noun) {
        for (const Phrase &each : all_.phrases) {
            const bool person = each.entity >= 0 && each.type == PhraseType::name &&
                                book_->entity(static_cast<EntityIndex>(each.entity)).type == NodeKind::Person;
            if (each.sentence == 0 ? person : each.sentence > 1) {
                break;
            }
            if (each.sentence == 1 && person && is_main_subject(each) && !each.is_plural &&
                (noun.gender == Gender::unknown || each.gender == Gender::unknown || noun.gender == each.gender)) {
                return chain_of_entity(each.entity);
            }
        }
        return no_chain;
    }

    /// Whether some quotation is this one's words.
    bool says_quotation(const Phrase &phrase) const {
        return std::find(speakers_.begin(), speakers_.end(), phrase.head) != speakers_.end();
    }

    /// "He said that …" at the beginning of a sentence.
    bool opens_report(const Phrase &phrase) const {
        const Syntax &syntax = book_->syntax();
        const std::optional<TokenIndex> verb = syntax.head(phrase.head);
        return verb && syntax.sentence(phrase.sentence).first_token == phrase.head && is_main_subject(phrase) &&
               book_->english().reporting.find_verb(syntax.verb_lemma(*verb), Complement::clause) != nullptr;
    }

    /// "…," he said: who the sentence before is about, outside of quotations, if that is one person of that sex.
    std::uint32_t speaker_before(std::uint32_t position) const {
        const Phrase &phrase = all_.phrases[position];
        const bool speaks = phrase.quotation < 0 && phrase.role == PhraseRole::subject &&
                            (says_quotation(phrase) || opens_report(phrase));
        return speaks ? subject_before(position) : no_chain;
    }

    std::uint32_t subject_before(std::uint32_t position) const {
        const Phrase &phrase = all_.phrases[position];
        constexpr std::uint32_t most_sentences = 3;
        for (std::uint32_t back = 1; back <= position; ++back) {
            const Phrase &earlier = all_.phrases[position - back];
            if (earlier.sentence + most_sentences < phrase.sentence) {
                break;
            }
            if (earlier.sentence == phrase.sentence || earlier.quotation >= 0 || !is_main_subject(earlier)) {
                continue;
            }
            const std::uint32_t number = chain_of_[position - back];
            // "The truce has come under strain" is between; nobody is.
            const bool is_thing = earlier.noun_class != NounClass::person && earlier.type == PhraseType::definite &&
                                  (number == no_chain || !is_person(all_.chains[number]));
            if (is_thing) {
                continue;
            }
            return number != no_chain && !earlier.is_plural && is_person(all_.chains[number]) &&
                           has_sex(all_.chains[number], phrase.gender)
                       ? number
                       : no_chain;
        }
        return no_chain;
    }

    bool is_main_subject(const Phrase &phrase) const {
        const Syntax &syntax = book_->syntax();
        const std::optional<TokenIndex> verb = syntax.head(phrase.head);
        return (phrase.role == PhraseRole::subject || phrase.role == PhraseRole::passive_subject) && verb &&
               !syntax.head(*verb);
    }

    bool is_person(const Chain &chain) const {
        constexpr std::uint32_t he = 1U << static_cast<unsigned>(PhraseType::masculine);
        constexpr std::uint32_t she = 1U << static_cast<unsigned>(PhraseType::feminine);
        return chain.entity >= 0 ? book_->entity(static_cast<EntityIndex>(chain.entity)).type == NodeKind::Person
                                 : chain.noun_class == NounClass::person || (chain.pronouns & (he | she)) != 0;
    }

    /// Nothing speaks for the other sex, and something for this one if it is a body's pronoun as well.
    static bool has_sex(const Chain &chain, Gender gender) {
        return gender == Gender::male ? !chain.is_surely_female && (chain.has_male || !chain.has_female)
                                      : !chain.is_surely_male && (chain.has_female || !chain.has_male);
    }

    /// "It said …", "Its members …" at the start of a sentence: the state or body that the sentence before is about.
    std::uint32_t body_before(std::uint32_t position) const {
        const Phrase &phrase = all_.phrases[position];
        const Syntax &syntax = book_->syntax();
        if (const std::uint32_t teller = teller_of_clause(phrase); teller != no_chain) {
            return teller;
        }
        const std::optional<TokenIndex> verb = syntax.head(phrase.head);
        const bool reports = phrase.role == PhraseRole::subject && verb &&
                             book_->english().reporting.find_verb(syntax.verb_lemma(*verb)) != nullptr;
        const bool starts = syntax.sentence(phrase.sentence).first_token == phrase.head;
        if (phrase.sentence == 0 || !starts || !(reports || phrase.is_possessive)) {
            return no_chain;
        }
        std::uint32_t found = no_chain;
        for (std::uint32_t back = 1; back <= position; ++back) {
            const Phrase &earlier = all_.phrases[position - back];
            if (earlier.sentence + 1 < phrase.sentence) {
                break;
            }
            const bool subject = earlier.role == PhraseRole::subject || earlier.role == PhraseRole::passive_subject;
            if (subject && !earlier.is_plural && earlier.quotation < 0 && chain_of_[position - back] != no_chain &&
                is_body(all_.chains[chain_of_[position - back]])) {
                found = chain_of_[position - back];
            }
        }
        return found;
    }

    /// "Norway denied that it would …": the state or body whose words the clause is.
    std::uint32_t teller_of_clause(const Phrase &phrase) const {
        const std::uint32_t chain = teller_chain(phrase);
        return chain != no_chain && is_body(all_.chains[chain]) ? chain : no_chain;
    }

    /// "Reed has maintained he is innocent": the person whose words the clause is, if of that sex.
    std::uint32_t person_of_clause(const Phrase &phrase) const {
        const std::uint32_t chain = phrase.quotation < 0 ? teller_chain(phrase) : no_chain;
        return chain != no_chain && all_.chains[chain].has_name && is_person(all_.chains[chain]) &&
                       has_sex(all_.chains[chain], phrase.gender)
                   ? chain
                   : no_chain;
    }

    /// The chain of who says the clause that the phrase is the subject of.
    std::uint32_t teller_chain(const Phrase &phrase) const {
        const Syntax &syntax = book_->syntax();
        const std::optional<TokenIndex> verb = syntax.head(phrase.head);
        const bool subject = phrase.role == PhraseRole::subject || phrase.role == PhraseRole::passive_subject;
        // "said it was clear that …" speaks of nothing.
        if (!subject || !verb || syntax.child(*verb, {"csubj", "ccomp"}).has_value() || !syntax.is(*verb, "ccomp")) {
            return no_chain;
        }
        const std::optional<TokenIndex> above = syntax.head(*verb);
        if (!above || book_->english().reporting.find_verb(syntax.verb_lemma(*above)) == nullptr) {
            return no_chain;
        }
        const std::optional<TokenIndex> teller = syntax.subject(*above);
        if (!teller || *teller >= phrase.head || phrase_at_[*teller] == no_chain) {
            return no_chain;
        }
        return chain_of_[phrase_at_[*teller]];
    }

    bool is_body(const Chain &chain) const {
        if (chain.entity < 0) {
            const Phrase &first = all_.phrases[chain.phrases.front()];
            return first.nominal >= 0 && is_body(all_.nominals[static_cast<std::size_t>(first.nominal)].type);
        }
        return is_body(book_->entity(static_cast<EntityIndex>(chain.entity)).type);
    }
    static bool is_body(NodeKind kind) {
        return kind == NodeKind::Organization || kind == NodeKind::Country || kind == NodeKind::Outlet;
    }

    /// "a bilateral presidential commission" after "the U.S.-Russia bilateral presidential commission": two telling
    /// words and the same noun are the same body, article or not.
    std::uint32_t same_description(const Phrase &phrase) const {
        constexpr std::size_t telling = 2;
        constexpr std::size_t most = 8;
        if (phrase.nominal < 0 || phrase.noun_class != NounClass::group || phrase.is_plural ||
            phrase.modifiers.size() < telling) {
            return no_chain;
        }
        const auto chains = by_word_.find(phrase.lemma);
        if (chains == by_word_.end()) {
            return no_chain;
        }
        const auto is_alike = [&](std::uint32_t number) {
            const std::vector<std::uint32_t> &members = all_.chains[number].phrases;
            std::size_t looked = 0;
            for (auto member = members.rbegin(); member != members.rend() && looked < most; ++member, ++looked) {
                const Phrase &other = all_.phrases[*member];
                const std::vector<std::uint32_t> &a = phrase.modifiers;
                const std::vector<std::uint32_t> &b = other.modifiers;
                if (!is_pronoun(other.type) && other.lemma == phrase.lemma && b.size() >= telling &&
                    (std::includes(a.begin(), a.end(), b.begin(), b.end()) ||
                     std::includes(b.begin(), b.end(), a.begin(), a.end()))) {
                    return true;
                }
            }
            return false;
        };
        const auto last = std::find_if(chains->second.rbegin(), chains->second.rend(), is_alike);
        return last == chains->second.rend() ? no_chain : *last;
    }

    /// What grammar forbids: another sex, one named person as "they", "him" for the subject of the same verb.
    bool is_barred(const Phrase &phrase, std::uint32_t number) const {
        const Chain &chain = all_.chains[number];
        if ((phrase.type == PhraseType::masculine && chain.is_surely_female && !chain.is_surely_male) ||
            (phrase.type == PhraseType::feminine && chain.is_surely_male && !chain.is_surely_female)) {
            return true;
        }
        if (speaks_elsewhere(phrase, chain) || is_other_kind(phrase, chain) || differs_in_number(phrase, chain)) {
            return true;
        }
        constexpr std::uint32_t they = 1U << static_cast<unsigned>(PhraseType::third_plural);
        if (phrase.type == PhraseType::third_plural && chain.entity >= 0 && (chain.pronouns & they) == 0 &&
            book_->entity(static_cast<EntityIndex>(chain.entity)).type == NodeKind::Person) {
            return true;
        }
        if (chain.phrases.empty() || phrase.is_reflexive || phrase.role != PhraseRole::object ||
            phrase.type < PhraseType::masculine || phrase.type > PhraseType::third_plural) {
            return false;
        }
        const Phrase &last = all_.phrases[chain.phrases.back()];
        const Syntax &syntax = book_->syntax();
        return last.role == PhraseRole::subject && syntax.head(last.head) &&
               syntax.head(last.head) == syntax.head(phrase.head);
    }

    /// "She" is no state, town or body that has a name, and "it" nobody who has one.
    bool is_other_kind(const Phrase &phrase, const Chain &chain) const {
        if (chain.entity < 0 || chain.is_surely_male || chain.is_surely_female) {
            return false;
        }
        const Entity &entity = book_->entity(static_cast<EntityIndex>(chain.entity));
        if (phrase.type == PhraseType::masculine || phrase.type == PhraseType::feminine) {
            return entity.named && (is_body(entity.type) || entity.type == NodeKind::Place);
        }
        return phrase.type == PhraseType::neuter && entity.named && entity.type == NodeKind::Person;
    }

    /// "The patient" is none of "the patients", nor the other way round.
    static bool differs_in_number(const Phrase &phrase, const Chain &chain) {
        return !is_pronoun(phrase.type) && phrase.noun_class == NounClass::person && phrase.type != PhraseType::name &&
               chain.noun_class == NounClass::person &&
               (phrase.is_plural ? chain.plural_count == 0 && chain.singular_count > 0
                                 : chain.singular_count == 0 && chain.plural_count > 0);
    }

    /// Who speaks of himself says "I": what a quotation says of a third person is not its speaker, neither there nor
    /// where he is named beside it.
    bool speaks_elsewhere(const Phrase &phrase, const Chain &chain) const {
        const auto tells_of_third = [](const Phrase &each) {
            return !is_speech_person(each.type) && each.role != PhraseRole::predicate &&
                   each.role != PhraseRole::apposition && each.role != PhraseRole::compound;
        };
        constexpr std::size_t most = 12;
        std::size_t looked = 0;
        for (auto member = chain.phrases.rbegin(); member != chain.phrases.rend() && looked < most;
             ++member, ++looked) {
            const Phrase &other = all_.phrases[*member];
            if (phrase.quotation >= 0 && phrase.quotation == other.quotation &&
                ((phrase.type == PhraseType::first_singular && tells_of_third(other)) ||
                 (other.type == PhraseType::first_singular && tells_of_third(phrase)))) {
                return true;
            }
            if (phrase.quotation < 0 && other.quotation >= 0 && tells_of_third(other) &&
                speakers_[static_cast<std::size_t>(other.quotation)] == phrase.head) {
                return true;
            }
        }
        return false;
    }

    /// The latest named person who bears the title that the phrase tells; where it tells no state, one whose title
    /// tells none either ("the president" is President Reed rather than the Russian president).
    std::uint32_t holder(const Phrase &phrase) const {
        const auto found = by_word_.find(phrase.lemma);
        if (found == by_word_.end()) {
            return no_chain;
        }
        const std::vector<std::string> words = words_of_office(phrase);
        std::uint32_t of_state = no_chain;
        for (auto chain = found->second.rbegin(); chain != found->second.rend(); ++chain) {
            if (!all_.chains[*chain].has_name || all_.chains[*chain].entity < 0) {
                continue;
            }
            const Entity &entity = book_->entity(static_cast<EntityIndex>(all_.chains[*chain].entity));
            bool bears = false;
            bool plain = false;
            for (const std::string &title : entity.titles) {
                if (may_be_called(book_->english(), title, words)) {
                    bears = true;
                    plain = plain || office_words(book_->english(), title).size() == words.size();
                }
            }
            if (plain) {
                return *chain;
            }
            of_state = bears && of_state == no_chain ? *chain : of_state;
        }
        return of_state;
    }

    /// "The elder" after "Ana Reed, a tribal elder": the only named person who was described by that noun.
    std::uint32_t described_before(const Phrase &phrase) const {
        const auto found = by_word_.find(phrase.lemma);
        std::uint32_t only = no_chain;
        for (const std::uint32_t number : found == by_word_.end() ? std::vector<std::uint32_t>() : found->second) {
            const Chain &chain = all_.chains[number];
            const bool fits = std::any_of(chain.phrases.begin(), chain.phrases.end(), [&](std::uint32_t member) {
                const Phrase &other = all_.phrases[member];
                return !is_pronoun(other.type) && other.type != PhraseType::name && other.lemma == phrase.lemma &&
                       !other.is_plural &&
                       std::includes(other.modifiers.begin(), other.modifiers.end(), phrase.modifiers.begin(),
                                     phrase.modifiers.end());
            });
            if (!fits) {
                continue;
            }
            // Another who is described so: it may be either.
            if (only != no_chain) {
                return no_chain;
            }
            only = number;
        }
        return only != no_chain && all_.chains[only].has_name && is_person(all_.chains[only]) ? only : no_chain;
    }

    /// Of "the Norwegian prime minister", with its words before the noun.
    std::vector<std::string> words_of_office(const Phrase &phrase) const {
        const Syntax &syntax = book_->syntax();
        std::string text;
        for (const TokenIndex child : syntax.children(phrase.head)) {
            if (child < phrase.head && (syntax.is(child, "amod") || syntax.is(child, "compound"))) {
                text += syntax.form(child) + " ";
            }
        }
        return office_words(book_->english(), text + syntax.lemma(phrase.head));
    }

    /// "US Congress", "Ministry of Trade": no company.
    bool is_state_body(const std::string &name) const {
        std::istringstream words(name);
        for (std::string word; words >> word;) {
            if (book_->english().organizations.has("state_body", lowercase(word))) {
                return true;
            }
        }
        return false;
    }

    /// The latest chain with a name whose entity is of such a kind, a few sentences before at most; a chain that was
    /// called by the same noun wins if it is as near.
    std::uint32_t latest_named(std::uint32_t position, std::uint32_t called,
                               std::initializer_list<NodeKind> kinds) const {
        const bool is_business =
            book_->english().organizations.has("business", book_->syntax().lemma(all_.phrases[position].head));
        // "The Post's bureau chief" tells of a newspaper by the way: one that does something is meant before it.
        std::uint32_t owner = no_chain;
        constexpr std::uint32_t most_sentences = 3;
        constexpr std::uint32_t most_steps = 60;
        const std::uint32_t sentence = all_.phrases[position].sentence;
        for (std::uint32_t back = 1; back <= position && back <= most_steps; ++back) {
            const Phrase &earlier = all_.phrases[position - back];
            if (earlier.sentence + most_sentences < sentence) {
                break;
            }
            const std::uint32_t number = chain_of_[position - back];
            if (number == no_chain) {
                continue;
            }
            if (number == called) {
                return called;
            }
            const Chain &chain = all_.chains[number];
            // What only modifies a noun is not spoken of.
            if (earlier.sentence == sentence || !chain.has_name || chain.entity < 0 ||
                earlier.role == PhraseRole::compound) {
                continue;
            }
            const Entity &entity = book_->entity(static_cast<EntityIndex>(chain.entity));
            if (std::find(kinds.begin(), kinds.end(), entity.type) != kinds.end() &&
                !(is_business && is_state_body(entity.name))) {
                if (earlier.role != PhraseRole::owner) {
                    return number;
                }
                owner = owner == no_chain ? number : owner;
            }
        }
        return owner;
    }

    struct Reach {
        std::uint32_t sentences;
        std::size_t chains;
    };
    static Reach reach_of(PhraseType type) {
        if (is_speech_person(type)) {
            return {3, 8};
        }
        if (is_pronoun(type)) {
            return {4, 20};
        }
        switch (type) {
        case PhraseType::definite:
        case PhraseType::possessed:
        case PhraseType::pointed:
            return {3, 14};
        case PhraseType::modifier:
            return {0, 0};
        default:
            return {1, 6};
        }
    }

    void collect(std::uint32_t position, std::vector<std::uint32_t> &candidates) {
        const Phrase &phrase = all_.phrases[position];
        const auto add = [&](std::uint32_t chain) {
            if (chain != no_chain && seen_[chain] != position) {
                seen_[chain] = position;
                if (!is_barred(phrase, chain)) {
                    candidates.push_back(chain);
                }
            }
        };
        const Reach reach = reach_of(phrase.type);
        constexpr std::uint32_t most_steps = 80;
        for (std::uint32_t back = 1; back <= position && back <= most_steps; ++back) {
            const std::uint32_t earlier = position - back;
            if (candidates.size() >= reach.chains ||
                all_.phrases[earlier].sentence + reach.sentences < phrase.sentence) {
                break;
            }
            // What contains the phrase is something else: "his" in "his office".
            if (all_.phrases[earlier].last < phrase.head || all_.phrases[earlier].head < phrase.first) {
                add(chain_of_[earlier]);
            }
        }
        if (is_pronoun(phrase.type)) {
            for (const std::uint32_t chain : latest_) {
                if (is_speech_person(phrase.type)) {
                    add(chain);
                }
            }
            add(speaker_chain(phrase));
            return;
        }
        for (const std::uint32_t word : phrase.words) {
            if (const auto found = by_word_.find(word); found != by_word_.end()) {
                for (const std::uint32_t chain : found->second) {
                    add(chain);
                }
            }
        }
    }

    /// The chain of who speaks where the phrase stands.
    std::uint32_t speaker_chain(const Phrase &phrase) {
        if (phrase.quotation < 0 || !speakers_[static_cast<std::size_t>(phrase.quotation)]) {
            return no_chain;
        }
        const TokenIndex token = *speakers_[static_cast<std::size_t>(phrase.quotation)];
        const std::uint32_t position = phrase_at_[token];
        if (position != no_chain && chain_of_[position] != no_chain) {
            return chain_of_[position];
        }
        // He may be named behind his words.
        const std::optional<EntityIndex> entity = book_->at(token);
        return entity ? chain_of_entity(*entity) : no_chain;
    }

    void describe(ChainChoice &choice) {
        ChainContext context(*book_, all_, choice.phrase);
        const Phrase &phrase = all_.phrases[choice.phrase];
        context.speaker = speaker_chain(phrase);
        context.chain_of = chain_of_;
        context.phrase_at = phrase_at_;
        choice.candidates.erase(
            std::remove_if(choice.candidates.begin(), choice.candidates.end(),
                           [&](std::uint32_t chain) { return has_other_owner(context, all_.chains[chain]); }),
            choice.candidates.end());
        choice.features.push_back(features_of_new_chain(context, choice.candidates));
        // Rank by how recently each was mentioned.
        std::vector<std::pair<std::uint32_t, std::uint32_t>> latest;
        for (const std::uint32_t chain : choice.candidates) {
            const std::vector<std::uint32_t> &members = all_.chains[chain].phrases;
            latest.emplace_back(members.empty() ? 0 : members.back() + 1, chain);
        }
        std::sort(latest.begin(), latest.end(), std::greater<>());
        choice.candidates.clear();
        for (std::size_t rank = 0; rank < latest.size(); ++rank) {
            choice.candidates.push_back(latest[rank].second);
            choice.features.push_back(features_of_chain(context, latest[rank].second, rank));
        }
    }

    static constexpr std::size_t most_of_word = 6;

    const EntityBook *book_;
    const ChainChooser *choose_;
    DocumentChains all_;
    /// Chain by phrase; phrase by head token.
    std::vector<std::uint32_t> chain_of_;
    std::vector<std::uint32_t> phrase_at_;
    std::vector<std::optional<TokenIndex>> speakers_;
    /// By chain: the phrase whose candidate it was last.
    std::vector<std::uint32_t> seen_;
    std::unordered_map<std::int64_t, std::uint32_t> by_entity_;
    /// By the phrase of a speaker: "I" in his words before it.
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> waiting_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_word_;
    /// The latest chain of "I", "you", "we".
    std::array<std::uint32_t, 3> latest_{no_chain, no_chain, no_chain};
};

} // namespace

DocumentChains find_chains(const EntityBook &book, const Quotations &quotations, std::vector<OpenNominal> nominals,
                           const ChainChooser &choose) {
    return ChainFinder(book, quotations, std::move(nominals), choose).run();
}

ChainChooser choose_by(const ChainRanker &ranker) {
    return [&ranker](const ChainChoice &choice, const DocumentChains &) {
        std::size_t best = 0;
        float best_score = ranker.score(choice.features[0]);
        float next_score = -ChainPick::sure;
        for (std::size_t i = 1; i < choice.features.size(); ++i) {
            const float score = ranker.score(choice.features[i]);
            next_score = std::max(next_score, std::min(score, best_score));
            if (score > best_score) {
                best_score = score;
                best = i;
            }
        }
        return ChainPick(best, best_score - next_score);
    };
}

} // namespace gainsay
