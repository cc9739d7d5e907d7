#include "extract/mentions/name_mentions.h"

#include "base/utf8.h"
#include "extract/mentions/missed_names.h"
#include "extract/mentions/name_extents.h"
#include "extract/mentions/name_refusals.h"
#include "extract/mentions/name_types.h"
#include "extract/mentions/name_words.h"
#include "extract/mentions/named_entities.h"
#include "extract/mentions/outlet_names.h"
#include "extract/mentions/person_names.h"
#include "extract/mentions/state_names.h"
#include "extract/mentions/surname_bearers.h"
#include "extract/mentions/team_names.h"
#include "extract/syntax/titles.h"

#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace gainsay {

namespace {

/// The document's names as its own words have them, whatever the tagger took them for.
std::vector<NameUse> corrected_names(const EntityBook &book) {
    std::vector<NameUse> uses = read_name_uses(book);
    complete_names(uses, book);
    join_names(uses, book);
    correct_name_types(uses, book);
    correct_persons(uses, book);
    split_owners(uses, book);
    return uses;
}

/// Says which entity a name stands for, and files the mention.
class NameFinder {
  public:
    NameFinder(EntityBook &book, std::vector<NameUse> uses, ShortOutletNames outlets)
        : book_(&book), syntax_(&book.syntax()), english_(&book.english()), uses_(std::move(uses)),
          outlets_(std::move(outlets)), teams_(team_words(uses_, book)), entities_(book), namesakes_(book),
          bearers_(uses_, entities_) {}

    void run() {
        for (const NameUse &use : uses_) {
            if (add_parts(use)) {
                continue;
            }
            if (const std::optional<EntityIndex> entity = classify(use)) {
                add(*entity, use);
            }
        }
        for (std::size_t i = 0; i + 1 < uses_.size(); ++i) {
            join_brackets(uses_[i], uses_[i + 1]);
        }
    }

  private:
    /// "U.S.-Russia", "ISIS Intelligence" in a headline: the tagger took more than one name or less than one.
    bool add_parts(const NameUse &use) {
        if (use.first == use.last || use.type == NameType::PER || is_known_name(use.text, *english_)) {
            return false;
        }
        std::vector<TokenIndex> parts;
        for (TokenIndex token = use.first; token <= use.last; ++token) {
            const bool known = is_known_name(syntax_->token(token).form, *english_);
            if (known) {
                parts.push_back(token);
            } else if (syntax_->upos(token) != Upos::PUNCT && syntax_->upos(token) != Upos::NOUN &&
                       !(syntax_->upos(token) == Upos::PROPN && syntax_->is(use.first, "compound")) &&
                       use.type != NameType::MISC) {
                return false;
            }
        }
        // "U.S. Senate" is one name.
        if (parts.size() < 2) {
            return false;
        }
        for (const TokenIndex token : parts) {
            const NameUse part{token, token, token, use.type, syntax_->token(token).form};
            if (const std::optional<EntityIndex> entity = classify(part)) {
                add(*entity, part);
            }
        }
        return true;
    }

    /// "the Chargers", taken for a person or a work.
    bool is_taken_for_other(const NameUse &use, const std::string &plain) const {
        const bool is_word = teams_.contains(plain);
        return use.type == NameType::PER ? is_word || (is_lone_team(use, *book_) && !bearers_.is_in_full_name(plain))
                                         : use.type == NameType::MISC && use.first == use.last && is_word;
    }

    std::optional<EntityIndex> classify(const NameUse &use) {
        const std::string plain = name_key(use.text);
        if (is_taken_for_other(use, plain)) {
            return entities_.organization(use);
        }
        if (names_nobody(use, bearers_, *book_)) {
            return std::nullopt;
        }
        if (use.type == NameType::PER) {
            return names_no_person(use, bearers_, *book_) ? std::nullopt : std::optional(person(use, plain));
        }
        if (use.type == NameType::NORP) {
            return people(use, lookup_form(use.text));
        }
        if (names_no_body(use, *book_)) {
            return std::nullopt;
        }
        if (is_teller_by_surname(use, plain)) {
            return person(use, plain);
        }
        if (const std::optional<EntityIndex> state = state_at(use, entities_, namesakes_)) {
            return state;
        }
        return body(use, plain);
    }

    /// "Israel said", of whom the text has named as "Steve Israel".
    bool is_teller_by_surname(const NameUse &use, const std::string &plain) const {
        const std::optional<TokenIndex> verb = syntax_->head(use.last);
        return use.first == use.last && bearers_.is_surname(plain) && syntax_->is(use.last, "nsubj") && verb &&
               english_->reporting.find_verb(syntax_->verb_lemma(*verb), Complement::clause) != nullptr;
    }

    /// Taggers take a state's name alone for a person now and then; but somebody may bear it.
    EntityIndex person(const NameUse &use, const std::string &plain) {
        const bool bare = use.first == use.last && title_start(*syntax_, *english_, use.first) == use.first;
        if (bare && !bearers_.is_in_full_name(plain)) {
            const Country *country = english_->countries.find(lookup_form(use.text), CountryWord::name);
            // "the Kremlin": a seat stands for its government whatever the tagger took it for.
            country = country == nullptr ? english_->countries.find(plain, CountryWord::seat) : country;
            if (const std::optional<EntityIndex> house = house_at(use, entities_)) {
                return *house;
            }
            if (country != nullptr) {
                return state_by_name(entities_, *country, use.text);
            }
        }
        return is_surname_alone(plain, *english_) ? bearers_.bearer(use) : entities_.person(use.text);
    }

    bool is_person_name(TokenIndex token) const {
        const std::optional<std::size_t> name = book_->name_at(token);
        return name && syntax_->document().names[*name].type == NameType::PER;
    }

    /// "Russians", "the Democrats": a people, where it is no adjective.
    std::optional<EntityIndex> people(const NameUse &use, const std::string &key) {
        const std::string_view relation = syntax_->relation(use.head);
        if (syntax_->upos(use.head) == Upos::ADJ || relation == "amod" || relation == "compound") {
            return std::nullopt;
        }
        // "told Serbian daily Politika": an adjective of a state right before a noun, wherever the parser hung it.
        const TokenIndex next = use.last + 1;
        if (next < syntax_->size() &&
            (syntax_->upos(next) == Upos::NOUN || english_->organizations.has("medium_word", syntax_->lemma(next))) &&
            english_->countries.find(key, CountryWord::adjective) != nullptr) {
            return std::nullopt;
        }
        // "Democrat Ana Reed"
        if (english_->people.has("partisan", syntax_->lemma(use.last)) && next < syntax_->size() &&
            is_person_name(next)) {
            return std::nullopt;
        }
        // "South Korean President Moon": the state of an office or a person.
        if (next < syntax_->size() && syntax_->upos(next) == Upos::PROPN &&
            (english_->people.has("office", syntax_->lemma(next)) || is_person_name(next)) &&
            english_->countries.find(key, CountryWord::adjective) != nullptr) {
            return std::nullopt;
        }
        if (const KnownOrganization *known = english_->known_organizations.find(key)) {
            return entities_.named(known->type, known->name, known->country);
        }
        const Country *country = english_->countries.find(key, CountryWord::demonym);
        return entities_.named(NodeKind::Group, use.text, country != nullptr ? country->code : std::string());
    }

    /// A medium, an organization that is known, another body, or a place.
    EntityIndex body(const NameUse &use, const std::string &plain) {
        if (const auto outlet = use.first == use.last ? outlets_.called_at(use.last) : std::nullopt) {
            const EntityIndex entity = entities_.named(NodeKind::Outlet, *outlet, {});
            book_->add_alias(entity, use.text);
            return entity;
        }
        if (is_outlet_name(use, *book_)) {
            return entities_.named(NodeKind::Outlet, use.text, {});
        }
        for (const std::string &form : {lookup_form(use.text), plain}) {
            const KnownOrganization *known = english_->known_organizations.find(form);
            if (known != nullptr && !is_of_other_state(use, known->country)) {
                const EntityIndex entity = entities_.named(known->type, known->name, known->country);
                book_->add_alias(entity, use.text);
                return entity;
            }
        }
        // "Chaoyang Hospital", taken for a place
        const bool is_body = use.type == NameType::ORG || use.type == NameType::MISC || is_team(use, *book_) ||
                             (use.type == NameType::LOC && is_body_name(use, *book_));
        return is_body ? entities_.organization(use) : entities_.named(NodeKind::Place, use.text, {});
    }

    /// "The Chinese CDC", and "the CDC" behind it.
    bool is_of_other_state(const NameUse &use, const std::string &country) const {
        for (const TokenIndex child : syntax_->children(use.head)) {
            const std::string_view relation = syntax_->relation(child);
            const Country *state = child < use.first && syntax_->upos(child) != Upos::PRON
                                       ? english_->countries.find_modifier(syntax_->form(child))
                                       : nullptr;
            if (state != nullptr && (relation == "amod" || relation == "compound" || relation == "nmod:poss") &&
                !country.empty() && state->code != country) {
                return true;
            }
        }
        const std::optional<EntityIndex> told = book_->find(NodeKind::Organization, use.text);
        return told && !country.empty() && !book_->entity(*told).country.empty() &&
               book_->entity(*told).country != country;
    }

    void add(EntityIndex entity, const NameUse &use) {
        TokenIndex first = use.first;
        if (use.type == NameType::PER) {
            first = title_start(*syntax_, *english_, use.first);
        } else {
            // The article belongs to the mention.
            while (first > 0 && syntax_->upos(first - 1) == Upos::DET && syntax_->head(first - 1) == use.head) {
                --first;
            }
        }
        first = phrase_start(first, use);
        book_->add_mention(entity, MentionKind::name, first, use.last, use.first, use.last, use.head);
    }

    /// "the late goalkeeper Tom Reed", "mainland Norway", "the tech blog Velin", "the city of Bergen": the words before
    /// the name in its phrase, from `first` back.
    TokenIndex phrase_start(TokenIndex first, const NameUse &use) const {
        if (is_division_before(first, use)) {
            first -= 2;
        }
        const std::size_t sentence = syntax_->sentence_of(use.first);
        while (first > 0 && syntax_->sentence_of(first - 1) == sentence && is_part_of_phrase(first - 1, use)) {
            --first;
        }
        while (first < use.first && syntax_->upos(first) == Upos::PUNCT) {
            ++first;
        }
        return first;
    }

    bool is_part_of_phrase(TokenIndex token, const NameUse &use) const {
        // "six-year-old Tom Reed"
        if (syntax_->form(token) == "-" && token > 0 && !syntax_->token(token - 1).space_after) {
            return true;
        }
        const std::optional<TokenIndex> head = syntax_->head(token);
        const std::string_view relation = syntax_->relation(token);
        return head && *head > token && *head <= use.last && !is_other_name(token) &&
               ((relation == "det" && use.type != NameType::PER) || relation == "amod" || relation == "nummod" ||
                relation == "compound" || relation == "nmod:desc" || relation == "advmod" ||
                relation == "obl:unmarked" || relation == "nmod:unmarked");
    }

    /// "Serbian" of "Serbian daily Politika" belongs to the phrase, "Bergen" of "Bergen Mayor Ana Reed" is a name.
    bool is_other_name(TokenIndex token) const {
        const std::optional<std::size_t> name = book_->name_at(token);
        return name && syntax_->document().names[*name].type != NameType::NORP;
    }

    /// "city of" before "Bergen"
    bool is_division_before(TokenIndex first, const NameUse &use) const {
        if (first < 2 || (use.type != NameType::LOC && use.type != NameType::GPE) ||
            syntax_->sentence_of(first - 2) != syntax_->sentence_of(first) ||
            !english_->grammar.has("part_of", syntax_->form(first - 1))) {
            return false;
        }
        const std::string &noun = syntax_->lemma(first - 2);
        return syntax_->upos(first - 2) == Upos::NOUN &&
               (english_->organizations.has("division", noun) || english_->organizations.has("town_noun", noun) ||
                english_->organizations.has("state_noun", noun));
    }

    /// "Islamic State (IS)", "the Department of Motor Vehicles (DMV)": the second is the first, abbreviated.
    void join_brackets(const NameUse &full, const NameUse &brief) {
        if (brief.first < full.last + 2 || brief.first > full.last + 3 || brief.last + 1 >= syntax_->size() ||
            syntax_->form(brief.first - 1) != "(" || full.type == NameType::PER) {
            return;
        }
        const std::string key = name_key(full.text);
        std::size_t letters = 0;
        bool capitals = true;
        for (const char letter : brief.text) {
            letters += letter != '.' ? 1U : 0U;
            capitals = capitals && (letter == '.' || (letter >= 'A' && letter <= 'Z'));
        }
        const std::optional<EntityIndex> a = book_->at(full.head);
        const std::optional<EntityIndex> b = book_->at(brief.head);
        if (!capitals || letters < 2 || !a || lookup_form(brief.text).substr(0, 1) != key.substr(0, 1) || a == b) {
            return;
        }
        book_->add_alias(*a, brief.text);
        // The rest of the text uses the abbreviation for it.
        if (b && book_->entity(*b).type != NodeKind::Person && book_->entity(*b).type != NodeKind::Country) {
            book_->merge(*b, *a);
        }
    }

    EntityBook *book_;
    const Syntax *syntax_;
    const English *english_;
    std::vector<NameUse> uses_;
    ShortOutletNames outlets_;
    std::unordered_set<std::string> teams_;
    NamedEntities entities_;
    NamesakePlaces namesakes_;
    SurnameBearers bearers_;
};

} // namespace

void find_name_mentions(EntityBook &book) {
    std::vector<NameUse> uses = corrected_names(book);
    ShortOutletNames outlets(uses, book);
    add_missed_names(uses, outlets, book);
    NameFinder(book, std::move(uses), std::move(outlets)).run();
}

} // namespace gainsay
