#include "extract/coreference/chain_features.h"

#include <algorithm>
#include <optional>
#include <string>

namespace gainsay {

namespace {

/// Whose the phrase's head is, by the words that stand with it: "Lyon" of "the mayor of Lyon", the state of "the
/// Ukrainian president".
struct Owner {
    std::optional<EntityIndex> entity;
    std::string country;

    bool is_known() const { return entity || !country.empty(); }
    bool differs_from(const Owner &other) const {
        if (!country.empty() && !other.country.empty()) {
            return country != other.country;
        }
        return entity && other.entity && *entity != *other.entity;
    }
};

Owner owner_of(const EntityBook &book, const Phrase &phrase) {
    const Syntax &syntax = book.syntax();
    Owner owner;
    for (const TokenIndex child : syntax.children(phrase.head)) {
        const std::string_view relation = syntax.relation(child);
        const bool before = relation == "nmod:poss" || relation == "amod" || relation == "compound";
        const bool behind = syntax.is(child, "nmod") && book.english().grammar.has("owner", syntax.preposition(child));
        if (!before && !behind) {
            continue;
        }
        if (before && owner.country.empty()) {
            const Country *country = book.english().countries.find_modifier(syntax.form(child));
            owner.country = country != nullptr && syntax.upos(child) != Upos::PRON ? country->code : "";
        }
        const std::optional<EntityIndex> entity = relation == "amod" ? std::nullopt : book.at(child);
        if (entity && !owner.entity) {
            owner.entity = entity;
            if (book.entity(*entity).type == NodeKind::Country) {
                owner.country = book.entity(*entity).country;
            }
        }
    }
    return owner;
}

} // namespace

bool has_other_owner(const ChainContext &context, const Chain &chain) {
    const Owner own = is_pronoun(context.phrase->type) ? Owner() : owner_of(*context.book, *context.phrase);
    if (!own.is_known()) {
        return false;
    }
    // "the Ukrainian president" is nobody who is known to be Russia's.
    const bool office = context.phrase->noun_class == NounClass::person;
    if (office && chain.entity >= 0 && !own.country.empty()) {
        const Entity &entity = context.book->entity(static_cast<EntityIndex>(chain.entity));
        if (entity.type == NodeKind::Person && !entity.country.empty() && entity.country != own.country) {
            return true;
        }
    }
    return std::any_of(chain.phrases.begin(), chain.phrases.end(), [&](std::uint32_t position) {
        const Phrase &other = context.all->phrases[position];
        return !is_pronoun(other.type) && other.lemma == context.phrase->lemma &&
               own.differs_from(owner_of(*context.book, other));
    });
}

} // namespace gainsay
