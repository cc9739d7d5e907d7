#include "extract/mentions/nominal_body.h"

#include "extract/mentions/nominal_kind.h"

#include <utility>

namespace gainsay {

namespace {

bool is_body_entity(const Entity &entity) {
    return entity.type == NodeKind::Organization || entity.type == NodeKind::Outlet;
}

/// "the daily Politika": a name in apposition.
std::optional<EntityIndex> body_in_apposition(const EntityBook &book, TokenIndex noun) {
    const Syntax &syntax = book.syntax();
    for (const TokenIndex child : syntax.children(noun)) {
        if (syntax.is(child, "appos") || syntax.is(child, "flat") || syntax.relation(child) == "nmod:desc") {
            const std::optional<EntityIndex> named = book.at(child);
            if (named && is_body_entity(book.entity(*named))) {
                return named;
            }
        }
    }
    return std::nullopt;
}

/// "tech giant Velin", "rights group Open Doors": the name right behind the noun, which trees may read as another
/// subject or object.
std::optional<EntityIndex> body_named_behind(const EntityBook &book, TokenIndex token) {
    const Syntax &syntax = book.syntax();
    const std::optional<EntityIndex> named =
        token + 1 < syntax.size() && syntax.sentence_of(token + 1) == syntax.sentence_of(token)
            ? book.covering(token + 1)
            : std::nullopt;
    if (!named || is_plural(syntax, token) || !book.entity(*named).named || !is_body_entity(book.entity(*named))) {
        return std::nullopt;
    }
    for (const EntityBook::Place &place : book.places()) {
        if (place.entity == *named && place.head_first == token + 1 && place.kind == MentionKind::name) {
            const bool beside =
                syntax.head(place.head) == syntax.head(token) && syntax.relation(place.head) == syntax.relation(token);
            return beside || syntax.head(token) == place.head || syntax.head(place.head) == token ? named
                                                                                                  : std::nullopt;
        }
    }
    return std::nullopt;
}

/// "Rossiya-1 television", "the Islamic State group": a name before the noun, without "'s".
std::optional<EntityIndex> body_named_before(const EntityBook &book, TokenIndex noun) {
    const Syntax &syntax = book.syntax();
    const BodyClasses &classes = book.english().bodies;
    for (const TokenIndex child : syntax.children(noun)) {
        const std::optional<EntityIndex> named =
            child + 1 == noun && syntax.relation(child) == "compound" ? book.at(child) : std::nullopt;
        if (!named) {
            continue;
        }
        const Entity &entity = book.entity(*named);
        const std::optional<std::size_t> body_class = classes.of_noun(syntax.lemma(noun));
        // A team of a league is not the league.
        const bool fits = !body_class || classes.fits(*body_class, entity.name);
        if (entity.type == NodeKind::Outlet || (entity.type == NodeKind::Organization && fits)) {
            return named;
        }
    }
    return std::nullopt;
}

std::optional<EntityIndex> body_of_state(EntityBook &book, TokenIndex noun, const Country &country) {
    const std::string name = body_name(book, noun, country);
    if (const std::optional<EntityIndex> found = book.find(NodeKind::Organization, name)) {
        return found;
    }
    const KnownOrganization *known = book.english().known_organizations.find(name_key(name));
    if (known == nullptr) {
        return std::nullopt;
    }
    if (const std::optional<EntityIndex> found = book.find(known->type, known->name)) {
        return found;
    }
    Entity entity;
    entity.type = known->type;
    entity.name = known->name;
    entity.country = known->country;
    entity.named = true;
    return book.add_entity(std::move(entity));
}

} // namespace

std::optional<EntityIndex> body_meant(EntityBook &book, TokenIndex noun, const Country *country) {
    if (const std::optional<EntityIndex> named = body_in_apposition(book, noun)) {
        return named;
    }
    if (const std::optional<EntityIndex> named = body_named_behind(book, noun)) {
        return named;
    }
    if (const std::optional<EntityIndex> named = body_named_before(book, noun)) {
        return named;
    }
    return country != nullptr ? body_of_state(book, noun, *country) : std::nullopt;
}

std::string body_name(const EntityBook &book, TokenIndex noun, const Country &country) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    std::string name = country.adjective;
    for (const TokenIndex child : syntax.children(noun)) {
        const std::string_view relation = syntax.relation(child);
        if (child < noun && (relation == "amod" || relation == "compound") && !book.covering(child) &&
            english.countries.find_modifier(syntax.form(child)) == nullptr) {
            name += " " + syntax.token(child).form;
        }
    }
    return name + " " + syntax.token(noun).form;
}

} // namespace gainsay
