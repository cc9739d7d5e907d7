#include "extract/mentions/state_names.h"

#include "base/utf8.h"

#include <string>
#include <vector>

namespace gainsay {

namespace {

/// By the first of the readings that stands.
std::optional<EntityIndex> state_of(const NameUse &use, const std::vector<CountryReading> &readings,
                                    NamedEntities &entities, NamesakePlaces &namesakes) {
    EntityBook &book = entities.book();
    for (const CountryReading &reading : readings) {
        const Country &country = book.english().countries[reading.country];
        switch (reading.word) {
        case CountryWord::name:
            if (namesakes.is_place(use)) {
                return entities.named(NodeKind::Place, use.text, {});
            }
            return state_by_name(entities, country, use.text);
        case CountryWord::seat:
            if (const std::optional<EntityIndex> house = house_at(use, entities)) {
                return house;
            }
            return state_by_name(entities, country, use.text);
        case CountryWord::adjective:
            // "U.S." is tagged as a name where it stands before a noun.
            if (book.syntax().upos(use.head) == Upos::PROPN) {
                return book.country(country);
            }
            break;
        case CountryWord::capital:
            if (acts_as_government(use, book)) {
                return state_by_name(entities, country, use.text);
            }
            return entities.named(NodeKind::Place, use.text, country.code);
        case CountryWord::demonym:
            break;
        }
    }
    return std::nullopt;
}

} // namespace

bool acts_as_government(const NameUse &use, const EntityBook &book) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    TokenIndex head = use.head;
    while (syntax.is(head, "conj") && syntax.head(head)) {
        head = *syntax.head(head);
    }
    const std::string preposition = syntax.preposition(head);
    if (syntax.is(head, "nsubj") || syntax.is(head, "obj") || syntax.is(head, "iobj")) {
        return true;
    }
    if (syntax.relation(head) == "nmod:poss") {
        const std::optional<TokenIndex> owned = syntax.head(head);
        return !owned || !english.organizations.has("town_body", syntax.lemma(*owned));
    }
    if (syntax.relation(head) == "obl:agent") {
        return true;
    }
    // "relations between Moscow and Kiev", "sanctions on Moscow"; but "flew to Moscow", "from Moscow".
    if (syntax.is(head, "nmod") || syntax.is(head, "obl")) {
        const std::optional<TokenIndex> governor = syntax.head(head);
        if (governor && english.people.has("relation", syntax.lemma(*governor)) &&
            english.grammar.has("owner", preposition)) {
            return true;
        }
        // "anger in Moscow": somebody's, not something's place.
        if (governor && syntax.is(head, "nmod") && english.people.has("attitude", syntax.lemma(*governor)) &&
            english.grammar.has("inside", preposition)) {
            return true;
        }
        return english.grammar.has("dealing", preposition) ||
               (syntax.is(head, "nmod") && english.grammar.has("dealing_noun", preposition));
    }
    return false;
}

EntityIndex state_by_name(NamedEntities &entities, const Country &country, const std::string &text) {
    const EntityIndex entity = entities.book().country(country);
    if (text != country.name) {
        entities.book().add_alias(entity, text);
    }
    return entity;
}

std::optional<EntityIndex> house_at(const NameUse &use, NamedEntities &entities) {
    const English &english = entities.book().english();
    const KnownOrganization *known = english.known_organizations.find(name_key(use.text));
    const bool is_seat = english.countries.find(name_key(use.text), CountryWord::seat) != nullptr;
    return known != nullptr && is_seat ? std::optional(entities.named(known->type, known->name, known->country))
                                       : std::nullopt;
}

std::optional<EntityIndex> state_at(const NameUse &use, NamedEntities &entities, NamesakePlaces &namesakes) {
    for (const std::string &form : {lookup_form(use.text), name_key(use.text)}) {
        if (const std::vector<CountryReading> *readings = entities.book().english().countries.find(form)) {
            if (const std::optional<EntityIndex> state = state_of(use, *readings, entities, namesakes)) {
                return state;
            }
        }
    }
    return std::nullopt;
}

} // namespace gainsay
